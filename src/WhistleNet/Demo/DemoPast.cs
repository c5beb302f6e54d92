using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>
/// The same house at an earlier time, behind closed doors: its clock stands where it is set, and what was done then is done by the desks and
/// rounds that do it today, so that a past of our own making can be nothing that the product does not do.
/// </summary>
internal sealed class DemoPast : IAsyncDisposable
{
    private readonly WebApplication _house;
    private readonly StandingClock _clock;

    private DemoPast(WebApplication house, StandingClock clock) => (_house, _clock) = (house, clock);

    public DateTimeOffset Now => _clock.Now;

    public static async Task<DemoPast> Open(Command command, DemoFolder folder, DateTimeOffset at)
    {
        var clock = new StandingClock { Now = at };
        var past = new DemoPast(Server.Build(command, builder => builder.AddDemo(folder, clock)), clock);
        await past.The<TownHall>().Refresh();
        await past.The<AlertWriter>().StartAsync(default);
        return past;
    }

    public T The<T>() where T : notnull => _house.Services.GetRequiredService<T>();

    /// <summary>Time passes, and what became due meanwhile is done: rings, rungs, injects, the end of a drill.</summary>
    public async Task Until(DateTimeOffset at)
    {
        _clock.Now = at;
        Beat();
        await The<Sweep>().Run(at, default);
    }

    /// <summary>What Hangfire walks: reports are drafted and reminded of, plans dated and reminded of.</summary>
    public async Task Walk()
    {
        await The<ReportRound>().Walk();
        await The<PlanRound>().Remind();
    }

    /// <summary>Everybody who has a phone on and is called hears it, and so does the station.</summary>
    public async Task Hear(string alertId)
    {
        await using var db = await The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        var alert = await db.Alerts.AsNoTracking().SingleAsync(a => a.Id == alertId);
        var called = await db.Notices.AsNoTracking().Where(n => n.AlertId == alertId && n.DeviceId != null && n.Reason == null).Select(n => n.DeviceId!).ToListAsync();
        var (writer, presence) = (The<AlertWriter>(), The<Presence>());
        await writer.Pushed(alert.Id, alert.StationId, alert.Version);
        foreach (var device in called.Where(presence.OnShift))
        {
            await writer.Confirm(new Confirmation(alert.Id, device, alert.Version, Seen: false));
            await writer.Confirm(new Confirmation(alert.Id, device, 0, Seen: true));
        }
        while (writer.Waiting.Receipts > 0) await Task.Yield();
        await writer.Write(_ => Task.FromResult(true)); // behind the receipts that were just taken
    }

    /// <summary>A phone of the town as it acts.</summary>
    public Actor Phone(string shopRef) => The<TownHall>().Roster.ById(DemoTown.Phone(shopRef))!.AsActor();

    public async ValueTask DisposeAsync()
    {
        await The<AlertWriter>().StopAsync(default);
        await _house.DisposeAsync();
    }

    // Whoever has a phone on has it on all the time, and one officer sits at the console.
    private void Beat()
    {
        var presence = The<Presence>();
        foreach (var shop in Households.Rows.SelectMany(r => r.Shops).Where(s => s.Temper is not (Temper.NoDevice or Temper.OffDuty))) presence.Beat(DemoTown.Phone(shop.Ref));
        presence.Beat(DemoTown.Wall);
        presence.Came(DemoTown.Officer, "past", () => { });
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
