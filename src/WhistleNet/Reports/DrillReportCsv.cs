using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The report of a whole drill as CSV: the columns of one alert's report, and its rows behind what the drill is.</summary>
public static class DrillReportCsv
{
    /// <param name="mode">Which mode each row says; no report goes out without it.</param>
    public static byte[] Of(DrillRead read, Mode mode, Layout layout, StationTime time, Town town) => ReportCsv.Of(Rows(read, town), mode, layout, time);

    private static IEnumerable<ReportCsv.Row> Rows(DrillRead read, Town town)
    {
        var drill = read.Drill;
        yield return new(Section.Overview, DrillSay.What.ToString(), drill.StartsAt, drill.Minutes, DrillSay.Of(drill.Form).ToString(), $"{drill.Title} · {DrillSay.Circles(drill, town)}{(drill.Scenario == Drill.NoScenario ? "" : " · " + drill.Scenario)}{(drill.Blind ? " · " + DrillSay.Blind : "")}");
        if (drill.EndedAt is { } ended) yield return new(Section.Overview, ReportSay.Ended.ToString(), ended, null, drill.End is { } end ? DrillSay.Of(end).ToString() : "", $"{drill.EndedBy} {drill.Reason}".Trim());
        yield return drill.AnnouncedAt is { } told
            ? new(Section.Overview, DrillSay.Of(DrillEntry.Announced).ToString(), told, (told - drill.EndedAt)?.TotalSeconds, drill.IsAnnouncedLate ? DrillSay.AnnouncedLate.ToString() : "")
            : new(Section.Overview, DrillSay.Of(DrillEntry.Announced).ToString(), Text: DrillReportSay.NotTold.ToString());
        if (read.Table is { } table) yield return ReportCsv.Standing(table.Voices);
        foreach (var heard in read.Heard) yield return new(Section.Coverage, DrillReportSay.NameOf(heard, town), heard.At, (heard.At - drill.EndedAt)?.TotalSeconds, DrillReportSay.Of(heard).ToString(), heard.Devices == 0 ? NoticeSay.Of(Unreached.NoDevice).ToString() : $"{heard.Confirmed}/{heard.Devices}");
        foreach (var line in read.Comms) yield return new(Section.Coverage, town.Shop(line.Shop.ShopId)?.Name ?? line.Shop.ShopId, Value: line.Shop.After?.TotalSeconds, Result: ReportSay.Of(line.Shop.How).ToString(), Text: DrillReportSay.Of(line));
        foreach (var d in read.Script?.Play.Deviations ?? []) yield return new(Section.Deviations, ScenarioSay.Of(d.Who).ToString(), d.At, d.By?.TotalSeconds, ScenarioSay.Of(d.What).ToString(), ScenarioSay.Of(d.Text).ToString());
        foreach (var s in read.Script?.Play.Expected ?? []) yield return new(Section.Objectives, ScenarioSay.Of(s.Expected.Who).ToString(), s.Done?.At, null, ScenarioSay.Of(s.State, drill.EndedAt is not null).ToString(), ScenarioSay.Of(s.Expected.Text).ToString());
        foreach (var (observer, lines) in read.Observers)
        {
            foreach (var line in Observing.Counting(lines)) yield return new(Section.Answers, observer.Name ?? "", line.At, line.Rating, ObserveSay.Of(line.What).ToString(), DrillReportSay.Of(line, read.Script?.Scenario));
        }
        foreach (var line in read.Seen.Lines) yield return new(Section.Timeline, DrillSay.Of(line.What).ToString(), line.At, (line.At - drill.StartedAt)?.TotalSeconds, line.Who, DrillSay.TextOf(line, read.Seen.Scenario));
        foreach (var row in read.Table is null ? [] : ReportCsv.Said(read.Table.Voices)) yield return row;
        foreach (var i in read.Table?.Improvements ?? []) yield return ReportCsv.Of(i, ImprovementSay.Where(i.Retest, town));
        foreach (var carried in read.Seen.Carries) yield return ReportCsv.Row.Of(carried);
        foreach (var report in read.Reports)
        {
            foreach (var row in ReportCsv.Rows(report)) yield return row;
        }
    }
}
