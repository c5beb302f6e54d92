using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>On which side somebody took part; the six questions differ by it.</summary>
public enum Side { Raiser, Neighbour, Officer }

/// <summary>What somebody ticks on a question.</summary>
public enum Tick { Yes, Partly, No }

/// <summary>The four questions that are ticked; none where it was left out.</summary>
public sealed record Ticks(Tick? First, Tick? Second, Tick? Third, Tick? Fourth);

/// <summary>Somebody who took part and is asked.</summary>
/// <param name="Id">The shop, or the officer.</param>
public sealed record Asked(Side Side, string Id, string Name);

/// <summary>The answers of one who took part: four ticks and two texts, which may stay empty. One for each; a later one replaces it.</summary>
public sealed class ReportAnswer
{
    public required string ReportId { get; init; }

    /// <summary>The shop or the officer that it is of.</summary>
    public required string AskedId { get; init; }
    public required Side Side { get; init; }
    public DateTimeOffset At { get; set; }

    /// <summary>The device or person that answered.</summary>
    public required string WhoId { get; set; }
    public string? Who { get; set; }
    public Ticks? Ticked { get; set; }
    public string? WentWell { get; set; }
    public string? ToImprove { get; set; }
}

/// <summary>What somebody says to the facts, which nobody can change.</summary>
public sealed class ReportComment
{
    public required string Id { get; init; }
    public required string ReportId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string WhoId { get; init; }
    public string? Who { get; init; }
    public string? Text { get; init; }
}

/// <summary>Who is asked the six questions, and who has not answered yet.</summary>
public static class Asking
{
    /// <summary>The pressed shop, the shops that came or said so, and whoever took it at the station; of a duplicate nobody is asked twice.</summary>
    public static IReadOnlyList<Asked> Of(Alert alert, ReportFacts facts)
    {
        if (alert.Outcome == Outcome.Duplicate) return [];
        List<Asked> asked = [new(Side.Raiser, alert.ShopId, facts.Header.Shop)];
        asked.AddRange(facts.Told.Where(t => t.Arrived is not null || t.Answer is Reply.Coming or Reply.Arrived).Select(t => new Asked(Side.Neighbour, t.ShopId, t.Name)));
        if (alert.TakenById is { } officer) asked.Add(new(Side.Officer, officer, alert.TakenBy ?? ""));
        return asked;
    }

    public static IReadOnlyList<Asked> Missing(IEnumerable<Asked> asked, IEnumerable<ReportAnswer> answers)
    {
        var given = answers.Select(a => (a.Side, a.AskedId)).ToHashSet();
        return [.. asked.Where(a => !given.Contains((a.Side, a.Id)))];
    }
}
