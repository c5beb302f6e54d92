using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet;

/// <summary>An officer's console without a browser: the real components on the world's real feed and database.</summary>
public sealed class OfficerConsole : BunitContext
{
    private readonly World _world;

    public OfficerConsole(World world, Actor who)
    {
        (_world, Who) = (world, who);
        CultureInfo.CurrentUICulture = Language.Zh;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddScoped(_ => new OfficerScreen(world.The<Presence>(), world.The<Readers>()));
        Services.AddFallbackServiceProvider(new OurOwn(world.Services));
    }

    public Actor Who { get; }

    /// <summary>The station's page as the layout shows it.</summary>
    public IRenderedComponent<LiveAlerts> OpenStation() => Open(Content);

    /// <summary>Any other page below the same ear.</summary>
    public IRenderedComponent<LiveAlerts> Open(RenderFragment page) => Render<LiveAlerts>(live => live
        .Add(l => l.Who, Who)
        .AddCascadingValue(Task.FromResult(new AuthenticationState(Who.AsPrincipal("test"))))
        .Add(l => l.ChildContent, page));

    /// <summary>Lets the screen's paced news through until it shows what is looked for.</summary>
    public Task Shows(Func<bool> what, string say) => Eventually.True(() =>
    {
        _world.Time.Advance(Mailbox.Pace);
        return what();
    }, say);

    private static readonly RenderFragment Content = screen =>
    {
        screen.OpenComponent<AlarmBar>(0);
        screen.CloseComponent();
        screen.OpenComponent<StationPage>(1);
        screen.CloseComponent();
    };

    // The renderer's own services belong to the test; what is ours belongs to the world.
    private sealed class OurOwn(IServiceProvider world) : IServiceProvider
    {
        public object? GetService(Type service) =>
            service == typeof(TimeProvider) || service.FullName!.StartsWith("WhistleNet.", StringComparison.Ordinal) ? world.GetService(service) : null;
    }
}
