using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Drills;

/// <summary>What holds whatever people do, in whichever of our scenarios, however often and whenever the engine is asked.</summary>
public sealed class PlayProperties
{
    /// <summary>Seconds. Everything in our scenarios comes at a multiple of it, so that asking at each of them is asking punctually.</summary>
    private const int Step = 5;

    /// <summary>A scenario, what people did in it, and how it is asked.</summary>
    public sealed record Evening(string Scenario, string Moves, int Every, int Times)
    {
        public Rehearsal Rehearsal => new(Drills.Rehearsal.Files[Scenario], Moves);
    }

    public static class Evenings
    {
        private static readonly string[] Names = [.. Drills.Rehearsal.Files.Keys.Order(StringComparer.Ordinal)];
        private static readonly string[] Done = ["R pressed", "R selfHelp", "R kindTold", "R mistake", "A coming", "B cannotCome", "C coming", "A arrived", "C arrived", "A withdrawn", "B reported", "S taken", "S onScene", "S contained", "S noted", "S closed", "A reported", "R reported"];

        public static Arbitrary<Evening> One() =>
            (from name in Gen.Elements(Names)
             from moves in Gen.Zip(Gen.Choose(0, 140), Gen.Elements(Done)).Select(m => $"{m.Item1 * Step} {m.Item2}").NonEmptyListOf()
             from every in Gen.Choose(1, 12).Select(e => e * Step)
             from times in Gen.Choose(1, 3)
             select new Evening(name, string.Join('\n', moves), every, times)).ToArbitrary();
    }

    [Property(Arbitrary = [typeof(Evenings)], MaxTest = 40)]
    public void No_inject_is_told_twice_or_before_its_time(Evening evening)
    {
        var (told, _) = evening.Rehearsal.Run(evening.Every, evening.Times);
        Assert.Equal(told.Count, told.Select(p => p.Id).Distinct().Count());
        Assert.All(told, p => Assert.True(p.At >= Time(evening, p.Id)));
    }

    [Property(Arbitrary = [typeof(Evenings)], MaxTest = 40)]
    public void Asked_twice_it_is_told_what_it_is_told_when_asked_once(Evening evening) =>
        Assert.Equal(evening.Rehearsal.Run(evening.Every).Told, evening.Rehearsal.Run(evening.Every, times: 3).Told);

    [Property(Arbitrary = [typeof(Evenings)], MaxTest = 40)]
    public void Asked_once_at_the_end_the_same_is_told_in_the_same_order_and_the_same_went_otherwise(Evening evening)
    {
        var minutes = Rehearsal.Files[evening.Scenario].Minutes;
        var (told, end) = evening.Rehearsal.Run(Step);
        var late = evening.Rehearsal.Ask([], minutes * 60);
        Assert.Equal(told.Select(p => p.Id), late.Due.Select(i => i.Id));
        Assert.Equal(Rehearsal.Said(end), Rehearsal.Said(late));
    }

    [Property(Arbitrary = [typeof(Evenings)], MaxTest = 40)]
    public void What_was_missed_or_done_wrong_stays_so_and_the_past_is_told_as_it_was(Evening evening)
    {
        var (told, end) = evening.Rehearsal.Run(Step);
        var half = Rehearsal.Files[evening.Scenario].Minutes * 30;
        var before = evening.Rehearsal.Ask(told.Where(p => p.At <= Rehearsal.At(half)), half).Deviations;
        foreach (var deviation in before)
        {
            Assert.Contains(end.Deviations, d => d.Id == deviation.Id && (d.What == deviation.What || (deviation.What, d.What) == (Deviating.Missed, Deviating.Late)));
        }
    }

    [Property(Arbitrary = [typeof(Evenings)], MaxTest = 40)]
    public void Nothing_is_expected_of_anybody_before_it_has_come_up(Evening evening)
    {
        var (_, end) = evening.Rehearsal.Run(evening.Every);
        Assert.All(end.Expected, e => Assert.Equal(e.State is Standings.Open or Standings.Late or Standings.Missed, e.Until is not null && e.State != Standings.Met));
    }

    // By the shortest way that leads to it: what it follows, and its seconds on top.
    private static DateTimeOffset Time(Evening evening, string id)
    {
        var inject = Rehearsal.Files[evening.Scenario].Injects.Single(i => i.Id == id);
        var since = inject.After == Play.Start ? Rehearsal.At(0)
            : Alerts.Words.Parse<Happening>(inject.After) is { } what ? evening.Rehearsal.Seen.Where(s => s.What.Is(what)).Min(s => s.At)
            : Time(evening, inject.After);
        return since.AddSeconds(inject.Seconds);
    }
}
