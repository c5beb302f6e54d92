using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.Notes;

/// <summary>What notes and mediations mean: who is owed a follow-up, when it is overdue, what is a repeat, which scenario is spoken for.</summary>
public sealed class NoteTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Only_a_real_alert_that_was_closed_as_mediation_owes_one()
    {
        Assert.True(Mediation.IsOwedBy(Closed(Mode.Real, Outcome.Mediation)));
        Assert.False(Mediation.IsOwedBy(Closed(Mode.Real, Outcome.Stopped)));
        Assert.False(Mediation.IsOwedBy(Closed(Mode.Drill, Outcome.Drill)));
        Assert.False(Mediation.IsOwedBy(Some.Alert()));
        var owed = Mediation.Of(Closed(Mode.Real, Outcome.Mediation), Today);
        Assert.Equal(("alert", "shop", Today.AddDays(Mediation.Days)), (owed.Id, owed.ShopId, owed.DueOn)); // by the alert's id: owed twice it is one
    }

    [Fact]
    public void It_is_overdue_the_day_after_its_day_and_ends_with_words_once()
    {
        var mediation = Mediation.Of(Closed(Mode.Real, Outcome.Mediation), Today);
        Assert.Null(mediation.Assign("老周", Today, Today));
        Assert.Equal((MediationStanding.Open, MediationStanding.Overdue), (mediation.At(Today), mediation.At(Today.AddDays(1))));
        Assert.Equal(MediationRefusal.DayPast, mediation.Assign("老周", Today.AddDays(-1), Today));
        Assert.Null(mediation.Assign("老李", Today, Today.AddDays(3))); // who mediates may change although the day is past
        Assert.Equal(MediationRefusal.ResultMissing, mediation.Close(MediationState.Settled, " ", Some.Officer, Some.Morning));
        Assert.Equal(MediationRefusal.ResultMissing, mediation.Close(MediationState.Open, "好了", Some.Officer, Some.Morning));
        Assert.Null(mediation.Close(MediationState.Settled, "摊位各退一步", Some.Officer, Some.Morning));
        Assert.Equal(MediationRefusal.IsOver, mediation.Close(MediationState.HandedOn, "再说", Some.Officer, Some.Morning));
        Assert.Equal(MediationRefusal.IsOver, mediation.Assign("谁", Today, Today));
        Assert.Equal(MediationStanding.Over, mediation.At(Today.AddDays(99)));
    }

    [Fact]
    public void The_third_time_at_one_address_within_half_a_year_is_seen()
    {
        FellOut At(string id, int daysAgo, string? shop = "a", string? place = null) => new(id, shop, place, Some.Morning.AddDays(-daysAgo));
        FellOut[] all = [At("now", 0), At("spring", 100), At("summer", 40), At("long ago", 190), At("elsewhere", 10, "b"), At("later", -5), At("summer", 40)];
        Assert.Equal(3, Repeats.Of(all[0], all));
        Assert.Equal(2, Repeats.Of(all[1], all)); // in its day the one of long ago was 90 days old
        Assert.Equal(1, Repeats.Of(all[4], all));
        FellOut[] words = [At("x", 0, null, "东门 口，水果摊"), At("y", 9, null, "东门口水果摊"), At("z", 9, null, null)];
        Assert.Equal(2, Repeats.Of(words[0], words));
        Assert.Equal(1, Repeats.Of(words[2], words)); // no words are no address
    }

    [Fact]
    public void Quarrels_and_near_misses_speak_for_a_scenario_that_can_be_played_so_and_nothing_else_does()
    {
        var scenarios = new[] { Scenario("fight", Kind.Fight), Scenario("fire", Kind.Fire), Scenario("radio", null) };
        Note[] notes = [Note(NoteKind.Quarrel), Note(NoteKind.Quarrel), Note(NoteKind.NearMiss, Kind.Fire), Note(NoteKind.NearMiss), Note(NoteKind.Hazard, Kind.Fire), Note(NoteKind.GoodNews, Kind.Fire), Note(NoteKind.Suspicious, Kind.Fire)];
        var found = Proposal.Of(notes, scenarios, DrillForm.Live);
        Assert.Equal(("fight", 2, 0), (found!.Scenario.Name, found.Quarrels, found.NearMisses));
        Assert.Equal(("fire", 0, 1), Proposal.Of(notes.Where(n => n.Kind != NoteKind.Quarrel), scenarios, DrillForm.Live) is { } second ? (second.Scenario.Name, second.Quarrels, second.NearMisses) : default);
        Assert.Null(Proposal.Of(notes, [], DrillForm.Live));
        Assert.Null(Proposal.Of([], scenarios, DrillForm.Live));
    }

    [Fact]
    public void A_place_typed_as_a_point_is_one_and_words_are_words()
    {
        Assert.Equal(41.68, Notes.Note.PointOf("41.68, 122.1")!.Value.Lat);
        Assert.Equal(122.1, Notes.Note.PointOf("41.68，122.1")!.Value.Lon);
        foreach (var words in new[] { "东门口", "12 34", "91.5, 10.0", "41.6, 181.0", "", null, "41.6, 1.0, 2.0" }) Assert.Null(Notes.Note.PointOf(words));
    }

    [Fact]
    public void A_seventh_word_in_an_hour_waits_until_the_first_is_an_hour_old()
    {
        var sent = Enumerable.Range(0, 6).Select(n => Some.Morning.AddMinutes(n * 5)).ToList();
        var now = Some.Morning.AddMinutes(40);
        Assert.Null(Bulletin.Wait(sent.Take(5), now));
        Assert.Equal(TimeSpan.FromMinutes(20), Bulletin.Wait(sent, now));
        Assert.Null(Bulletin.Wait(sent, Some.Morning.AddHours(1)));
        Assert.Equal(TimeSpan.FromMinutes(4), Bulletin.Wait(sent.Append(Some.Morning.AddMinutes(61)), Some.Morning.AddMinutes(61)));
    }

    [Fact]
    public void A_word_is_for_its_circles_and_shops_or_for_everybody_of_its_station()
    {
        var (here, elsewhere) = (Some.Shop("s1", 41, 122), Some.Shop("s2", 41, 122, "other"));
        Bulletin To(string? circles, string? shops, string station = "station") => new() { Id = "b", StationId = station, Kind = BulletinKind.Word, At = Some.Morning, ById = "o", Circles = circles, Shops = shops };
        Assert.True(To(null, null).IsFor(here) && To(null, null).IsFor(elsewhere));
        Assert.True(To("circle x", null).IsFor(here) && !To("circle x", null).IsFor(elsewhere));
        Assert.True(To(null, "s2").IsFor(elsewhere) && !To(null, "s2").IsFor(here));
        Assert.False(To(null, null, "another").IsFor(here));
        Assert.False(To(null, "s22").IsFor(elsewhere)); // a name that begins alike is another
    }

    private static Note Note(NoteKind kind, Kind? about = null) => new() { Id = Guid.NewGuid().ToString("N"), StationId = "station", Kind = kind, About = about, WhoId = "o", At = Some.Morning };

    private static Scenario Scenario(string name, Kind? kind) => new()
    {
        Name = name, Version = 1, Kind = kind, Title = Word, Summary = Word, Storyline = Word, Forms = [DrillForm.Live], Minutes = 20, Needs = [], Acts = [], Never = [], Cards = [], Safety = [],
    };

    private static Wording Word => new("一", "a");

    private static Alert Closed(Mode mode, Outcome outcome)
    {
        var alert = Some.Alert(mode);
        Assert.Null(alert.Take(Some.Officer, Some.Morning.AddSeconds(5), Clocks.Default));
        Assert.Null(alert.Close(Some.Officer, outcome, "x", Some.Morning.AddSeconds(60)));
        return alert;
    }
}
