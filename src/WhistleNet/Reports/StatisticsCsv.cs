using System.Globalization;
using System.Text;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The statistics as CSV, with a byte order mark and in the reader's language; each row says the mode and the days, and no cell is a formula.</summary>
public static class StatisticsCsv
{
    private static readonly Text[] Columns =
    [
        new("性质", "Mode"), new("从", "From"), new("到", "Until"), new("部分", "Section"), new("项目", "Item"), new("户数", "Shops"), new("起数", "Alerts"), new("真", "True"), new("误", "False"), new("不明", "Unknown"), new("未办结", "Open"),
        new("有户没收到", "Some shop never heard"), new("计时", "Timed"), new("1 中位（秒）", "1 median (s)"), new("1 九成（秒）", "1 90 % (s)"), new("3 中位（秒）", "3 median (s)"), new("3 九成（秒）", "3 90 % (s)"), new("5 中位（秒）", "5 median (s)"), new("5 九成（秒）", "5 90 % (s)"),
        new("每百户每月", "Per 100 shops and month"), new("区间低", "Interval from"), new("区间高", "Interval to"), new("说明", "Finding"),
    ];

    /// <param name="mode">Which mode each row says; no figure goes out without it.</param>
    public static byte[] Of(Statistics of, Mode mode, Town town)
    {
        var (period, word) = (of.Query.Period, $"{AlertSay.Of(mode)}{(mode == Mode.Real ? "" : " · " + PastSay.NotReal)}");
        string[] head = [word, Day(period.From), Day(period.Until)];
        var csv = new StringBuilder(CsvRecords.Line(Columns.Select(c => c.ToString())));
        foreach (var row in Rows(of, mode, town)) csv.Append(CsvRecords.Line(head.Concat(row).Select(CsvRecords.Cell)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static IEnumerable<string?[]> Rows(Statistics of, Mode mode, Town town)
    {
        var cut = StatisticsSay.Of(of.Query.Cut).ToString();
        foreach (var (_, name, figures) in StatisticsSay.Parts(of, town)) yield return Row(cut, name, null, figures, null, null);
        yield return Row(cut, StatisticsSay.All.ToString(), of.Shops, of.History.Whole, mode == Mode.Real ? Rate.Of(of.History.Whole.N, of.Shops, of.Query.Period) : null, null);
        var byCircle = of.History.By(Cut.Circle, town).ToDictionary(p => p.Key, p => p.Figures);
        foreach (var like in of.Like.OrderBy(l => StatisticsSay.Of(Cut.Circle, l.Circle.CircleId, town), StringComparer.CurrentCulture))
            yield return Row(StatisticsSay.Rate.ToString(), StatisticsSay.Of(Cut.Circle, like.Circle.CircleId, town), like.Circle.Shops, byCircle.GetValueOrDefault(like.Circle.CircleId) ?? Nothing, like.Rate, StatisticsSay.Of(like));
        foreach (var (_, name, circle, times) in StatisticsSay.Unreached(of, town)) yield return [StatisticsSay.UnreachedHeading.ToString(), name, null, Number(times), .. Enumerable.Repeat<string?>(null, 15), circle];
    }

    private static readonly Figures Nothing = new History(Mode.Test, [], []).Whole;

    private static string?[] Row(string section, string name, int? shops, Figures f, Rate? rate, string? finding) =>
    [
        section, name, Number(shops), Number(f.N), Number(f.True), Number(f.False), Number(f.Unknown), Number(f.Open), Number(f.WithUnreached), Number(f.Measured),
        .. Stages.All.SelectMany(s => new[] { Seconds(f.Stages[s], f.Stages[s].P50), Seconds(f.Stages[s], f.Stages[s].P90) }),
        Number(rate?.Value), Number(rate?.Interval?.Low), Number(rate?.Interval?.High), finding,
    ];

    private static string Seconds(Percentiles of, TimeSpan? value) => of.TooFew ? "" : value is { } took ? Number(took.TotalSeconds)! : ReportSay.Of(Reaching.NotReached).ToString();

    private static string? Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
