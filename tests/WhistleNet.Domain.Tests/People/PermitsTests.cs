using WhistleNet.Alerts;

namespace WhistleNet.People;

/// <summary>Who may do what, as a table that somebody can read aloud.</summary>
public sealed class PermitsTests
{
    private static readonly Alert Alert = Some.Alert();

    private static readonly Dictionary<string, (Actor Who, bool Notified)> People = new()
    {
        ["raiser"] = (Some.Raiser, true),
        ["neighbour"] = (new("n", "n", Role.Device, "station", "next-door"), true),
        ["bystander"] = (new("b", "b", Role.Device, "station", "far-away"), false),
        ["officer"] = (Some.Officer, false),
        ["commander"] = (Some.Commander, false),
        ["token"] = (new("t", "t", Role.OfficerToken, "station"), false),
        ["wall"] = (new("w", "w", Role.Wall, "station"), false),
        ["organizer"] = (new("o", "o", Role.Organizer, "station"), false),
        ["stranger"] = (new("s", "s", Role.Officer, "another-station"), false),
        ["admin"] = (new("a", "a", Role.Admin, "station"), false),
        ["nobody"] = (new("", "", Role.None), false),
    };

    [Theory]
    [InlineData(Act.SeeAlert, "raiser neighbour officer commander token wall organizer")]
    [InlineData(Act.SeeNotices, "officer commander token organizer")]
    [InlineData(Act.Answer, "neighbour")]
    [InlineData(Act.Observe, "raiser neighbour officer commander token")]
    [InlineData(Act.TellKind, "raiser officer commander token")]
    [InlineData(Act.TellLevel, "officer commander token")]
    [InlineData(Act.SaySafe, "raiser")]
    [InlineData(Act.Take, "officer commander token")]
    [InlineData(Act.Mark, "officer commander token")]
    [InlineData(Act.Widen, "officer commander token")]
    [InlineData(Act.Escalate, "officer commander token")]
    [InlineData(Act.Close, "officer commander token")]
    [InlineData(Act.Reopen, "officer commander token")]
    [InlineData(Act.Merge, "officer commander token")]
    [InlineData(Act.CallMalicious, "commander token")]
    public void Who_may_do_this_to_an_alert(Act act, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', People.Where(p => p.Value.Who.May(act, Alert, p.Value.Notified)).Select(p => p.Key)));

    [Theory]
    [InlineData(Act.RaiseForAnother, "officer commander token")]
    [InlineData(Act.SeeStation, "officer commander token wall organizer")]
    [InlineData(Act.SeeCircles, "officer commander token organizer admin")]
    [InlineData(Act.ManageDevices, "officer commander organizer admin")]
    [InlineData(Act.ManageSettings, "commander admin")]
    [InlineData(Act.ManagePeople, "commander admin")]
    [InlineData(Act.SeeReports, "officer commander token organizer")]
    [InlineData(Act.CommentReports, "officer commander organizer")]
    [InlineData(Act.AssessReports, "commander organizer")]
    [InlineData(Act.Improve, "commander organizer")]
    [InlineData(Act.SeeGear, "officer commander organizer")]
    [InlineData(Act.ManageGear, "officer commander organizer")]
    [InlineData(Act.InspectGear, "officer commander organizer")]
    public void Who_may_do_this_at_a_station(Act act, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', People.Where(p => p.Value.Who.May(act, "station")).Select(p => p.Key)));

    [Fact]
    public void Only_the_taker_or_the_commander_hands_back()
    {
        var alert = Some.Taken();
        Assert.True(Some.Officer.May(Act.HandBack, alert));
        Assert.True(Some.Commander.May(Act.HandBack, alert));
        Assert.False(Some.OtherOfficer.May(Act.HandBack, alert));
    }

    [Fact]
    public void The_pressed_shop_never_sees_the_level() =>
        Assert.Equal(["raiser"], People.Where(p => !p.Value.Who.May(Act.SeeLevel, Alert, p.Value.Notified)).Select(p => p.Key));

    [Fact]
    public void A_device_whistles_for_its_own_shop_and_an_owner_sets_its_words()
    {
        Assert.True(Some.Raiser.MayFor(Act.Raise, "shop"));
        Assert.False(Some.Raiser.MayFor(Act.Raise, "next-door"));
        Assert.False(Some.Raiser.MayFor(Act.SetWords, "shop"));
        Assert.True(new Actor("o", "o", Role.ShopOwner, "station", "shop").MayFor(Act.SetWords, "shop"));
    }

    [Theory]
    [InlineData(Role.ShopOwner, true)]
    [InlineData(Role.ShopStaff, true)]
    [InlineData(Role.Device, false)]
    public void A_person_of_a_shop_sees_and_inspects_its_own_gear_and_manages_none(Role role, bool allowed)
    {
        var who = new Actor("p", "p", role, "station", "shop");
        Assert.Equal((allowed, allowed, false), (who.MayFor(Act.SeeGear, "shop"), who.MayFor(Act.InspectGear, "shop"), who.MayFor(Act.ManageGear, "shop")));
        Assert.False(who.MayFor(Act.InspectGear, "next-door"));
        Assert.False(who.May(Act.SeeGear, "station"));
    }
}
