using System.Globalization;

namespace WhistleNet.Faults;

/// <summary>Presses of several phones, each over a line of its own that is broken, counted against the house's books.</summary>
internal sealed class Rounds
{
    /// <summary>Two busy cores and the browser's own way, in milliseconds.</summary>
    public const double Slack = 4_000;

    private const int Phones = 6;
    private readonly List<(double First, double Second)> _times = [];

    public IReadOnlyList<(double First, double Second)> Times => _times;
    public int Count => _times.Count;
    public int Lost { get; private set; }
    public int Doubled { get; private set; }

    /// <param name="press">One press over this phone's line; two times in milliseconds.</param>
    public static async Task<Rounds> Of(Town town, string fault, int few, Func<Visitor, Line, Task<(double, double)>> press)
    {
        var (made, all) = (0, new Rounds());
        var run = new Run(fault, few, () => $"{made} presses made");
        async Task<(double, double)> Counted(Visitor phone, Line line)
        {
            var times = await press(phone, line);
            Interlocked.Increment(ref made);
            return times;
        }
        var phones = Math.Min(run.Wanted, few < run.Wanted ? Phones : few);
        var shares = await Task.WhenAll(Enumerable.Range(0, phones).Select(_ => OnePhone(town, run, Counted)));
        foreach (var (times, presses) in shares)
        {
            all._times.AddRange(times);
            all.Lost += Math.Max(0, times.Count - presses);
            all.Doubled += Math.Max(0, presses - times.Count);
        }
        return all;
    }

    public string Median(Func<(double First, double Second), double> of) => Seconds(0.5, of);

    public string Worst(Func<(double First, double Second), double> of) => Seconds(1, of);

    public override string ToString() => $"{Count} presses, {Lost} lost, {Doubled} doubled; sent after {Median(t => t.First)} (median), {Seconds(0.99, t => t.First)} (p99)";

    private static async Task<(List<(double First, double Second)> Times, int Presses)> OnePhone(Town town, Run run, Func<Visitor, Line, Task<(double, double)>> press)
    {
        var shop = town.Circle()[0];
        await using var line = new Line(town.House.Address);
        await using var phone = await town.House.Phone(shop, by: line.Address);
        await phone.Watch();
        await phone.OnShift();
        var times = new List<(double, double)>();
        while (run.Next() is not null) times.Add(await press(phone, line)); // the next joins the open alert
        return (times, (await town.House.PressesOf(shop)).Count);
    }

    private string Seconds(double p, Func<(double First, double Second), double> of) => (Figures.Percentile(_times.Select(of), p) / 1_000).ToString("F1", CultureInfo.InvariantCulture) + " s";
}
