using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>What can be done to a drill, in every state, and what it says of it.</summary>
public sealed class DrillTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Organizer = new("o", "组织者", Role.Organizer, "s");
    private static readonly Dictionary<string, Func<Drill, Refusal?>> Moves = new()
    {
        ["start"] = d => d.Start(Organizer, Now), ["stop"] = d => d.Stop(Organizer, "雨", Now), ["cancel"] = d => d.Cancel(Organizer, "雨", Now), ["announce"] = d => d.Announce(Organizer, Now),
    };

    public static TheoryData<string, string, DrillState?, Refusal?> Table => new()
    {
        { "planned", "start", DrillState.Running, null }, { "planned", "stop", null, Refusal.DrillNotRunning }, { "planned", "cancel", DrillState.Cancelled, null }, { "planned", "announce", null, Refusal.DrillNotRunning },
        { "running", "start", DrillState.Running, null }, { "running", "stop", DrillState.Over, null }, { "running", "cancel", null, Refusal.NotPermitted }, { "running", "announce", null, Refusal.NotPermitted },
        { "over", "start", null, Refusal.AlreadyClosed }, { "over", "stop", DrillState.Over, null }, { "over", "cancel", null, Refusal.AlreadyClosed }, { "over", "announce", DrillState.Over, null },
        { "cancelled", "start", null, Refusal.AlreadyClosed }, { "cancelled", "stop", null, Refusal.DrillNotRunning }, { "cancelled", "cancel", DrillState.Cancelled, null }, { "cancelled", "announce", null, Refusal.DrillNotRunning },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_move_is_made_or_refused_by_its_name(string from, string move, DrillState? becomes, Refusal? refusal)
    {
        var drill = In(from);
        var (state, version) = (drill.State, drill.Version);
        Assert.Equal(refusal, Moves[move](drill));
        Assert.Equal(becomes ?? state, drill.State);
        if (refusal is not null) Assert.Equal((version, version), (drill.Version, drill.Lines.Count));
    }

    [Fact]
    public void Every_state_and_every_move_stands_in_the_table() =>
        Assert.Equal(Enum.GetValues<DrillState>().Length * Moves.Count, Table.Select(r => (r.Data.Item1, r.Data.Item2)).Distinct().Count());

    [Theory]
    [InlineData("stop")]
    [InlineData("cancel")]
    public void Nobody_ends_a_drill_without_a_reason(string move)
    {
        var drill = In(move == "stop" ? "running" : "planned");
        Assert.Equal(Refusal.ReasonMissing, move == "stop" ? drill.Stop(Organizer, " ", Now) : drill.Cancel(Organizer, null, Now));
    }

    [Fact]
    public void Each_change_is_one_line_and_a_repeat_none()
    {
        var drill = In("planned");
        foreach (var move in new[] { "start", "start", "stop", "stop", "announce", "announce" }) Assert.Null(Moves[move](drill));
        Assert.Equal([DrillEntry.Planned, DrillEntry.Started, DrillEntry.Stopped, DrillEntry.Announced], drill.Lines.Select(l => l.What));
        Assert.Equal(drill.Lines.Count, drill.Version);
    }

    [Fact]
    public void A_notice_after_the_last_moment_is_late_and_one_in_it_is_not()
    {
        foreach (var (minutes, late) in new[] { (5, false), (6, true) })
        {
            var drill = In("over");
            drill.Announce(Organizer, Now.AddMinutes(minutes));
            Assert.Equal((late, late ? DrillEntry.AnnouncedLate : DrillEntry.Announced), (drill.IsAnnouncedLate, drill.Lines[^1].What));
        }
    }

    [Fact]
    public void A_blind_drill_is_secret_until_it_sounds_or_everybody_was_told()
    {
        var drill = In("running", blind: true);
        Assert.True(drill.IsSecret);
        Assert.True(drill.Sound(Organizer, Now));
        Assert.False(drill.Sound(Organizer, Now));
        Assert.False(drill.IsSecret);
        var silent = In("over", blind: true);
        Assert.True(silent.IsSecret);
        silent.Announce(Organizer, Now);
        Assert.False(silent.IsSecret);
        Assert.False(In("running").IsSecret);
    }

    [Fact]
    public void No_drill_begins_beside_a_real_alert_or_in_a_circle_that_is_drilling()
    {
        var drill = In("planned", circles: ["a", "b"]);
        Assert.Equal(Refusal.RealAlertOpen, Interlock.Refuses(drill, realAlertOpen: true, []));
        Assert.Equal(Refusal.CircleBusy, Interlock.Refuses(drill, realAlertOpen: false, [In("running", circles: ["b", "c"])]));
        Assert.Null(Interlock.Refuses(drill, realAlertOpen: false, [In("running", circles: ["c"]), drill]));
    }

    [Fact]
    public void A_press_names_a_live_drill_of_its_own_station_and_circle_that_runs()
    {
        Assert.True(Interlock.Admits(In("running"), "s", "a"));
        Assert.False(Interlock.Admits(null, "s", "a"));
        Assert.False(Interlock.Admits(In("running"), "s", "z"));
        Assert.False(Interlock.Admits(In("running"), "t", "a"));
        Assert.False(Interlock.Admits(In("running", form: DrillForm.Comms), "s", "a"));
        foreach (var other in new[] { "planned", "over", "cancelled" }) Assert.False(Interlock.Admits(In(other), "s", "a"));
    }

    [Fact]
    public void Who_does_not_plan_drills_knows_of_no_secret_one()
    {
        var (secret, open) = (In("running", blind: true), In("running"));
        foreach (var (roles, knows, sees) in new[] { (Role.Organizer, true, true), (Role.DutyCommander, true, true), (Role.OfficerToken, true, true), (Role.Officer, false, true), (Role.Wall, false, false), (Role.Admin, false, false), (Role.Auditor, false, false) })
        {
            var who = new Actor("x", "x", roles, "s");
            Assert.Equal((knows, sees), (who.MayKnow(secret), who.MayKnow(open)));
            Assert.False((who with { StationId = "t" }).MayKnow(open));
        }
        Assert.False(new Actor("x", "x", Role.ShopOwner, "s", "shop").MayKnow(open));
    }

    [Fact]
    public void A_shop_is_told_beforehand_of_its_circles_next_drill_and_of_a_blind_one_and_a_quiet_one_never()
    {
        var owner = new Actor("x", "店主", Role.ShopOwner, "s", "shop");
        bool Knows(Actor who, Drill drill, string circle = "a") => who.MayExpect(drill, drill.CircleIds, circle);
        Assert.True(Knows(owner, In("planned")));
        Assert.False(Knows(owner, In("planned", blind: true)));
        Assert.True(Knows(owner with { Roles = Role.ShopOwner | Role.Organizer }, In("planned", blind: true)));
        Assert.False(Knows(owner, In("planned", form: DrillForm.Comms)));
        Assert.False(Knows(owner, In("planned"), circle: "z"));
        Assert.False(Knows(owner with { StationId = "t" }, In("planned")));
        foreach (var other in new[] { "running", "over", "cancelled" }) Assert.False(Knows(owner, In(other)));
    }

    private static Drill In(string state, bool blind = false, DrillForm form = DrillForm.Live, params string[] circles)
    {
        var drill = Drill.Plan(new DrillPlanned(string.Join(' ', circles.Prepend(state)), "s", "演练", circles.Length > 0 ? circles : ["a"], "x@1", form, blind, Now, Armed: false, 20, blind ? "shop" : null), Organizer, Now);
        if (state is "running" or "over") Assert.Null(drill.Start(Organizer, Now));
        if (state == "over") Assert.Null(drill.Stop(Organizer, "x", Now));
        if (state == "cancelled") Assert.Null(drill.Cancel(Organizer, "x", Now));
        return drill;
    }
}
