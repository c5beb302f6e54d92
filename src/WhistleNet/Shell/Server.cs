using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Rounds;
using WhistleNet.Telemetry;

namespace WhistleNet.Shell;

/// <summary>Puts the house together. Each line names a capability; its folder says the rest.</summary>
public static class Server
{
    public static async Task<int> Serve(Command command)
    {
        await using var app = Build(command);
        app.Services.GetRequiredService<Reserve>().GiveToStart();
        await Prepare(app);
        var first = app.Services.GetRequiredService<FirstLink>();
        await first.Make();
        return await Run(app, () =>
        {
            if (first.Line(app.Urls) is { } line) Console.WriteLine(line);
            Console.WriteLine("ready");
            return Task.CompletedTask;
        });
    }

    /// <param name="first">What is added before everything else; for the demo.</param>
    public static WebApplication Build(Command command, Action<WebApplicationBuilder>? first = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = command.HostArguments, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "WhistleNet" });
        if (command.Option("data") is { } data) builder.Configuration["WhistleNet:DataDir"] = data;
        builder.WebHost.UseStaticWebAssets(); // a built, unpublished program would otherwise serve every file with 0 bytes
        first?.Invoke(builder);
        // A start that failed is said by whoever started it, in one line: the host would log its stack as well. What breaks while it runs it logs as critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning); // whatever the configuration says: it writes down whole addresses, and links and lines have their secrets there
        builder.Logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        builder.Services.TryAddClock();
        builder.AddData().AddLog().AddTown().AddDoors().AddAccounts().AddAlerts().AddDrills().AddLive().AddReports().AddNotes().AddRounds().AddTelemetry().AddShell();
        var app = builder.Build();
        app.UseShell();
        var api = app.MapGroup("/api/v1").RequireAuthorization(Doors.Api).AddEndpointFilter(BadField.Answer).AddEndpointFilter(TokenUse.Note);
        api.MapWhistles();
        api.MapAlerts();
        api.MapAnswers();
        api.MapDrills();
        api.MapCircles();
        api.MapReports();
        api.MapBulletins();
        api.MapEnrolApi();
        app.MapLive();
        app.MapWhistlePage();
        app.MapAppeals();
        app.MapWallPage();
        app.MapObserve();
        app.MapHealth();
        app.MapPeople();
        app.MapGear();
        app.MapStatistics();
        app.MapNotes();
        app.MapReading();
        app.MapHandover();
        app.MapLog();
        app.MapReviews();
        app.MapShell();
        return app;
    }

    /// <summary>What must be true before anything is answered: a folder to write in, the newest schema, a durable database, the register.</summary>
    /// <exception cref="CannotStart">One of them is not.</exception>
    public static async Task Prepare(WebApplication app)
    {
        var folder = DataSetup.Folder(app.Configuration);
        DataFolder.Open(folder);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        await Schema.Migrate(db, folder);
        if (await db.Dialect.Durability(db, default) is { } weak) throw new CannotStart($"{weak}: an answered whistle could be lost in a power cut. Remove the setting that changes it.");
        await app.Services.GetRequiredService<TownHall>().Refresh();
        app.Services.GetRequiredService<LastBeats>().Recall();
    }

    /// <summary>Listens until it is told to stop; <paramref name="started"/> once a whistle of its own went the whole way.</summary>
    public static async Task<int> Run(WebApplication app, Func<Task> started)
    {
        try
        {
            await app.Services.GetRequiredService<Restored>().Look();
            await app.StartAsync();
            if (await app.Services.GetRequiredService<SelfTest>().Passed(app.Lifetime.ApplicationStopping)) await started();
            await app.WaitForShutdownAsync();
            return CommandLine.Done;
        }
        catch (IOException taken) when (taken.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            await app.StopAsync(); // what had begun already ends as on any other evening, and not as a crash
            throw new CannotStart($"{taken.Message} Stop the program that uses it, or choose another address with --urls.");
        }
    }
}
