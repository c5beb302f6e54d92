using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>What does not grow with the town: S6, S7, S8, S11.</summary>
public static class Scale
{
    private const int Few = 1_000;

    public static async Task<IEnumerable<Row>> OfConnections(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var (few, many) = (new Street(Few, 50, Few), new Street(options.Most, 50, options.Most));
        var results = await contest.Run([new("ours few", few, () => new Ours(towns)), new("raw many", many, () => new Raw()), new("ours many", many, () => new Ours(towns))], cancel);
        return
        [
            Speed.Over("S6", $"press to the last of 50, p50: {options.Most} connections over {Few}", results["ours many"], results["ours few"], r => r.Last(0.5), 1.5, 1.25),
            Speed.Over("S11", $"resident memory after a full collection, N={options.Most}", results["ours many"], results["raw many"], r => r.ResidentKb / 1_024d, 1.5, 1.2, "MB"),
        ];
    }

    public static async Task<IEnumerable<Row>> OfShops(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var (small, large) = (new Street(Few, 50, Few), new Street(Few, 50, options.Registered));
        var results = await contest.Run([new("few shops", small, () => new Ours(towns)), new("many shops", large, () => new Ours(towns))], cancel);
        var (town, data) = await towns.Fresh(large);
        Directory.Delete(data, recursive: true);
        return
        [
            Speed.Over("S7", $"press to the last of 50, p50: {options.Registered} registered shops over {Few}, N={Few}", results["many shops"], results["few shops"], r => r.Last(0.5), 1.1, 1.05),
            new("S7", $"import of {options.Registered} shops", town.Import.TotalSeconds, null, null, "s"),
        ];
    }

    public static async Task<IEnumerable<Row>> OfRecipients(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var (most, connected) = (options.Crowd, Math.Max(options.Connected, options.Crowd + 1));
        var (some, crowd) = (new Street(connected, 200, connected), new Street(connected, most, connected));
        var results = await contest.Run([new("200 hear", some, () => new Ours(towns)), new("all hear", crowd, () => new Ours(towns))], cancel);
        var row = Speed.Over("S8", $"press to the last, p50, for each recipient: K={most} over K=200, N={connected}", results["all hear"], results["200 hear"], r => r.Last(0.5), 1.25, 1.0);
        return [row with { Value = row.Value * 200 / most, Note = row.Note ?? "times are of the whole press" }];
    }
}
