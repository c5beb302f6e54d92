using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>What the timelines of a drill say that people did.</summary>
public sealed class SightingTests
{
    private static readonly Actor Neighbour = new("d-a", "隔壁", Role.Device, "station", "a");

    [Fact]
    public void Each_line_is_what_somebody_did_in_their_part()
    {
        var alert = Some.Alert(Mode.Drill);
        var notice = Some.Notice("a");
        alert.Tell(Kind.Disorder, null, Some.Raiser, At(10));
        alert.Observe(Observation.SelfHelp, null, Some.Raiser, At(11));
        foreach (var reply in new[] { Reply.CannotCome, Reply.Coming, Reply.Arrived }) alert.Answer(notice, reply, null, [notice], Neighbour, At(12 + (int)reply), ringsLeft: false);
        alert.Observe(Observation.NothingThere, "门关着", Neighbour, At(20));
        alert.Take(Some.Officer, At(21), Clocks.Default);
        foreach (var mark in Enum.GetValues<Mark>()) alert.MarkAs(mark, Some.Officer, At(22 + (int)mark), Clocks.Default, "到了");
        alert.Answer(notice, Reply.Withdrawn, null, [notice], Neighbour, At(30), ringsLeft: false);
        alert.SaySafe(mistake: true, SafeWord.None, Some.Raiser, At(31));
        alert.SaySafe(mistake: false, SafeWord.Safe, Some.Raiser, At(32));
        alert.Close(Some.Officer, Outcome.Drill, "完", At(33));
        Assert.Equal(
            """
            raiser pressed shop
            raiser kindTold shop
            raiser selfHelp shop
            neighbour coming a
            neighbour cannotCome a
            neighbour arrived a
            neighbour reported a
            station taken
            station onScene
            station contained
            station noted
            neighbour withdrawn a
            raiser mistake shop
            raiser saidSafe shop
            station closed
            """.ReplaceLineEndings("\n"),
            string.Join('\n', Of(alert).OrderBy(s => s.At).Select(s => $"{s.Who.Word()} {s.What.Word()} {s.Shop}".TrimEnd())));
    }

    [Fact]
    public void What_the_clock_does_nobody_did_and_another_shop_that_presses_is_a_neighbour()
    {
        var (alert, other) = (Some.Alert(Mode.Drill), Some.Alert(Mode.Drill, id: "other"));
        alert.Widen(Actor.System, At(60), Clocks.Default, 4, last: false);
        alert.GoStale(At(70));
        alert.Tell(null, 4, Some.Officer, At(80)); // the level is no kind
        Assert.Single(Of(alert));
        Assert.Equal(Part.Neighbour, Sightings.Of(Rehearsal.Files["robbery"], "elsewhere", other.Lines.Select(l => (other, l)), [], ShopOf).Single().Who);
    }

    [Fact]
    public void A_tick_tells_what_an_observer_saw_and_round_a_table_stands_for_what_would_be_done_by_all_who_must()
    {
        var ticks = new[] { "form-up", "arrive", "grabbed" }.Select((id, at) => new DrillLine { DrillId = "d", At = At(at), What = DrillEntry.Ticked, Text = id }).Append(new DrillLine { DrillId = "d", At = At(9), What = DrillEntry.Told, Text = "bangs-table" });
        var seen = Sightings.Of(Rehearsal.Files["drunk-and-loud"], null, [], ticks, ShopOf).ToList();
        Assert.Equal(["form-up", "grabbed"], seen.Where(s => s.What == Happening.Observed).Select(s => s.Tick));
        Assert.Equal(3, seen.Where(s => s is { What: Happening.Arrived, Who: Part.Neighbour }).Select(s => s.Shop).Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    private static DateTimeOffset At(int seconds) => Some.Morning.AddSeconds(seconds);

    private static string? ShopOf(string? who) => who switch { "device" => "shop", "d-a" => "a", _ => null };

    private static IEnumerable<Seen> Of(Alert alert) => Sightings.Of(Rehearsal.Files["robbery"], "shop", alert.Lines.Select(l => (alert, l)), [], ShopOf);
}
