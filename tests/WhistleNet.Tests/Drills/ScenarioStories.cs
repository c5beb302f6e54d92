using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>A station writes scenarios of its own: copied, edited, previewed, saved as the next version, refused where it was typed.</summary>
public sealed class ScenarioStories
{
    [Fact]
    public async Task One_that_comes_with_the_program_is_copied_edited_and_saved_as_the_next_version()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, board, organizer) = (world.The<ScenarioDesk>(), world.The<ScenarioBoard>(), Organizer(world));
        Assert.Equal(1, (await desk.Copy(organizer, "drunk-and-loud@1", "our-drunk")).Version);
        var first = Assert.Single(await board.Versions(Street.StationId, "our-drunk"));
        Assert.Equal(("宋丽", "our-drunk@1"), (first.By, first.Read()!.Id));
        Assert.Equal(2, (await desk.Save(organizer, "our-drunk", 1, "// 我们街\n" + first.Text.Replace("醉酒滋事", "烧烤摊醉酒", StringComparison.Ordinal))).Version);

        var newest = (await board.Versions(Street.StationId, "our-drunk"))[0];
        Assert.Equal(("烧烤摊醉酒", "our-drunk@2"), (newest.Read()!.Title.Zh, newest.Read()!.Id));
        Assert.StartsWith("// 我们街", newest.Text, StringComparison.Ordinal);
        var names = (await world.Console().Get("drills")).Json.GetProperty("scenarios").EnumerateArray().Select(s => s.GetString()).ToList();
        Assert.Equal("our-drunk@2", names[0]);
        Assert.DoesNotContain("our-drunk@1", names);
        Assert.Contains("drunk-and-loud@1", names);
        await using var db = await world.Db();
        Assert.Equal(["our-drunk@1", "our-drunk@2"], db.Access.Where(a => a.What == Deed.ScenarioSaved).OrderBy(a => a.Seq).Select(a => a.ObjectId));
    }

    [Fact]
    public async Task A_drill_keeps_the_version_that_it_ran()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, organizer) = (world.The<ScenarioDesk>(), Organizer(world));
        await desk.Copy(organizer, "drunk-and-loud@1", "our-drunk");
        var drill = await world.Begun(world.Console(), "our-drunk@1");
        await world.Forward(1);
        var text = (await world.The<ScenarioBoard>().Versions(Street.StationId, "our-drunk"))[0].Text;
        Assert.Equal(2, (await desk.Save(organizer, "our-drunk", 1, text.Replace("\"bangs-table\"", "\"shouts\"", StringComparison.Ordinal))).Version);
        await world.Forward(5);
        await using var db = await world.Db();
        var script = (await world.The<ScriptBoard>().Of(db.Drills.Single(d => d.Id == drill)))!;
        Assert.Equal("our-drunk@1", script.Scenario.Id);
        Assert.Equal(["bangs-table", "player-enters"], script.Played.Select(p => p.Id));
    }

    [Fact]
    public async Task A_program_s_scenario_is_kept_as_the_drill_ran_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await world.Begun(world.Console(), "robbery@1");
        await using var db = await world.Db();
        var kept = Assert.Single(db.Scenarios);
        Assert.Equal(("robbery@1", ScenarioFiles.TextOf("robbery")), (kept.Id, kept.Text));
        Assert.Null(kept.By);
        Assert.Empty(await world.The<ScenarioBoard>().Versions(Street.StationId, "robbery")); // nobody at the station wrote it, and nobody edits it
        Assert.Equal(1, (await world.The<ScenarioBoard>().Names(Street.StationId)).Count(n => n == "robbery@1"));
    }

    [Fact]
    public async Task What_cannot_be_played_is_refused_with_every_reason_and_nothing_is_stored()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, board, organizer) = (world.The<ScenarioDesk>(), world.The<ScenarioBoard>(), Organizer(world));
        await desk.Copy(organizer, "drunk-and-loud@1", "our-drunk");
        var text = (await board.Versions(Street.StationId, "our-drunk"))[0].Text;
        var refused = await desk.Save(organizer, "our-drunk", 1, text.Replace("\"to\": \"observer\"", "\"to\": \"bystander\"", StringComparison.Ordinal).Replace("\"within\": 45", "\"within\": 0", StringComparison.Ordinal));
        Assert.Equal(Flawed.UnknownWord, Assert.Single(refused.Flaws!).Why);
        var loop = await desk.Save(organizer, "our-drunk", 1, text.Replace("\"after\": \"start\"", "\"after\": \"still-silent\"", StringComparison.Ordinal).Replace("\"within\": 45", "\"within\": 0", StringComparison.Ordinal));
        Assert.Equal([Flawed.OutOfRange, Flawed.Loop], loop.Flaws!.Select(f => f.Why).Distinct().Order());
        Assert.Equal(ScenarioSay.NameStays, (await desk.Save(organizer, "our-drunk", 1, text.Replace("our-drunk", "their-drunk", StringComparison.Ordinal))).Problem);
        Assert.Equal(ScenarioSay.SavedMeanwhile, (await desk.Save(organizer, "our-drunk", 0, text)).Problem);
        Assert.Equal(ScenarioSay.NameTaken, (await desk.Copy(organizer, "robbery@1", "our-drunk")).Problem);
        Assert.Equal(ScenarioSay.NameTaken, (await desk.Copy(organizer, "robbery@1", "knife-attack")).Problem);
        Assert.NotNull((await desk.Copy(organizer, "robbery@1", "我们的")).Problem);
        Assert.NotNull((await desk.Copy(organizer, "robbery@9", "our-robbery")).Problem);
        Assert.NotNull((await desk.Save(organizer, "robbery", 1, ScenarioFiles.TextOf("robbery")!)).Problem);
        Assert.Single(await board.Versions(Street.StationId, "our-drunk"));
    }

    [Fact]
    public async Task Officers_read_and_write_nothing_and_another_station_does_not_see_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, board, organizer) = (world.The<ScenarioDesk>(), world.The<ScenarioBoard>(), Organizer(world));
        await desk.Copy(organizer, "drunk-and-loud@1", "our-drunk");
        Assert.Equal(Shell.ProblemSay.Forbidden, (await desk.Copy(organizer with { Roles = Role.Officer }, "robbery@1", "our-robbery")).Problem);
        Assert.Equal(Shell.ProblemSay.Forbidden, (await desk.Save(organizer with { Roles = Role.Officer }, "our-drunk", 1, "{}")).Problem);
        Assert.Empty(await board.Versions("elsewhere", "our-drunk"));
        Assert.Equal(ScenarioFiles.All.Count, (await board.Newest("elsewhere")).Count);
    }

    [Fact]
    public async Task The_page_shows_it_previews_it_and_names_what_is_wrong_with_its_line()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await world.The<ScenarioDesk>().Copy(Organizer(world), "drunk-and-loud@1", "our-drunk");
        await using var console = new OfficerConsole(world, Organizer(world));
        var page = console.Render<ScenarioPage>(p => p.Add(x => x.Name, "our-drunk").AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
        await page.WaitForAssertionAsync(() => Assert.Equal("drill", page.Find("[data-testid=scenario]").GetAttribute("data-mode")));
        Assert.All(page.FindAll("[data-testid=card]"), card => Assert.Contains(ScenarioSay.Doctrine.Zh, card.TextContent, StringComparison.Ordinal));

        await page.Find("[data-testid=edit-scenario]").ClickAsync(new());
        var text = (await world.The<ScenarioBoard>().Versions(Street.StationId, "our-drunk"))[0].Text;
        await page.Find("[data-testid=scenario-text]").ChangeAsync(new() { Value = text.Replace("\"to\": \"observer\"", "\"to\": \"bystander\"", StringComparison.Ordinal) });
        await page.Find("[data-testid=preview-scenario]").ClickAsync(new());
        var line = text.Split('\n').ToList().FindIndex(l => l.Contains("\"to\": \"observer\"", StringComparison.Ordinal)) + 1;
        await page.WaitForAssertionAsync(() => Assert.StartsWith($"第 {line} 行", page.Find("[data-testid=flaw]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=scenario-preview]"));

        await page.Find("[data-testid=scenario-text]").ChangeAsync(new() { Value = text.Replace("醉酒滋事", "烧烤摊醉酒", StringComparison.Ordinal) });
        await page.Find("[data-testid=preview-scenario]").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("烧烤摊醉酒", page.Find("[data-testid=scenario-preview]").TextContent, StringComparison.Ordinal));
        await page.Find("[data-testid=scenario-editor]").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll("[data-testid=scenario-version]").Count));
    }

    [Fact]
    public async Task A_running_drill_s_page_shows_deviations_as_they_come_and_takes_ticks()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var drill = await world.Begun(world.Console(), "drunk-and-loud@1");
        await using var console = new OfficerConsole(world, Organizer(world));
        var page = console.Render<DrillPage>(p => p.Add(x => x.Id, drill).AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
        await page.WaitForAssertionAsync(() => Assert.Equal("open", page.Find("[data-expected=press]").GetAttribute("data-state")));
        await world.Forward(50);
        await console.Shows(() => page.FindAll("[data-testid=deviation][data-what=missed][data-id=press]").Count == 1, "nobody whistled, and it says so though nothing came in");
        await page.Find("[data-tick=grabbed]").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("[data-testid=deviation][data-what=unwanted][data-id=grabbed]")));
        Assert.Empty(page.FindAll("[data-tick=grabbed]"));
    }

    private static Actor Organizer(World world) => world.Street.Commander() with { Id = "organizer", Name = "宋丽", Roles = Role.Organizer };
}
