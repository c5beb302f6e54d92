using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>How fast a press reaches everybody: S1, S2, S3, S5, S10, S13, P4.</summary>
public static class Speed
{
    public static async Task<IEnumerable<Row>> OfCircles(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var street = new Street(options.Connected, 50, options.Connected);
        List<Entrant> entrants = [new("raw", street, () => new Raw()), new("ours", street, () => new Ours(towns))];
        if (options.Wants("S3") && Mosquitto.Missing is null) entrants.Add(new("mosquitto", street, () => new Mosquitto()));
        var results = await contest.Run(entrants, cancel);
        var (raw, ours) = (results["raw"], results["ours"]);
        var broker = results.GetValueOrDefault("mosquitto");
        var each = ours.SelectMany(r => r.Presses).SelectMany(p => p.Each).ToList();
        var station = ours.SelectMany(r => r.Presses).Select(p => p.Station).ToList();
        return
        [
            Over("S1", $"press to the last of 50, p50, {street}", ours, raw, r => r.Last(0.5), 2.0, 1.5),
            Over("S2", $"press to all 50 receipts at the station (ours on disk), p50, {street}", ours, raw, r => r.Receipts(0.5), 2.0, 1.5),
            broker is null ? new("S3", "press to all 50 receipts over Mosquitto", null, 1.0, 0.85, Note: Mosquitto.Missing)
                : Over("S3", $"press to all 50 receipts over Mosquitto (QoS 1, persistence), p50, {street}", ours, broker, r => r.Receipts(0.5), 1.0, 0.85),
            Over("S5", $"press to the last of 50, p99, {street}", ours, raw, r => r.Last(0.99), 3, 2),
            Alone("S10", "commits for a press and its receipts", ours, r => r.Commits, 4, 3, null),
            new("P4", $"press to the station's screen client, p99, {street}", station.P(0.99), 1_000, null, "ms", new(station.P(0.5), station.Min(), station.Max()), Note: "from the press, so the commit is in it"),
            new("P4", $"press to a neighbour's open page, p99, {street}", each.P(0.99), 2_000, null, "ms", new(each.P(0.5), each.Min(), each.Max()), Note: "likewise"),
        ];
    }

    public static async Task<IEnumerable<Row>> OfTwelve(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var street = new Street(options.Connected, 11, options.Connected);
        var results = await contest.Run([new("raw", street, () => new Raw()), new("ours", street, () => new Ours(towns))], cancel);
        return
        [
            Over("S13", $"press to the last of 11, p50, {street}", results["ours"], results["raw"], r => r.Last(0.5), 3.0, 2.2),
            Over("S13", $"press to all 11 receipts at the station, p50, {street}", results["ours"], results["raw"], r => r.Receipts(0.5), 3.0, 2.2),
        ];
    }

    /// <summary>The ratio of the medians, each over its rounds.</summary>
    public static Row Over(string id, string what, IReadOnlyList<Round> ours, IReadOnlyList<Round> raw, Func<Round, double> of, double goal, double beyond, string unit = "ms")
    {
        var (a, b) = (Figure.Of(ours.Select(of)), Figure.Of(raw.Select(of)));
        return new(id, what, a.Median / b.Median, goal, beyond, unit, a, b, Note: Loss(ours, raw));
    }

    private static Row Alone(string id, string what, IReadOnlyList<Round> ours, Func<Round, double> of, double goal, double beyond, string? unit)
    {
        var figure = Figure.Of(ours.Select(of));
        return new(id, what, figure.Median, goal, beyond, unit, figure, Note: Loss(ours, []));
    }

    private static string? Loss(IReadOnlyList<Round> ours, IReadOnlyList<Round> raw) =>
        ours.Concat(raw).Sum(r => r.Lost) is var lost && ours.Concat(raw).Sum(r => r.Dropped) is var dropped && lost + dropped > 0 ? $"{lost} presses not heard by all, {dropped} lines dropped" : null;
}
