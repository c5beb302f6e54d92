using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Shell;

/// <summary>
/// Asks with hostile values and keeps what was answered wrongly: anything but a clear 4xx with nothing stored, or clean storage; a 5xx, a
/// stack trace, an answer of the API that is no problem.
/// </summary>
public sealed class HostileTries(World world)
{
    private string? _stored;
    private (TimeSpan Took, string What) _slowest;

    public int Tried { get; set; }
    public List<string> Wrong { get; } = [];

    public async Task<int> Try(HttpClient http, string what, Func<HttpRequestMessage> ask, Action<string>? read = null)
    {
        Tried++;
        var before = _stored ??= await Stored();
        var since = Stopwatch.GetTimestamp();
        using var request = ask();
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var took = Stopwatch.GetElapsedTime(since);
        var status = (int)answer.StatusCode;
        what = what.Length < 160 ? what : what[..160];
        if (took > _slowest.Took) _slowest = (took, what);
        if (status >= 500 || text.Contains("   at WhistleNet", StringComparison.Ordinal) || text.Contains("Exception:", StringComparison.Ordinal)) Wrong.Add($"{what}: {status} {text[..Math.Min(300, text.Length)]}");
        if (status >= 400 && request.RequestUri!.OriginalString.StartsWith("/api", StringComparison.Ordinal) && answer.Content.Headers.ContentType?.MediaType != "application/problem+json") Wrong.Add($"{what}: {status} is no problem");
        _stored = status is 404 or 413 ? before : await Stored(); // nobody looks further where there is nothing
        if (status >= 400 && _stored != before) Wrong.Add($"{what}: {status}, and something was stored");
        read?.Invoke(text);
        return status;
    }

    public void Report(ITestOutputHelper output, string what)
    {
        output.WriteLine($"{what}: {Hostile.Texts.Count} texts, {Hostile.Json.Count} JSON values, {Tried} tried, the slowest {_slowest.Took.TotalMilliseconds:0} ms ({_slowest.What})");
        Assert.True(Wrong.Count == 0, $"{Wrong.Count}:\n" + string.Join('\n', Wrong.Take(60)));
    }

    public static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<string> Stored()
    {
        await using var db = await world.Db();
        return await db.Database.SqlQueryRaw<string>("SELECT (SELECT COUNT(*) FROM Presses) || ' ' || (SELECT COUNT(*) || ' ' || SUM(Version) FROM Alerts) || ' ' || (SELECT COUNT(*) FROM AlertLines) || ' ' || (SELECT COUNT(*) FROM Devices) || ' ' || (SELECT COUNT(*) FROM EnrolCodes) AS Value").SingleAsync();
    }
}
