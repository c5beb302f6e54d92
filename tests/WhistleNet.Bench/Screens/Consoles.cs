using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Bench.World;
using WhistleNet.Circles;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Bench.Screens;

/// <summary>
/// S12: one receipt of one of twenty open alerts, on 500 consoles. Rendered in this process by two renderers of the same kind, the
/// station's page in one and a plain table in the other; the wire, which costs both the same, is left out.
/// </summary>
public static class Consoles
{
    private const int Open = 500;
    private const int Alerts = 20;
    private const int Hearers = 50;
    private const int Changes = 20;

    public static async Task<IEnumerable<Row>> OneChange(Options options, Towns towns, Action<string> tell)
    {
        var (_, data) = await towns.Fresh(new Street(1_020, Hearers, 1_020));
        await using var app = Server.Build(new Command("serve", [], new Dictionary<string, string> { ["data"] = data }, []));
        await Server.Prepare(app);
        var shops = app.Services.GetRequiredService<TownHall>().Town.Shops.OrderBy(s => s.Ref, StringComparer.Ordinal).Take(Alerts).ToList();
        var all = shops.ConvertAll(Raised);
        var who = Task.FromResult(new AuthenticationState(new Actor("officer", "王警官", Role.Officer, shops[0].StationId).AsPrincipal("bench")));
        var (pages, tables) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            pages.Add(await Draw<OpenConsole>(app.Services, all, now => new Dictionary<string, object?> { ["Now"] = now, ["SignedIn"] = who }));
            tables.Add(await Draw<PlainTable>(app.Services, all, now => new Dictionary<string, object?> { ["Now"] = now }));
            tell($"  round {round + 1}: station's page {pages[^1]:F1} us a console, plain table {tables[^1]:F1} us");
        }
        Directory.Delete(data, recursive: true);
        var (ours, plain) = (Figure.Of(pages), Figure.Of(tables));
        return [new("S12", $"processor time a console for one change, {Open} consoles with {Alerts} open alerts, over a plain table", ours.Median / plain.Median, 5, 3, "us", ours, plain, Note: "rendered in process, without the wire")];
    }

    private static async Task<double> Draw<T>(IServiceProvider services, List<AlertNow> all, Func<AlertsNow, IDictionary<string, object?>> parameters) where T : IComponent
    {
        var screens = new List<(AsyncServiceScope Scope, Drawn<T> Screen)>();
        for (var i = 0; i < Open; i++)
        {
            var scope = services.CreateAsyncScope();
            if (scope.ServiceProvider.GetRequiredService<NavigationManager>() is IHostEnvironmentNavigationManager address) address.Initialize("http://bench/", "http://bench/station");
            screens.Add((scope, new Drawn<T>(scope.ServiceProvider)));
        }
        async Task Show(int change)
        {
            var now = parameters(new AlertsNow([.. all.Select((a, i) => i == change % Alerts ? Received(a, change) : a)], Watch.Nothing));
            foreach (var (_, screen) in screens) await screen.Show(now);
        }
        for (var change = 0; change < 5; change++) await Show(change);
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        for (var change = 5; change < 5 + Changes; change++) await Show(change);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - began;
        if (screens.Exists(s => s.Screen.Components < Changes)) throw new InvalidOperationException("Not every change was drawn on every screen.");
        foreach (var (scope, screen) in screens)
        {
            await screen.Dispatcher.InvokeAsync(async () => await screen.DisposeAsync());
            await scope.DisposeAsync();
        }
        return spent.TotalMicroseconds / Open / Changes;
    }

    private static AlertNow Raised(Shop shop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var whistle = new Whistle(shop.Id, shop.StationId, shop.CircleId, shop.Id, Mode.Real, Kind.Fight, Silent: false, Needed: 3);
        var alert = Alert.Raise(whistle, new Actor("device", shop.Name, Role.Device, shop.StationId, shop.Id), now, Clocks.Default, TimeSpan.FromSeconds(30));
        return new AlertNow(alert, [.. Enumerable.Range(0, Hearers).Select(i => NoticeOf(alert, i, Delivery.Pushed))], [.. alert.Lines], []);
    }

    // What was changed before is as it was again: each change is of one alert to the next, and so of two cards.
    private static AlertNow Received(AlertNow alert, int change) =>
        alert with { Notices = [.. alert.Notices.Select((n, i) => i == change % Hearers ? NoticeOf(alert.Alert, i, Delivery.Received) : n)] };

    private static Notice NoticeOf(Alert alert, int number, Delivery state) => new()
    {
        Id = alert.Id + number, AlertId = alert.Id, StationId = alert.StationId, To = To.Shop, ShopId = "s" + number, DeviceId = "d" + number, Name = "平安商店", At = alert.RaisedAt, State = state,
    };
}
