using WhistleNet.Alerts;
using WhistleNet.Data;

namespace WhistleNet.Drills;

/// <summary>A scenario in the whole house: what people are told while the drill runs, what is recorded of what they do.</summary>
public sealed class ScriptStories
{
    private const string Drunk = "drunk-and-loud@1";

    [Fact]
    public async Task Each_is_told_what_is_for_them_at_its_time_once_and_as_a_drill()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var (raiser, neighbour, elsewhere, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(), await world.Shop(1, 0).Listen(), await world.Console().Listen());
        var drill = await world.Begun(console, Drunk);
        await world.Forward(1);
        await Eventually.True(() => raiser.Injects is ["bangs-table"], "the pressing shop is told what happens");
        await Eventually.True(() => console.Injects.Count == 2, "whoever runs it hears that, and what the observers do");
        var heard = raiser.InjectsHeard[0];
        Assert.Equal((drill, "raiser"), (heard.DrillId, heard.To));
        Assert.Equal($"{heard.Zh} {heard.En}", heard.Text);
        Assert.Empty(elsewhere.Injects);

        var alert = (await raiser.Press(new { drillId = drill })).Must(201).AlertId;
        await world.Forward(60); // 61 s: nobody has answered for a minute
        await Eventually.True(() => neighbour.Injects is ["nobody-answers"], "the neighbours are told that nobody answered");
        (await neighbour.Do(alert, "answers", new { answer = "arrived" })).Must(200);
        await world.Forward(20);
        await Eventually.True(() => neighbour.Injects is ["nobody-answers", "turns-round"], "what happens when they are there");
        await world.Forward(5);
        Assert.Equal(["bangs-table"], raiser.Injects); // it whistled: nobody reminds it
        Assert.Equal(4, console.Injects.Count);
        Assert.Equal(["bangs-table", "player-enters", "nobody-answers", "turns-round"], await Told(world, drill));
        Assert.All(neighbour.Heard, n => Assert.Equal("drill", n.Mode));
    }

    [Fact]
    public async Task After_a_restart_nothing_is_told_twice_and_nothing_is_forgotten()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var drill = await world.Begun(world.Console(), Drunk);
        await world.Forward(5);
        await world.Restart(after: TimeSpan.FromSeconds(90));
        await world.Forward(1);
        await world.Forward(1);
        Assert.Equal(["bangs-table", "player-enters", "still-silent"], await Told(world, drill));
    }

    [Fact]
    public async Task A_page_that_comes_back_is_told_what_it_missed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await world.Begun(world.Console(), Drunk);
        await world.Forward(61);
        var (raiser, neighbour, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(), await world.Console().Listen());
        await Eventually.True(() => raiser.Injects is ["bangs-table", "still-silent"], "both, in their order");
        await Eventually.True(() => console.Injects.Count == 3, "whoever runs it");
        Assert.Empty(neighbour.Injects);
    }

    [Fact]
    public async Task Of_a_blind_drill_nobody_is_told_anything_before_it_sounds_but_the_pressing_shop_and_its_planners()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, neighbour, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(), await world.Console().Listen());
        var drill = await world.Planned(console, blind: true, scenario: "whistle-phone-radio@1"); // which begins by telling everybody something
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        await world.Forward(25);
        await Eventually.True(() => raiser.Injects is ["no-network", "trouble"] && console.Injects.Count == 2, "the pressing shop and the planners");
        Assert.Empty(neighbour.Injects);
        Assert.Empty((await world.Shop(0, 1).Listen()).Injects);
    }

    [Fact]
    public async Task When_the_drill_is_over_nothing_more_is_told()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (shop, console) = (await world.Shop(0, 0).Listen(), world.Console());
        var drill = await world.Begun(console, Drunk);
        await world.Forward(1);
        (await shop.Press()).Must(201); // real: the drill gives way
        await world.Forward(120);
        Assert.Equal(["bangs-table", "player-enters"], await Told(world, drill));
        Assert.Equal("drillNotRunning", (await world.The<DrillDesk>().Tick(world.Street.Commander(), drill, "form-up")).Refusal?.Word());
    }

    [Fact]
    public async Task What_people_do_is_held_against_what_is_expected_while_it_runs()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (raiser, console) = (await world.Shop(0, 0).Listen(), world.Console());
        var drill = await world.Begun(console, Drunk);
        await world.Forward(1);
        await world.Forward(46); // it is told at the first second, and has 45
        Assert.Equal("missed press", await Deviations(world, drill));
        var alert = (await raiser.Press(new { drillId = drill })).Must(201).AlertId;
        (await console.Do(alert, "take")).Must(200);
        (await raiser.Do(alert, "observations", new { observation = "selfHelp" })).Must(200);
        (await raiser.Do(alert, "details", new { kind = "disorder" })).Must(200);
        await world.Forward(10);
        foreach (var number in new[] { 1, 2, 3 })
        {
            (await world.Shop(0, number).Do(alert, "answers", new { answer = "coming" })).Must(200);
            await world.Forward(2);
            (await world.Shop(0, number).Do(alert, "answers", new { answer = "arrived" })).Must(200);
        }
        await world.Forward(20); // they are there, and he turns round
        Assert.True((await world.The<DrillDesk>().Tick(world.Street.Commander(), drill, "form-up")).Done);
        Assert.True((await world.The<DrillDesk>().Tick(world.Street.Commander(), drill, "grabbed")).Done);
        Assert.True((await world.The<DrillDesk>().Tick(world.Street.Commander(), drill, "grabbed")).Done);
        (await world.Shop(0, 1).Do(alert, "answers", new { answer = "withdrawn" })).Must(200); // nobody else is there yet
        await world.Forward(1);
        Assert.Equal("late press\nearly leave\nunwanted grabbed", await Deviations(world, drill));
        var states = (await Script(world, drill)).Play.Expected.ToDictionary(e => e.Expected.Id, e => e.State);
        Assert.All(new[] { "step-back", "tell-kind", "coming", "arrive", "form-up", "take" }, id => Assert.Equal(Standings.Met, states[id]));
        Assert.Equal((Standings.Open, Standings.Waiting), (states["on-scene"], states["contained"]));
        await using var db = await world.Db();
        Assert.Equal(2, db.DrillLines.Count(l => l.DrillId == drill && l.What == DrillEntry.Ticked));
    }

    [Fact]
    public async Task What_the_end_of_the_drill_closes_and_what_comes_after_it_nobody_did_or_missed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, console) = (await world.Shop(0, 0).Listen(), world.Console());
        var drill = await world.Begun(console, "false-alarm@1");
        await world.Forward(5);
        (await raiser.Press(new { drillId = drill })).Must(201);
        await world.Forward(5);
        (await console.Post($"drills/{drill}/stop", """{"reason":"下雨"}""")).Must(200);
        await world.Forward(600);
        Assert.Equal("", await Deviations(world, drill));
        Assert.Equal(Standings.Waiting, (await Script(world, drill)).Play.Expected.Single(e => e.Expected.Id == "close-it").State);
    }

    [Fact]
    public async Task An_officer_reads_the_script_and_ticks_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var drill = await world.Begun(world.Console(), Drunk);
        Assert.Equal(Denied.Forbidden, (await world.The<DrillDesk>().Tick(world.Street.Commander() with { Roles = People.Role.Officer }, drill, "form-up")).Denied);
    }

    private static async Task<IEnumerable<string?>> Told(World world, string drill)
    {
        await using var db = await world.Db();
        return [.. db.DrillLines.Where(l => l.DrillId == drill && l.What == DrillEntry.Told).OrderBy(l => l.Seq).Select(l => l.Text)];
    }

    private static async Task<string> Deviations(World world, string drill) =>
        string.Join('\n', (await Script(world, drill)).Play.Deviations.Select(d => $"{d.What.Word()} {d.Id}"));

    private static async Task<Script> Script(World world, string drill)
    {
        await using var db = await world.Db();
        return (await world.The<ScriptBoard>().Of(db.Drills.Single(d => d.Id == drill)))!;
    }
}
