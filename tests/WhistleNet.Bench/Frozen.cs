using System.Net;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>F7: one device in twenty is held by a second process, which is stopped with SIGSTOP: their sockets stay open and nobody reads them. The others must not notice.</summary>
public static class Frozen
{
    private const int Every = 20;

    /// <summary>What the second process does: <c>hold ADDRESS PATHS</c>.</summary>
    public static async Task Hold(string address, string paths)
    {
        var lines = await File.ReadAllLinesAsync(paths);
        await using var crowd = new Crowd(IPEndPoint.Parse(address));
        await crowd.Gather(lines[0], [.. lines.Skip(1).Select((path, i) => (i, path))], CancellationToken.None);
        Console.WriteLine("ready");
        await Task.Delay(Timeout.Infinite);
    }

    public static async Task<IEnumerable<Row>> Others(Options options, Towns towns, Action<string> tell, CancellationToken cancel)
    {
        var street = new Street(options.Connected, 50, options.Connected);
        await using var side = new Ours(towns) { Elsewhere = shop => shop % Every == Every - 1 };
        await side.Open(street, cancel);
        var paths = Path.Combine(side.Data, "held.txt");
        await File.WriteAllLinesAsync(paths, [side.PathOf(Every - 1), .. Enumerable.Range(0, street.Connected).Where(side.Elsewhere).Select(side.PathOf)], cancel);
        using var holder = await Served.StartPlain(typeof(Frozen).Assembly.Location, side.Server.Address, "hold", $"{side.Server.Address}", paths);
        await Presses(side, street, options.WarmUps, cancel);
        var before = await Presses(side, street, options.Presses, cancel);
        tell($"  all awake: p99 {before.P(0.99):F1} ms");
        holder.Signal("STOP");
        var after = await Presses(side, street, options.Presses, cancel);
        tell($"  {street.Connected / Every} stopped: p99 {after.P(0.99):F1} ms");
        return
        [
            new("F7", $"press to the last of those awake, p99, {street.Connected / Every} of {street.Connected} devices stopped over none", after.P(0.99) / before.P(0.99), 1.25, 1.0, "ms",
                new(after.P(0.99), after.Min(), after.Max()), new(before.P(0.99), before.Min(), before.Max())),
        ];
    }

    private static int _next;

    private static async Task<List<double>> Presses(Ours side, Street street, int count, CancellationToken cancel)
    {
        var last = new List<double>();
        while (last.Count < count)
        {
            var shop = (int)((long)_next++ * 7_919 % street.Pressers);
            if (side.Elsewhere(shop)) continue;
            last.Add((await side.Press(shop, cancel))?.Last ?? double.PositiveInfinity);
            await side.Quiet(cancel);
        }
        return last;
    }
}
