using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhistleNet.Bench.World;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Bench.Screens;

/// <summary>
/// U5: the first paint and a search of the pages of the register at 7,101 shops, over the same page at 40. Drawn on the server, as text; what the browser makes of it
/// depends on how many rows there are, and that is counted: no table has thousands.
/// </summary>
public static partial class Registers
{
    private const int Large = 7_101;
    private const int Small = 40;
    private const int MostRows = 120;

    private static readonly (string Name, Type Page, string Address)[] Pages =
    [
        ("shops", typeof(ShopsPage), "shops"), ("shops, search", typeof(ShopsPage), "shops?search=" + "%E5%B9%B3%E5%AE%89%2012"),
        ("circles", typeof(CirclesPage), "circles"), ("circles, search", typeof(CirclesPage), "circles?search=area%201"),
        ("map", typeof(MapPage), "map"), ("map, search", typeof(MapPage), "map?search=12"),
        ("gear", typeof(GearPage), "gear"), ("gear, search", typeof(GearPage), "gear?search=12"),
        ("enrolled", typeof(EnrolledPage), "circles/enrolled"),
    ];

    public static async Task<IEnumerable<Row>> FirstPaint(Options options, Towns towns, Action<string> tell)
    {
        var (large, small) = (await Measured(towns, Large, options.Rounds), await Measured(towns, Small, options.Rounds));
        var rows = new List<Row>();
        foreach (var (name, _, _) in Pages)
        {
            var (much, few) = (large[name], small[name]);
            tell($"  {name}: {much.Ms.Median:F1} ms over {few.Ms.Median:F1} ms; {much.Rows} rows");
            rows.Add(new("U5", $"server-side paint of {name} at {Large:N0} shops, over {Small}", much.Ms.Median / few.Ms.Median, 20, 5, "ms", much.Ms, few.Ms, Note: $"{much.Rows} rows drawn, {much.Bytes / 1024} KB"));
            if (much.Rows > MostRows) throw new InvalidOperationException($"{name} draws {much.Rows} rows");
        }
        return rows;
    }

    private static async Task<Dictionary<string, (Figure Ms, int Rows, int Bytes)>> Measured(Towns towns, int shops, int rounds)
    {
        var (_, data) = await towns.Fresh(new Street(0, 11, shops));
        await Equipped.Give(data);
        await using var app = Server.Build(new Command("serve", [], new Dictionary<string, string> { ["data"] = data }, []));
        await Server.Prepare(app);
        await app.Services.GetRequiredService<TownHall>().Refresh();
        var station = app.Services.GetRequiredService<TownHall>().Town.Stations.Values.Single(s => s.Name == Street.Station).Id;
        var who = Task.FromResult(new AuthenticationState(new Actor("organizer", "组织者", Role.Organizer, station).AsPrincipal("bench")));
        var measured = new Dictionary<string, (Figure, int, int)>();
        foreach (var (name, page, address) in Pages)
        {
            var (times, html) = (new List<double>(), "");
            for (var round = -2; round < Math.Max(5, 3 * rounds); round++)
            {
                var watch = Stopwatch.StartNew();
                html = await Paint(app.Services, page, address, who);
                if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds); // the first two read what is kept from then on
            }
            measured.Add(name, (Figure.Of(times), Rows().Count(html), html.Length));
        }
        Directory.Delete(data, recursive: true);
        return measured;
    }

    private static async Task<string> Paint(IServiceProvider services, Type page, string address, Task<AuthenticationState> who)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<NavigationManager>() is IHostEnvironmentNavigationManager navigation) navigation.Initialize("http://bench/", "http://bench/" + address);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<SeenPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = page, ["SignedIn"] = who }))).ToHtmlString());
    }

    [GeneratedRegex("<tr\\b", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rows();
}
