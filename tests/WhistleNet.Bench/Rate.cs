using System.Diagnostics;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>Presses a second that are held, S9: they come at an even pace whether or not the last was heard, and the 99th of a hundred still reaches its last neighbour in 250 ms.</summary>
public static class Rate
{
    private const double HeldMs = 250;
    private const int WarmUps = 150;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(4);

    public static async Task<IEnumerable<Row>> Held(Options options, Towns towns, Action<string> tell, CancellationToken cancel)
    {
        var street = new Street(options.Connected, 50, options.Connected);
        var held = new Dictionary<string, List<double>> { ["raw"] = [], ["ours"] = [] };
        for (var round = 0; round < Math.Min(3, options.Rounds); round++)
        {
            foreach (var name in round % 2 == 0 ? new[] { "raw", "ours" } : ["ours", "raw"])
            {
                await using HubSide side = name == "raw" ? new Raw() : new Ours(towns);
                await side.Open(street, cancel);
                held[name].Add(await Climb(side, street, cancel));
                tell($"  round {round + 1} {name}: {held[name][^1]:F0} presses a second held");
            }
        }
        var (ours, raw) = (Figure.Of(held["ours"]), Figure.Of(held["raw"]));
        return [new("S9", $"presses a second held (p99 to the last of 50 under 250 ms, receipts on), {street}", ours.Median / raw.Median, 0.5, 0.8, "/s", ours, raw, AtLeast: true)];
    }

    private static async Task<double> Climb(HubSide side, Street street, CancellationToken cancel)
    {
        var next = 0;
        int Shop() => (int)((long)next++ * 7_919 % street.Pressers);
        for (var i = 0; i < WarmUps; i++) await side.Press(Shop(), cancel);
        await side.Quiet(cancel);
        var (held, step) = (0d, 1.5);
        for (var rate = 20d; next + rate * Step.TotalSeconds < 3 * street.Pressers; rate *= step) // a shop's quota is three in ten minutes
        {
            var holds = await Holds(side, rate, Shop, cancel);
            await side.Quiet(cancel);
            if (holds) held = rate;
            else if (step > 1.2 && held > 0) (rate, step) = (held, 1.15); // once more from the last that held, in smaller steps
            else break;
        }
        return held;
    }

    private static async Task<bool> Holds(HubSide side, double rate, Func<int> shop, CancellationToken cancel)
    {
        var (began, presses) = (Stopwatch.StartNew(), new List<Task<Timing?>>());
        for (var i = 0; began.Elapsed < Step; i++)
        {
            var wait = TimeSpan.FromSeconds(i / rate) - began.Elapsed;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancel);
            presses.Add(side.Press(shop(), cancel));
        }
        var timings = await Task.WhenAll(presses);
        return timings.All(t => t is not null) && timings.Select(t => t!.Last).P(0.99) < HeldMs;
    }
}
