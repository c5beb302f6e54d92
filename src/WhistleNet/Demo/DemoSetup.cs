using Microsoft.AspNetCore.Hosting;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

public static class DemoSetup
{
    /// <summary>What a demo adds to the house, before the house is built: its folder, its clock, its front door, its people.</summary>
    /// <param name="past">The clock of an earlier time, for what the town did before the demo began.</param>
    internal static void AddDemo(this WebApplicationBuilder builder, DemoFolder folder, TimeProvider? past = null)
    {
        builder.Configuration["WhistleNet:DataDir"] = folder.Path;
        builder.Configuration["ConnectionStrings:WhistleNet"] = null; // never a database that somebody configured
        builder.Configuration[Headers.OwnFrames] = "true";
        // On the console stand the links; a key that lies unencrypted in a demo's own folder is no news.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Error).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Error);
        var clock = new DemoClock();
        builder.Services.AddSingleton(folder).AddSingleton(clock).AddSingleton(past ?? clock);
        builder.Services.AddSingleton<Neighbours>().AddSingleton<Links>().AddSingleton<PaneCookies>().AddSingleton<DemoBoard>().AddSingleton<DemoDrill>();
        builder.Services.AddSingleton<DemoHand>().AddSingleton<Understudies>().AddSingleton<ObserverPhone>();
        builder.Services.AddSingleton<IStartupFilter, FrontDoor>();
    }

    public static void MapDemo(this WebApplication app) => Map(app.MapGroup("").AllowAnonymous().ExcludeFromDescription());

    private static void Map(RouteGroupBuilder demo)
    {
        demo.MapEnter();
        demo.MapDemoPage();
    }
}
