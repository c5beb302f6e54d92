namespace WhistleNet.Shell;

/// <summary>
/// Where browsers report what a page did against its policy. Anybody may write here: a report is counted and thrown away, and the log
/// says once a minute how many there were, in no words of theirs.
/// </summary>
public sealed class CspReports(TimeProvider time, ILogger<CspReports> log)
{
    public const string Path = "/csp-reports";

    /// <summary>How many are taken in a minute; further ones get 429.</summary>
    public const int PerMinute = 60;

    /// <summary>Bytes that a report may have.</summary>
    public const int Longest = 8 * 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private DateTimeOffset _since = DateTimeOffset.MinValue;
    private int _now;
    private long _all;

    /// <summary>All reports that were taken since the start.</summary>
    public long Count => Interlocked.Read(ref _all);

    /// <summary>Counts one; false where this minute has had its share.</summary>
    public bool Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now - _since >= Window) (_since, _now) = (now, 0);
            if (_now >= PerMinute) return false;
            if (_now++ == 0) log.LogWarning("Browsers reported that pages broke their policy: {Count} reports before this one", Count);
            Interlocked.Increment(ref _all);
            return true;
        }
    }
}

public static class CspReporting
{
    public static void MapCspReports(this IEndpointRouteBuilder app) => app.MapPost(CspReports.Path, (HttpContext http, CspReports reports) =>
        http.Request.ContentLength is not (null or > CspReports.Longest) ? Results.StatusCode(reports.Take() ? StatusCodes.Status204NoContent : StatusCodes.Status429TooManyRequests)
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge)).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
}
