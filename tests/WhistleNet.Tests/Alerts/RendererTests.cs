using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>
/// A drill or a test never looks real, wherever an alert is drawn or exported (<see cref="MessageTests"/>: or sent). What draws or exports one is found in the built program and in the
/// sources, and has to be named here: a new one that nobody asked about the mode fails.
/// </summary>
public sealed partial class RendererTests(ITestOutputHelper output)
{
    internal static readonly Actor Officer = new("o", "王警官", Role.DutyCommander | Role.Organizer, Street.StationId);
    private static readonly Type[] Told = [typeof(Alert), typeof(AlertNow), typeof(AlertsNow), typeof(AlertLine), typeof(Notice), typeof(Drill), typeof(DrillSeen), typeof(DrillAlert), typeof(DrillLine), typeof(News), typeof(DrillNews), typeof(WhistleSheet), typeof(Mode), typeof(Press), typeof(Report), typeof(ReportRead), typeof(Statistics), typeof(DrillRead), typeof(Retested), typeof(Review), typeof(Voices), typeof(ObserveSheet)];
    private static readonly Type[] Boards = [typeof(StationBoard), typeof(PastBoard), typeof(DrillBoard), typeof(AlertBoard), typeof(Timelines), typeof(ReportBoard), typeof(DrillReportBoard), typeof(CarriedBoard), typeof(StatisticsBoard), typeof(ObserverBoard)];

    /// <summary>Components that say the mode of what they draw themselves.</summary>
    private static readonly Dictionary<Type, Func<Scene, IElement>> Whole = new()
    {
        [typeof(ModeWord)] = s => s.Console.Render<ModeWord>(w => w.Add(x => x.Mode, s.Mode)).Find("span"),
        [typeof(AlertCard)] = s => s.Console.Render<AlertCard>(c => c.Add(x => x.Now, s.Open).Add(x => x.Who, Officer).Add(x => x.Expanded, true)).Find("article"),
        [typeof(HeardPlain)] = s => s.Console.Render<HeardPlain>(h => h.Add(x => x.Heard, News.For(s.Open.Alert, new Town([], [], [], []), Reader.Neighbour)).Add(x => x.Age, "").Add(x => x.Here, new Shop { Id = "", Ref = "", StationId = "", CircleId = "", Name = "" })).Find("article"),
        [typeof(AlarmBar)] = s => s.Console.Render<AlarmBar>(b => b.Add(x => x.Now, s.All with { Drills = [] })).Find(".alarms"),
        [typeof(ClosedCard)] = s => s.Console.Render<ClosedCard>(c => c.Add(x => x.Now, s.Closed).Add(x => x.Who, Officer)).Find("article"),
        [typeof(OneAlert)] = s => s.Page<OneAlert>(p => p.Add(x => x.Id, s.Open.Id).Add(x => x.Now, s.All)).Find(".record"),
        [typeof(MapAlerts)] = s => s.Console.Render<MapAlerts>(m => m.Add(x => x.Shown, [s.Open])).Find("section"),
        [typeof(StationPage)] = s => s.Page<StationPage>(p => p.Add(x => x.Now, s.All)).Find(".band.not-real:not(.drill-now)"),
        [typeof(PastAlerts)] = s => s.At("alerts?mode=" + s.Mode.Word()).Page<PastAlerts>(_ => { }).Find("[data-testid=past-alert]"),
        [typeof(DrillBand)] = s => s.Console.Render<DrillBand>(b => b.Add(x => x.Drills, [s.Drill]).Add(x => x.Who, Officer)).Find("section"),
        [typeof(DrillAlerts)] = s => s.Console.Render<DrillAlerts>(a => a.Add(x => x.Alerts, [new DrillAlert("a1", s.Mode, AlertState.Raised, DateTimeOffset.UnixEpoch, "")])).Find("li"),
        [typeof(DrillPage)] = s => s.Page<DrillPage>(p => p.Add(x => x.Id, s.Drill.Id)).Find(".record"),
        [typeof(DrillReportPage)] = s => s.Page<DrillReportPage>(p => p.Add(x => x.Id, s.Drill.Id)).Find(".record"),
        [typeof(DrillsPage)] = s => s.Page<DrillsPage>(_ => { }).Find("[data-testid=drill-row]"),
    };

    /// <summary>They draw drills alone, in whatever form, and so say that word.</summary>
    private static readonly Type[] OfDrills = [typeof(DrillBand), typeof(DrillPage), typeof(DrillReportPage), typeof(DrillsPage)];

    /// <summary>Parts of one of those: drawn nowhere else, and with no sign of a real alert of their own.</summary>
    private static readonly Type[] Parts = [typeof(AlertFacts), typeof(AlertMoves), typeof(CloseForm), typeof(DetailsForm), typeof(MergeForm), typeof(UnitLine), typeof(Hearers), typeof(SafeLines), typeof(Timeline), typeof(Unreachable), typeof(DrillClock), typeof(DrillMoves), typeof(ScriptPanel), typeof(ObserversSheet)];

    /// <summary>What is counted and told afterwards: each takes the mode from its rows, and says the word of each mode apart.</summary>
    private static readonly Type[] Afterwards = [typeof(OneReport), typeof(ReportsPage), typeof(ReviewPage), typeof(StatisticsPage)];

    private static readonly Type[] PartsOfReports = [typeof(FactsSheet), typeof(AssessmentSheet), typeof(VoicesSheet), typeof(ImprovementsSheet), typeof(ImprovementForm), typeof(CarriedList), typeof(CutSheet), typeof(RatesSheet), typeof(UnreachedSheet), typeof(SinceDrillSheet)];

    /// <summary>They hear of alerts and draw none, or are documents that stories read: the shop's page and the observer's.</summary>
    private static readonly Type[] Others = [typeof(LiveAlerts), typeof(MapPage), typeof(ShopPage), typeof(WhistlePage), typeof(HandoverPage), typeof(ObservePage), typeof(ObserveItem)];

    public static TheoryData<Mode> NotReal => [Mode.Drill, Mode.Test];

    [Fact]
    public void Every_component_that_draws_an_alert_or_a_drill_is_known_here_and_every_part_is_drawn_by_one_that_says_the_mode()
    {
        var found = typeof(AlertCard).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract && Hears(t)).ToHashSet();
        var known = Whole.Keys.Concat(Parts).Concat(Afterwards).Concat(PartsOfReports).Concat(Others).ToHashSet();
        Assert.True(found.SetEquals(known), $"not known here: {Names(found.Except(known))}; no longer there: {Names(known.Except(found))}");

        var razor = Sources("src/WhistleNet", "*.razor").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        Assert.All(Afterwards, page => Assert.Matches("data-mode=\"@[^\"]+\"[^\0]*<ModeWord Mode=", razor[page.Name]));
        foreach (var part in Parts.Concat(PartsOfReports))
        {
            var by = razor.Where(file => Regex.IsMatch(file.Value, $@"<{part.Name}[\s/>]", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(file => file.Key).ToList();
            Assert.True(by.Count > 0, $"{part.Name} is drawn by nobody");
            Assert.All(by, name => Assert.True(known.Any(k => k.Name == name), $"{name} draws {part.Name} and is not known here"));
        }
        output.WriteLine($"{found.Count} components hear of alerts or drills: {Whole.Count + Afterwards.Length} say the mode themselves, {Parts.Length + PartsOfReports.Length} are parts of those, {Others.Length} draw none");
    }

    [Theory]
    [MemberData(nameof(NotReal))]
    public async Task No_component_draws_it_as_real(Mode mode)
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var scene = await Scene.Of(world, mode);
        CultureInfo.CurrentUICulture = Language.Zh;
        foreach (var (component, draw) in Whole)
        {
            var drawn = draw(scene);
            var said = OfDrills.Contains(component) ? Mode.Drill : mode;
            var modes = drawn.QuerySelectorAll("[data-mode]").Append(drawn).Select(e => e.GetAttribute("data-mode")).OfType<string>().Distinct().ToList();
            Assert.True(modes.Count > 0 && modes.TrueForAll(m => m == said.Word() || m == mode.Word()), $"{component.Name} says {string.Join(' ', modes)} for {mode}");
            Assert.True(drawn.TextContent.Contains(AlertSay.Of(said).Zh, StringComparison.Ordinal), $"{component.Name} does not say the word of {said}");
            LooksLikeNone(component.Name, drawn.QuerySelectorAll);
        }
        var parts = scene.OfParts().ToList();
        Assert.Equal(Parts.Select(p => p.Name).Order(), parts.Select(p => p.Name).Order());
        foreach (var (name, find) in parts) LooksLikeNone(name, find);
        output.WriteLine($"{mode.Word()}: {Whole.Count} components say it; none of them and none of {parts.Count} parts has a sign of a real alert");
    }

    // Exports, prints and documents of their own are written by hand, so that they are looked for in the sources.
    private static readonly string[] Exports = ["Drills/ObserveEndpoints.cs", "Log/LogExport.cs", "Reports/ReportEndpoints.cs", "Circles/GearEndpoints.cs", "People/OwnDataEndpoints.cs", "Reports/StatisticsEndpoints.cs"];
    private static readonly string[] Documents = ["Alerts/WhistlePage.razor", "Drills/ObservePage.razor", "Live/WallPage.razor", "People/Paper.razor", "Shell/App.razor", "Demo/DemoPage.razor"];

    [Fact]
    public void Every_export_and_every_document_is_known_here_and_each_document_says_a_mode()
    {
        var root = Path.Combine(Root(), "src/WhistleNet");
        var exports = Sources("src/WhistleNet", "*.cs").Where(f => Regex.IsMatch(File.ReadAllText(f), "\"text/csv|\"text/calendar|application/cap|application/atom|application/pdf|Results\\.(?:File|Stream)\\(", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).ToList();
        Assert.True(exports.ToHashSet().SetEquals(Exports), $"exports: {string.Join(' ', exports)}");
        Assert.DoesNotContain("Alerts", File.ReadAllText(Path.Combine(root, Exports[1])).Split("db.")[1..].Select(after => after.Split('.', ' ', ';')[0])); // people's deeds, no alerts
        Assert.DoesNotContain("AlertId", File.ReadAllText(Path.Combine(root, Exports[3]))); // the ledger, and no word of what an item was handed out for
        var writers = typeof(AlertCard).Assembly.GetTypes().Where(t => t.Name.EndsWith("Csv", StringComparison.Ordinal)).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public)).ToList();
        Assert.All(writers, write => Assert.True(write.GetParameters().Any(p => p.ParameterType == typeof(Mode)), $"{write.DeclaringType!.Name} is written without asking for the mode"));

        var documents = Sources("src/WhistleNet", "*.razor").Where(f => File.ReadAllText(f).Contains("<!DOCTYPE", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).ToList();
        Assert.True(documents.ToHashSet().SetEquals(Documents), $"documents: {string.Join(' ', documents)}");
        Assert.All(documents, document => Assert.Contains("data-mode=", File.ReadAllText(Path.Combine(root, document)), StringComparison.Ordinal));
        output.WriteLine($"{exports.Count} exports, {writers.Count} of them of alerts, {documents.Count} documents");
    }

    /// <summary>Scripts that draw a part of what another one heads with the mode.</summary>
    private static readonly string[] ScriptParts = ["live/stages.ts", "takeover/buttons.ts", "whistle/whoComes.ts", "page/words.ts"];

    [Fact]
    public void Every_script_that_draws_an_alert_takes_its_mode_through_Shown()
    {
        var root = Path.Combine(Root(), "wwwroot-assets/src");
        var drawing = Sources("wwwroot-assets/src", "*.ts").ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText)
            .Where(f => Telling().IsMatch(f.Value) && Drawing().IsMatch(f.Value)).ToList();
        Assert.All(drawing.Where(f => !ScriptParts.Contains(f.Key)), f => Assert.True(Moded().IsMatch(f.Value), $"{f.Key} draws alerts and asks for no mode"));
        Assert.True(drawing.Count(f => !ScriptParts.Contains(f.Key)) >= 6, "the scripts are looked for in the wrong place");
        var heads = drawing.Select(f => f.Key).ToHashSet();
        foreach (var part in ScriptParts)
        {
            var name = Path.GetFileNameWithoutExtension(part);
            var by = Sources("wwwroot-assets/src", "*.ts").Where(f => Regex.IsMatch(File.ReadAllText(f), $"from \"(?:[./a-z]*/){name}\"", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).ToList();
            Assert.NotEmpty(by);
            Assert.All(by, f => Assert.True(heads.Contains(f) || Moded().IsMatch(File.ReadAllText(Path.Combine(root, f))), $"{f} uses {part} and asks for no mode"));
        }
        output.WriteLine($"{drawing.Count} scripts draw alerts or drills, {ScriptParts.Length} of them parts of others");
    }

    private static void LooksLikeNone(string name, Func<string, IEnumerable<IElement>> find)
    {
        Assert.True(!find("[data-mode=real], .shape-real").Any(), $"{name} draws the sign of a real alert");
        Assert.True(find(".mode-word").All(w => w.TextContent != AlertSay.Of(Mode.Real).Zh), $"{name} says the word of a real alert");
    }

    private static bool Hears(Type component) => component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(p =>
        p.IsDefined(typeof(ParameterAttribute)) && Mentions(p.PropertyType) || p.IsDefined(typeof(CascadingParameterAttribute)) && Mentions(p.PropertyType)
        || p.IsDefined(typeof(InjectAttribute)) && Boards.Contains(p.PropertyType));

    private static bool Mentions(Type type) => Told.Contains(type) || Nullable.GetUnderlyingType(type) is { } inner && Mentions(inner)
        || type.IsGenericType && typeof(Delegate).IsAssignableFrom(type) == false && type.GenericTypeArguments.Any(Mentions);

    private static string Names(IEnumerable<Type> types) => string.Join(' ', types.Select(t => t.Name).Order());

    private static IEnumerable<string> Sources(string folder, string what) => Directory.EnumerateFiles(Path.Combine(Root(), folder), what, SearchOption.AllDirectories)
        .Where(f => !f.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !f.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "WhistleNet.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("WhistleNet.sln");
        return folder;
    }

    [GeneratedRegex(@"import (?:type )?\{[^}]*\b(?:Alert|News|Drill|Inject|Board|Own|Answered)\b[^}]*\} from", RegexOptions.None, 1000)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\bh\(""|\bwrite\(|replaceChildren|innerHTML|textContent|lines\.put\(", RegexOptions.None, 1000)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"\bshown\(|\bwordOf\(|: Shown\b|""drill""", RegexOptions.None, 1000)]
    private static partial Regex Moded();
}
