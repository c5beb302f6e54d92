using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>On which side somebody took part; the six questions differ by it. The last three sat round a table, where nobody pressed and nobody came.</summary>
public enum Side { Raiser, Neighbour, Officer, Table, Observer, Organizer }

/// <summary>What somebody ticks on a question.</summary>
public enum Tick { Yes, Partly, No }

/// <summary>The four questions that are ticked; none where it was left out.</summary>
public sealed record Ticks(Tick? First, Tick? Second, Tick? Third, Tick? Fourth);

/// <summary>Somebody who took part and is asked.</summary>
/// <param name="Id">The shop; or the person, or the observer.</param>
public sealed record Asked(Side Side, string Id, string Name)
{
    /// <summary>Whether this is somebody themselves, and not whoever is at a shop.</summary>
    public bool IsPerson => Side is Side.Officer or Side.Observer or Side.Organizer;
}

/// <summary>The answers of one who took part: four ticks and two texts, which may stay empty. One for each; a later one replaces it.</summary>
public sealed class ReportAnswer
{
    public required string ReportId { get; init; }

    /// <summary>The shop, or the person, that it is of.</summary>
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

    /// <summary>Of a drill round a table: its shops, who came to observe it, and whoever started it, or planned it where it started by itself.</summary>
    /// <param name="lines">Its timeline, as far as it says who planned and who started.</param>
    public static IReadOnlyList<Asked> RoundTheTable(IEnumerable<(string Id, string Name)> shops, IEnumerable<Observer> observers, IEnumerable<DrillLine> lines)
    {
        List<Asked> asked = [.. shops.Select(s => new Asked(Side.Table, s.Id, s.Name))];
        asked.AddRange(observers.Where(o => o.JoinedAt is not null).Select(o => new Asked(Side.Observer, o.Id, o.Name ?? "")));
        var held = lines.Where(l => l.What is DrillEntry.Planned or DrillEntry.Started && l.WhoId is not null && l.WhoId != Actor.System.Id).MaxBy(l => l.At);
        if (held is not null) asked.Add(new(Side.Organizer, held.WhoId!, held.Who ?? ""));
        return asked;
    }

    public static IReadOnlyList<Asked> Missing(IEnumerable<Asked> asked, IEnumerable<ReportAnswer> answers)
    {
        var given = answers.Select(a => (a.Side, a.AskedId)).ToHashSet();
        return [.. asked.Where(a => !given.Contains((a.Side, a.Id)))];
    }
}
