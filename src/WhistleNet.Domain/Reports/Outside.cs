using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>
/// The facts as whoever is not of the station reads them: what happened, when, and which shops; nobody's name and nobody's words. What a line says by a word of the
/// vocabulary stays, what somebody wrote does not. Nor does who called whom: a name of the ladder is a person's.
/// </summary>
public static class Outside
{
    public static ReportFacts ForOutside(this ReportFacts facts) => facts with
    {
        Header = facts.Header with { TakenBy = null, EndedBy = null, Reason = null, Masked = true },
        Told = [.. facts.Told.Select(t => t with { AnswerReason = null })],
        Officers = [],
        Timeline = [.. facts.Timeline.Where(l => l.What is not (Entry.Safe or Entry.Merged)).Select(l => new AlertLine { AlertId = l.AlertId, At = l.At, What = l.What, Chain = $"{l.Chain} {l.Seq}", Text = Said(l) })],
    };

    private static string? Said(AlertLine line) => line.What switch
    {
        Entry.Answered => Words.Parse<Reply>(line.Text ?? "")?.Word(),
        Entry.Details => Words.Parse<Kind>(line.Text ?? "")?.Word(),
        Entry.Widened => line.Text,
        _ => null,
    };
}
