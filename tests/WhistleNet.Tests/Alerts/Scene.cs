using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>One alert of a mode, open and closed, and a drill, in a house and as a console hears them.</summary>
internal sealed class Scene(World world, Mode mode, Drill drill) : IAsyncDisposable
{
    public OfficerConsole Console { get; } = new(world, RendererTests.Officer);
    public Mode Mode => mode;
    public Drill Drill => drill;
    public AlertNow Open { get; } = Now(world, mode, closed: false);
    public AlertNow Closed { get; } = Now(world, mode, closed: true);
    public AlertsNow All => new([Open, Closed], Watch.Nothing) { Drills = [drill] };

    public static async Task<Scene> Of(World world, Mode mode)
    {
        var console = world.Console();
        var drill = await world.Planned(console, form: mode == Mode.Test ? "comms" : "live");
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        if (mode == Mode.Drill) (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201);
        return new Scene(world, mode, (await world.The<DrillBoard>().One(RendererTests.Officer, drill))!.Drill);
    }

    public Scene At(string address)
    {
        Console.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return this;
    }

    public IRenderedComponent<TPage> Page<TPage>(Action<ComponentParameterCollectionBuilder<TPage>> with) where TPage : IComponent
    {
        var page = Console.Render<TPage>(p =>
        {
            with(p);
            p.AddCascadingValue(Task.FromResult(new AuthenticationState(RendererTests.Officer.AsPrincipal("test"))));
        });
        page.WaitForState(() => page.Markup.Contains("data-mode", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        return page;
    }

    public IEnumerable<(string Name, Func<string, IEnumerable<IElement>> Find)> OfParts()
    {
        yield return Part<AlertFacts>(p => p.Add(x => x.Now, Open));
        yield return Part<AlertMoves>(p => p.Add(x => x.Now, Open).Add(x => x.Who, RendererTests.Officer));
        yield return Part<CloseForm>(p => p.Add(x => x.Alert, Open.Alert).Add(x => x.Who, RendererTests.Officer));
        yield return Part<DetailsForm>(p => p.Add(x => x.Alert, Open.Alert));
        yield return Part<MergeForm>(p => p.Add(x => x.Others, [Open]));
        yield return Part<UnitLine>(p => p.Add(x => x.Now, Open));
        yield return Part<Hearers>(p => p.Add(x => x.Now, Open));
        yield return Part<SafeLines>(p => p.Add(x => x.Now, Open));
        yield return Part<Timeline>(p => p.Add(x => x.Lines, Open.Lines));
        yield return Part<Unreachable>(p => p.Add(x => x.Now, Open));
        yield return Part<DrillClock>(p => p.Add(x => x.Drill, drill));
        yield return Part<ObserversSheet>(p => p.Add(x => x.Drill, drill).Add(x => x.Who, RendererTests.Officer));
        yield return Part<ScriptPanel>(p => p.Add(x => x.Drill, drill).Add(x => x.Who, RendererTests.Officer));
        yield return Part<DrillMoves>(p => p.Add(x => x.Drill, drill).Add(x => x.Who, RendererTests.Officer));
    }

    public ValueTask DisposeAsync() => Console.DisposeAsync();

    private (string, Func<string, IEnumerable<IElement>>) Part<T>(Action<ComponentParameterCollectionBuilder<T>> with) where T : IComponent
    {
        var part = Console.Render(with);
        return (typeof(T).Name, selector => part.FindAll(selector));
    }

    private static AlertNow Now(World world, Mode mode, bool closed)
    {
        var at = world.Time.GetUtcNow();
        var shop = world.Street.Shop(0, 0);
        var alert = Alert.Raise(new Whistle(closed ? "a2" : "a1", shop.StationId, shop.CircleId, shop.Id, mode, Kind.Fight, Silent: false, Needed: 3), RendererTests.Officer, at, Clocks.Default, TimeSpan.FromSeconds(30));
        if (closed) Assert.Null(alert.Close(RendererTests.Officer, mode.Outcomes().First(), "完", at));
        return new AlertNow(alert, [], alert.Lines, []);
    }
}
