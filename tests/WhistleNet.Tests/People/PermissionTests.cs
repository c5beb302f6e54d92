using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace WhistleNet.People;

/// <summary>Every door of the built program, crossed with every role, with everybody stopped, and with each relation of what is behind it.</summary>
public sealed class PermissionTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["marks"] = """{"mark":"note","text":"x"}""", ["close"] = """{"outcome":"nothingFound","reason":"x"}""", ["reopen"] = """{"reason":"x"}""", ["merge"] = """{"into":"x"}""",
        ["details"] = """{"kind":"fire"}""", ["answers"] = """{"answer":"coming"}""", ["observations"] = """{"observation":"note","text":"x"}""", ["silent"] = """{"silent":false}""",
        ["enrol"] = """{"code":"ABCD-EFGH-JKMN-PQRS","personName":"x"}""",
    };

    // What ends an alert, or tells more shops of it.
    private static readonly string[] Last = ["/widen", "/merge", "/close", "/reopen"];

    [Fact]
    public async Task Every_call_and_every_page_opens_for_whom_the_policy_says_and_for_nobody_else()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (policy, cast) = (Policy.Read(), await Cast.Of(world));
        var doors = Doors(world).OrderBy(d => Array.FindIndex(Last, d.Name.EndsWith)).ToList();
        Assert.Equal([], doors.Select(d => d.Name).Except(policy.Doors));
        Assert.Equal([], policy.Doors.Where(d => !d.StartsWith("HUB ", StringComparison.Ordinal) && !d.StartsWith("PAGE ", StringComparison.Ordinal)).Except(doors.Select(d => d.Name)));
        var (wrong, cases) = (new List<string>(), 0);
        foreach (var door in doors)
            foreach (var relation in policy.RelationsOf(door.Name))
                foreach (var player in cast.Players)
                {
                    var before = await Version(world, cast, relation);
                    var answer = await Knock(world, cast, door, relation, player);
                    var expected = policy.Of(door.Name, relation, player.Role, player.Stopped);
                    cases++;
                    if (answer != expected) wrong.Add($"{door.Name} {relation} {player.Role}{(player.Stopped ? " stopped" : "")}: {answer}, not {expected}");
                    if (answer != "in" && await Version(world, cast, relation) != before) wrong.Add($"{door.Name} {relation} {player.Role}: changed something");
                }
        output.WriteLine($"{doors.Count} doors, {cast.Players.Count} players, {cases} cases");

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static IEnumerable<Door> Doors(World world)
    {
        var files = 0;
        foreach (var endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { } file)
            {
                if (files++ == 0) yield return new Door("GET static files", "GET", "/" + file.Route);
                continue;
            }
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (pattern.StartsWith("/_blazor", StringComparison.Ordinal) || pattern.StartsWith("/hubs", StringComparison.Ordinal))
            {
                if (pattern == "/_blazor") yield return new Door("* /_blazor", "POST", "/_blazor/negotiate?negotiateVersion=1");
                continue; // the hub is knocked at below
            }
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            var isPage = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;
            foreach (var method in isPage ? ["GET"] : methods.Where(m => m != "HEAD")) yield return new Door($"{method} {pattern}", method, pattern);
        }
    }

    private static async Task<string> Knock(World world, Cast cast, Door door, string relation, Player player)
    {
        var thing = door.Pattern.StartsWith("/gear/{", StringComparison.Ordinal) ? cast.Gear[relation == "" ? "own" : relation] : door.Pattern.Contains("/drills/{id}", StringComparison.OrdinalIgnoreCase) ? cast.Drills[relation == "" ? "own" : relation] : door.Pattern.Contains("/reports/{", StringComparison.Ordinal) ? cast.Reports[relation == "" ? "own" : relation] : null;
        var path = door.Pattern.Replace("{id}", thing ?? cast.Alerts.GetValueOrDefault(relation), StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{Name}", "robbery", StringComparison.Ordinal).Replace("{photo}", "none.jpg", StringComparison.Ordinal).Replace("{**path:file}", "nothing.txt", StringComparison.Ordinal)
            .Replace("{Id}", thing ?? (relation == "" ? cast.Alerts["own"] : door.Pattern.StartsWith("/shops", StringComparison.Ordinal) ? cast.Shop(relation) : cast.Alerts[relation]), StringComparison.Ordinal);
        var isForm = door.Method == "POST" && !path.StartsWith("/api", StringComparison.Ordinal) && path is not "/w/silent" and not "/w/bulletins" and not "/csp-reports";
        var body = door.Method != "POST" ? null : isForm ? "x=y"
            : path == "/api/v1/whistles" ? JsonSerializer.Serialize(new { pressId = Guid.NewGuid(), shopId = cast.Shop(relation) })
            : path.StartsWith("/api/v1/alerts", StringComparison.Ordinal) && path.EndsWith("/merge", StringComparison.Ordinal) ? JsonSerializer.Serialize(new { into = cast.Alerts["own"] })
            : Bodies.GetValueOrDefault(path.Split('/')[^1], "{}");
        using var http = world.Http();
        using var asked = player.Ask(door.Method, path, body, isForm ? "application/x-www-form-urlencoded" : "application/json");
        if (path.StartsWith("/_blazor", StringComparison.Ordinal) && player.Cookie is null) asked.Headers.Add("Origin", "http://localhost");
        using var response = await http.SendAsync(asked);
        var status = (int)response.StatusCode;
        if (status is 200 or 201 or 204 or 409) return "in";
        if (status != 302) return status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal) ? "sign-in" : "start";
    }

    private static async Task<long> Version(World world, Cast cast, string relation)
    {
        if (!cast.Alerts.TryGetValue(relation, out var id)) return 0;
        await using var db = await world.Db();
        return await db.Alerts.Where(a => a.Id == id).Select(a => a.Version).SingleOrDefaultAsync();
    }

    internal sealed record Door(string Name, string Method, string Pattern);
}
