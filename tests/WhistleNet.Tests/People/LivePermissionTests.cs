using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Live;

namespace WhistleNet.People;

/// <summary>The hub's methods and the pages that a circuit draws, for every role and each relation, as the policy says.</summary>
public sealed class LivePermissionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_method_of_the_hub_does_for_each_caller_what_the_policy_says()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (policy, cast) = (Policy.Read(), await Cast.Of(world));
        var methods = typeof(WhistleHub).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(m => !m.IsVirtual || m.GetBaseDefinition().DeclaringType == typeof(WhistleHub)).Select(m => "HUB " + m.Name).ToList();
        Assert.Equal(methods.Append("HUB connect").Order(), policy.Doors.Where(d => d.StartsWith("HUB ", StringComparison.Ordinal)).Order());
        var (wrong, cases) = (new List<string>(), 0);
        foreach (var player in cast.Players)
        {
            var (line, answer) = await Connect(world, player);
            cases++;
            if (answer != policy.Of("HUB connect", "", player.Role, player.Stopped)) wrong.Add($"connect {player.Role}{(player.Stopped ? " stopped" : "")}: {answer}");
            if (line is null) continue;
            foreach (var method in methods)
                foreach (var relation in policy.RelationsOf(method))
                {
                    var before = await Written(world, cast, relation, player);
                    var got = await Call(line, method[4..], relation == "" ? "" : cast.Alerts[relation]);
                    var expected = policy.Of(method, relation, player.Role, player.Stopped);
                    cases++;
                    if (got != expected) wrong.Add($"{method} {relation} {player.Role}: {got}, not {expected}");
                    if (got != "in" && await Written(world, cast, relation, player) != before) wrong.Add($"{method} {relation} {player.Role}: wrote something");
                }
            await line.DisposeAsync();
        }

        output.WriteLine($"{methods.Count} methods, {cases} cases");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<(HubConnection?, string)> Connect(World world, Player player)
    {
        var status = 0;
        var hub = new HubConnectionBuilder().WithUrl(new Uri(world.Server.BaseAddress, "hubs/whistle"), o =>
        {
            o.Transports = HttpTransportType.LongPolling;
            o.HttpMessageHandlerFactory = _ => new Carrier(world.Server.CreateHandler(), player, s => status = s);
        }).Build();
        try
        {
            await hub.StartAsync();
            return (hub, "in");
        }
        catch (HttpRequestException)
        {
            return (null, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static async Task<string> Call(HubConnection line, string method, string alertId)
    {
        object?[] arguments = method switch { "Beat" => [new { audio = true, visible = true }], "Received" => [alertId, 1L], "Seen" => [alertId], _ => [alertId, "coming", null] };
        try
        {
            await line.InvokeCoreAsync(method, typeof(object), arguments);
            return "in";
        }
        catch (HubException refused)
        {
            return refused.Message.Split(' ')[^1];
        }
    }

    private static async Task<string> Written(World world, Cast cast, string relation, Player player)
    {
        if (relation is "" or "unknown") return "";
        await using var db = await world.Db();
        var id = cast.Alerts[relation];
        return await db.Alerts.Where(a => a.Id == id).Select(a => a.Version).SingleAsync() + "/" + await db.Notices.CountAsync(n => n.AlertId == id && n.DeviceId != player.Actor.Id && n.Answer != null);
    }

    private sealed class Carrier(HttpMessageHandler inner, Player player, Action<int> saw) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            foreach (var header in player.Ask("GET", "/").Headers) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            var response = await base.SendAsync(request, cancel);
            saw((int)response.StatusCode);
            return response;
        }
    }

    [Fact]
    public async Task Every_routed_page_is_drawn_for_whom_the_policy_says()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (policy, cast) = (Policy.Read(), await Cast.Of(world));
        var pages = typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(r => (Page: t, Door: "PAGE " + r.Template))).ToList();
        Assert.Equal(pages.Select(p => p.Door).Order(), policy.Doors.Where(d => d.StartsWith("PAGE ", StringComparison.Ordinal)).Order());
        var (wrong, cases) = (new List<string>(), 0);
        foreach (var player in cast.Players.Where(p => !p.Stopped))
        {
            await using var console = new OfficerConsole(world, player.Actor);
            foreach (var (page, door) in pages.Where(p => policy.Of("GET " + p.Door[5..], "", player.Role, false) == "in")) // nobody else has the document that it is drawn in
                foreach (var relation in policy.RelationsOf(door))
                {
                    var drawn = Draw(console, page, relation == "" ? null : page == typeof(Circles.ShopPage) ? cast.Shop(relation) : page == typeof(Circles.CirclePage) ? world.The<Circles.TownHall>().Town.Shop(cast.Shop(relation))?.CircleId ?? cast.Shop(relation) : page == typeof(Circles.GearItemPage) ? cast.Gear[relation] : page == typeof(Drills.DrillPage) || page == typeof(Reports.DrillReportPage) ? cast.Drills[relation] : page == typeof(Reports.OneReport) ? cast.Reports[relation] : cast.Alerts[relation]);
                    cases++;
                    await Eventually.True(() => drawn.Markup.Trim().Length > 0, $"{door} {player.Role} shows something");
                    var got = drawn.FindAll("[data-testid=not-yours]").Count > 0 ? "not-yours" : "in";
                    if (got != policy.Of(door, relation, player.Role, false)) wrong.Add($"{door} {relation} {player.Role}: {got}");
                }
        }

        output.WriteLine($"{pages.Count} pages, {cases} cases");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static IRenderedComponent<DynamicComponent> Draw(OfficerConsole console, Type page, string? id) => console.Render<DynamicComponent>(c => c
        .Add(d => d.Type, page).Add(d => d.Parameters, page == typeof(Drills.ScenarioPage) ? new Dictionary<string, object> { ["Name"] = "robbery" } : id is null ? null : new Dictionary<string, object> { ["Id"] = id })
        .AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
}
