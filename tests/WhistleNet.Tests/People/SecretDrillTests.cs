using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.People;

/// <summary>A double-blind drill: every door that gives something is opened by everybody, every page is drawn, and what comes out is searched for it.</summary>
public sealed class SecretDrillTests(ITestOutputHelper output)
{
    private const string Title = "月底突击";
    private static readonly Actor Planner = new("planner", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task Before_the_first_sound_no_door_gives_a_blind_drill_away_and_after_it_whoever_sees_drills_sees_it()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var cast = await Cast.Of(world);
        await CloseAll(world);
        var presses = world.Street.Shop(0, 1); // no player's own
        var scenario = (await world.The<ScenarioBoard>().Names(Street.StationId))[0];
        var plan = new DrillPlanned(Ids.New(), Street.StationId, Title, [world.Street.Circles[0].Id], scenario, DrillForm.Live, Blind: true, world.Time.GetUtcNow(), Armed: false, 30, presses.Id);
        Assert.True((await world.The<DrillDesk>().Plan(Planner, plan)).Done);
        Assert.NotNull(await world.The<ObserverDesk>().Invite(Planner, plan.DrillId, null)); // is written down, without its name
        var planned = await Look(world, cast, plan.DrillId);
        Assert.True((await world.The<DrillDesk>().Start(Planner, plan.DrillId)).Done);
        var running = await Look(world, cast, plan.DrillId);
        (await world.Shop(0, 1).Press(new { drillId = plan.DrillId })).Must(201);
        var sounded = await Look(world, cast, plan.DrillId);
        foreach (var (when, saw) in new[] { ("planned", planned), ("running", running), ("sounded", sounded) })
            foreach (var role in saw) output.WriteLine($"{when} {role.Key}: {string.Join("; ", role)}");

        foreach (var secret in new[] { planned, running })
        {
            Assert.All(secret, who => Assert.True(Knows(who.Key), $"{who.Key} learns of it: {string.Join("; ", who)}"));
            foreach (var planner in new[] { "dutyCommander", "organizer" })
                Assert.Superset(new HashSet<string> { "GET /api/v1/drills/", "GET /api/v1/drills/{id}", "PAGE /drills", "PAGE /drills/{Id}" }, secret[planner].ToHashSet());
        }
        Assert.Contains("GET /api/v1/drills/", sounded["officer"]);
        Assert.Contains("PAGE /drills/{Id}", sounded["officer"]);
        Assert.Contains("PAGE /drills/{Id}/report", sounded["officer"]);
        Assert.Contains("GET /api/v1/alerts/", sounded["device"]);
    }

    private static bool Knows(string role) => role is "dutyCommander" or "organizer" or "officerToken";

    /// <summary>At which doors, and on which pages, each role meets the drill.</summary>
    private static async Task<ILookup<string, string>> Look(World world, Cast cast, string drill)
    {
        var met = new List<(string Role, string Where)>();
        using var http = world.Http();
        foreach (var player in cast.Players.Where(p => !p.Stopped))
        {
            foreach (var door in PermissionTests.Doors(world).Where(d => d.Method == "GET" && (!d.Pattern.Contains('{', StringComparison.Ordinal) || d.Pattern.Contains("/drills/{id}", StringComparison.Ordinal))))
            {
                using var asked = player.Ask("GET", door.Pattern.Replace("{id}", drill, StringComparison.Ordinal).Replace("{photo}", "x", StringComparison.Ordinal));
                using var answer = await http.SendAsync(asked);
                var said = await answer.Content.ReadAsStringAsync();
                // A door that is asked for it by its id may say the id again, as a page that leads to the sign-in does; and the log says what was asked for with a token.
                if (said.Contains(Title, StringComparison.Ordinal) || !door.Pattern.Contains('{', StringComparison.Ordinal) && !door.Pattern.StartsWith("/log", StringComparison.Ordinal) && said.Contains(drill, StringComparison.Ordinal)) met.Add((player.Role, door.Name));
            }
            if (!player.Actor.Is(Role.Officer | Role.DutyCommander | Role.Organizer | Role.Admin | Role.Auditor)) continue;
            await using var console = new OfficerConsole(world, player.Actor);
            foreach (var page in typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(r => (Type: t, r.Template))))
            {
                var ofDrills = page.Template.StartsWith("/drills/{Id}", StringComparison.Ordinal);
                if (page.Template.Contains("{Id}", StringComparison.Ordinal) && !ofDrills) continue;
                var drawn = LivePermissionTests.Draw(console, page.Type, ofDrills ? drill : null);
                await Eventually.True(() => drawn.Markup.Trim().Length > 0, $"{page.Template} {player.Role} shows something");
                if (drawn.Markup.Contains(Title, StringComparison.Ordinal)) met.Add((player.Role, "PAGE " + page.Template));
            }
        }
        return met.Distinct().ToLookup(m => m.Role, m => m.Where);
    }

    private static async Task CloseAll(World world)
    {
        await using var db = await world.Db();
        foreach (var id in await db.Alerts.Where(a => a.StationId == Street.StationId && a.State != AlertState.Closed).Select(a => a.Id).ToListAsync())
            Assert.True((await world.The<AlertDesk>().Close(new Actor("closer", "c", Role.DutyCommander, Street.StationId), id, Outcome.NothingFound, "x")).Done);
    }
}
