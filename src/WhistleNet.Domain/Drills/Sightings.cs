using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Timelines as a scenario speaks of them: who in which part did what.</summary>
public static class Sightings
{
    /// <param name="scenario">What a tick may be about.</param>
    /// <param name="raiser">The shop that plays the pressing one.</param>
    /// <param name="lines">Of the drill's alerts.</param>
    /// <param name="ticks">Of the drill itself.</param>
    /// <param name="shopOf">The shop of a device or a person; none for the station's.</param>
    public static IEnumerable<Seen> Of(Scenario scenario, string? raiser, IEnumerable<(Alert Alert, AlertLine Line)> lines, IEnumerable<DrillLine> ticks, Func<string?, string?> shopOf)
    {
        foreach (var (alert, line) in lines)
        {
            if (line.WhoId == Actor.System.Id || What(line) is not { } what) continue;
            var shop = line.What == Entry.Raised ? alert.ShopId : shopOf(line.WhoId);
            yield return new Seen(what, shop is null ? Part.Station : shop == raiser ? Part.Raiser : Part.Neighbour, line.At, shop);
        }
        foreach (var tick in ticks.Where(l => l.What == DrillEntry.Ticked).SelectMany(l => Ticked(scenario, l))) yield return tick;
    }

    // Round a table nobody presses and nobody comes: what is said to be done is ticked, and is then as good as done, by as many shops as must.
    private static IEnumerable<Seen> Ticked(Scenario scenario, DrillLine line) =>
        scenario.Expected.FirstOrDefault(e => e.Id == line.Text) is { } said && said.What != Happening.Observed
            ? Enumerable.Range(1, said.Shops).Select(shop => new Seen(said.What, said.Who, line.At, $"{line.Text} {shop}"))
            : [new Seen(Happening.Observed, Part.Observer, line.At, Tick: line.Text)];

    private static Happening? What(AlertLine line) => line.What switch
    {
        Entry.Raised => Happening.Pressed,
        Entry.Taken => Happening.Taken,
        Entry.OnScene => Happening.OnScene,
        Entry.Contained => Happening.Contained,
        Entry.Note => Happening.Noted,
        Entry.Closed => Happening.Closed,
        Entry.Details when Words.Parse<Kind>(line.Text) is not null => Happening.KindTold,
        Entry.Safe => line.Text == "mistake" ? Happening.Mistake : Happening.SaidSafe,
        Entry.Observed => line.Text?.Split(": ")[0] == Observation.SelfHelp.Word() ? Happening.SelfHelp : Happening.Reported,
        Entry.Answered => Words.Parse<Reply>(line.Text) switch
        {
            Reply.Coming => Happening.Coming,
            Reply.CannotCome => Happening.CannotCome,
            Reply.Arrived => Happening.Arrived,
            Reply.Withdrawn => Happening.Withdrawn,
            _ => null,
        },
        _ => null,
    };
}
