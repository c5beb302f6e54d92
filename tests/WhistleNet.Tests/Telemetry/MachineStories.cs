using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Telemetry;

public sealed class MachineStories
{
    [Fact]
    public async Task The_administrator_sees_how_the_machine_is_and_who_does_not_answer()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await world.Shop(0, 2).Listen(); // connected, and never says that it heard
        await world.Shop(0, 0).Press();
        await Eventually.True(() => Pushed(world), "it was handed over");
        await world.Forward(61);
        var machine = await world.The<MachineBoard>().Look(TestContext.Current.CancellationToken);
        Assert.True(machine.EngineAge < TimeSpan.FromSeconds(2));
        Assert.Null(machine.Weak);
        Assert.Equal(1, machine.Connected);
        var silent = world.Street.Shop(0, 2).Name;
        Assert.Equal(silent, Assert.Single(machine.Late).Shop);
        Assert.Contains(machine.Missed, m => m.Shop == silent && m.Missed == 1);
        Assert.Null(machine.LastBackupAt);
        Assert.StartsWith("SQLite 3.", machine.DatabaseVersion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_trouble_in_words_and_names_no_alert()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await world.Shop(0, 0).Press(new { text = "他拿着刀" });
        await using var console = new OfficerConsole(world, new Actor("admin", "管理员", Role.Admin, Street.StationId));
        var page = console.Render<MachinePage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
        await page.WaitForAssertionAsync(() => page.Find("[data-testid=machine]"));
        Assert.Contains(MachineSay.NoBackup.ToString(), page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("他拿着刀", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_round_of_the_timetable_shows_when_it_was_walked_and_what_went_wrong()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        world.MeantToFail();
        await Eventually.True(() => Timetable.Rounds.All(r => world.The<Watchman>().Last.ContainsKey(r.Name)), "each was walked at start");
        await using (var db = await world.Db()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE Reports RENAME TO Elsewhere", TestContext.Current.CancellationToken);
        await world.The<Watchman>().Walk("reports", TestContext.Current.CancellationToken);
        await using var console = new OfficerConsole(world, new Actor("admin", "管理员", Role.Admin, Street.StationId));
        var page = console.Render<MachinePage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
        await page.WaitForAssertionAsync(() => page.Find("[data-testid=machine]"));
        var lines = page.FindAll("[data-testid=machine] > div").ToDictionary(l => l.QuerySelector("dt")!.TextContent, l => (Fine: l.GetAttribute("data-fine"), How: l.QuerySelector("dd")!.TextContent));
        Assert.All(Timetable.Rounds, r => Assert.NotEqual(r.Name, MachineSay.Round(r.Name).ToString()));
        Assert.All(Timetable.Rounds.Where(r => r.Name != "reports"), r => Assert.Equal("true", lines[MachineSay.Round(r.Name).ToString()].Fine));
        Assert.Equal("false", lines[MachineSay.Round("reports").ToString()].Fine);
        Assert.Contains("Reports", lines[MachineSay.Round("reports").ToString()].How, StringComparison.Ordinal);
    }

    private static async Task<bool> Pushed(World world)
    {
        await using var db = await world.Db();
        return await db.Notices.AnyAsync(n => n.To == To.Shop && n.State == Delivery.Pushed, TestContext.Current.CancellationToken);
    }
}
