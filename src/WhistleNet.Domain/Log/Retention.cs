namespace WhistleNet.Log;

/// <summary>How long what tells of persons is kept. What happened, when and how it ended stays for ever; who it was does not.</summary>
/// <param name="Names">From the closing on: names and people's words in the alert and its timeline.</param>
/// <param name="Recipients">From the closing on: who was called and what they answered.</param>
/// <param name="Log">Names, addresses and reasons in access records.</param>
public sealed record Retention(TimeSpan Names, TimeSpan Recipients, TimeSpan Log)
{
    /// <summary>The law asks for the log's half year, so nobody can set less.</summary>
    public static readonly TimeSpan LeastLog = TimeSpan.FromDays(180);

    public static readonly Retention Default = new(TimeSpan.FromDays(90), TimeSpan.FromDays(365), TimeSpan.FromDays(400));

    private const int MostDays = 36_500;

    /// <summary>What a station set in days; what it did not say is the default.</summary>
    /// <returns>Null where that cannot be: less than a day or more than a century, recipients before names, or a log of less than <see cref="LeastLog"/>.</returns>
    public static Retention? Of(int? names, int? recipients, int? log)
    {
        if (new[] { names, recipients, log }.Any(d => d is < 1 or > MostDays)) return null;
        var set = new Retention(Days(names) ?? Default.Names, Days(recipients) ?? Default.Recipients, Days(log) ?? Default.Log);
        return set.Recipients < set.Names || set.Log < LeastLog ? null : set;
    }

    /// <summary>Names go from an alert that was closed before this.</summary>
    public DateTimeOffset NamesGo(DateTimeOffset now) => now - Names;

    /// <summary>Recipients go from an alert that was closed before this.</summary>
    public DateTimeOffset RecipientsGo(DateTimeOffset now) => now - Recipients;

    /// <summary>Names go from access records that were written before this.</summary>
    public DateTimeOffset RecordsGo(DateTimeOffset now) => now - Log;

    private static TimeSpan? Days(int? days) => days is { } set ? TimeSpan.FromDays(set) : null;
}
