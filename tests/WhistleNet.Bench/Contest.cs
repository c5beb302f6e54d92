using WhistleNet.Bench.Load;
using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>A side at a size.</summary>
public sealed record Entrant(string Name, Street Street, Func<Side> Make);

/// <summary>What one round of one entrant showed.</summary>
/// <param name="ProcessorMs">Of the server, for one press and its receipts.</param>
/// <param name="Lost">Presses after which somebody never heard, or the station missed a receipt.</param>
public sealed record Round(IReadOnlyList<Timing> Presses, int Lost, int Dropped, long ResidentKb, double Commits, double ProcessorMs)
{
    public double Last(double share) => Presses.Select(p => p.Last).P(share);
    public double Receipts(double share) => Presses.Select(p => p.Receipts).P(share);
}

/// <summary>Rounds of several entrants in rotating order, each with a fresh server and a fresh crowd, one at a time.</summary>
public sealed class Contest(int rounds, int warmUps, int presses, bool weigh, Action<string> tell)
{
    private const int TogetherInWarmUp = 4;

    public async Task<Dictionary<string, List<Round>>> Run(IReadOnlyList<Entrant> entrants, CancellationToken cancel)
    {
        var results = entrants.ToDictionary(e => e.Name, _ => new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < entrants.Count; i++)
            {
                var entrant = entrants[(round + i) % entrants.Count];
                var result = await Once(entrant, cancel);
                results[entrant.Name].Add(result);
                tell($"  round {round + 1} {entrant.Name,-12} {entrant.Street}: last heard p50 {result.Last(0.5):F1} p99 {result.Last(0.99):F1} ms, receipts p50 {result.Receipts(0.5):F1} ms, server {result.ProcessorMs:F1} ms"
                    + (result.Lost + result.Dropped > 0 ? $", LOST {result.Lost}, dropped lines {result.Dropped}" : ""));
            }
        }
        return results;
    }

    private async Task<Round> Once(Entrant entrant, CancellationToken cancel)
    {
        await using var side = entrant.Make();
        await side.Open(entrant.Street, cancel);
        var (timings, lost, commits, spent) = (new List<Timing>(), 0, new List<int>(), TimeSpan.Zero);
        var next = 0;
        int Shop() => (int)((long)next++ * 7_919 % entrant.Street.Pressers); // another each time, all over the street: a shop's quota is three in ten minutes
        while (next < warmUps)
        {
            await Task.WhenAll(Enumerable.Range(0, TogetherInWarmUp).Select(_ => side.Press(Shop(), cancel)));
            await side.Quiet(cancel);
            if (next % (warmUps / 4 + 1) < TogetherInWarmUp) await Task.Delay(TimeSpan.FromSeconds(1), cancel); // for the compiler, which works behind
        }
        for (var press = 0; press < presses; press++)
        {
            var before = side is Ours ours ? WalCommits.Read(ours.Data) : null;
            var began = side.Server.Processor();
            var timing = await side.Press(Shop(), cancel);
            spent += side.Server.Processor() - began;
            if (timing is null) lost++;
            else timings.Add(timing);
            if (before is not null && WalCommits.Read(((Ours)side).Data).Since(before) is { } made) commits.Add(made);
            await side.Quiet(cancel);
        }
        for (var i = 0; weigh && i < 2; i++) await Collector.Collect(side.Server.Id, cancel);
        return new Round(timings, lost, (side as HubSide)?.Crowd.Dropped ?? 0, side.Server.ResidentKb(), commits.Count > 0 ? commits.Average() : double.NaN, spent.TotalMilliseconds / presses);
    }
}
