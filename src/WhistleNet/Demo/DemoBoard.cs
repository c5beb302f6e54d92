using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>Answers the demo page's question: where do the story of the shop in the first pane, and the round of its drills, stand?</summary>
internal sealed class DemoBoard(IDbContextFactory<WhistleDb> databases, Calling calling, DemoClock clock, Links links, DemoDrill drill, ObserverPhone observer)
{
    private static readonly string ShopId = DemoTown.ShopId("QSQ-001");
    private static readonly string FirstNeighbour = DemoTown.ShopId("QSQ-002");

    public async Task<DemoNow> Now()
    {
        await using var db = await databases.CreateDbContextAsync();
        var alert = await db.Alerts.AsNoTracking().Where(a => a.ShopId == ShopId && a.Mode == Mode.Real).OrderByDescending(a => a.RaisedAt).FirstOrDefaultAsync();
        var notices = alert is null ? [] : await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id && n.To == To.Shop && n.ShopId != ShopId && n.DeviceId != null).ToListAsync();
        return new DemoNow(
            News.Time(clock.GetUtcNow()), (int)clock.Ahead.TotalSeconds, [.. DemoPart.Panes.Select(p => p.Word).Where(w => links.Of(w).IsCut)],
            alert is null ? null : Story(alert, notices), await drill.Running() is not null, drill.Refused is { } refused ? DrillSay.Of(refused).ToString() : null)
        {
            Pace = drill.Pace, Due = await Due(db), Drill = await Loop(db),
        };
    }

    private static DemoStory Story(Alert alert, List<Notice> notices)
    {
        var heard = notices.Where(n => n.State is Delivery.Received or Delivery.Seen).ToList();
        return new DemoStory(
            alert.Id, News.Time(alert.RaisedAt), alert.State.Word(), alert.Coming, alert.Needed, alert.Ring, alert.Rung, notices.Count, heard.Count,
            notices.Count(n => n.Answer is not null), notices.Count(n => n.Answer == Reply.Arrived), notices.Find(n => n.ShopId == FirstNeighbour)?.Answer?.Word(),
            heard.Count(n => n.Version >= alert.Version));
    }

    private async Task<string?> Due(WhistleDb db)
    {
        var due = await db.DrillPlans.AsNoTracking().Where(p => p.StationId == DemoTown.StationId && p.EndedAt == null).MinAsync(p => p.DueAt);
        return due is { } at ? new StationTime(calling.ZoneOf(DemoTown.StationId)).DayAndTime(at) : null;
    }

    // The last drill that began; the one of the town's past before there was another.
    private async Task<DemoLoop?> Loop(WhistleDb db)
    {
        if (await db.Drills.AsNoTracking().Where(d => d.StationId == DemoTown.StationId && d.StartedAt != null).OrderByDescending(d => d.StartedAt).FirstOrDefaultAsync() is not { } last) return null;
        var alert = await db.Alerts.AsNoTracking().Where(a => a.DrillId == last.Id && a.Mode == Mode.Drill).OrderBy(a => a.RaisedAt).FirstOrDefaultAsync();
        return new DemoLoop(
            last.Id, last.State.Word(), alert is not null, await db.DrillLines.CountAsync(l => l.DrillId == last.Id && l.What == DrillEntry.Told),
            alert is null ? 0 : await db.Lines.CountAsync(l => l.AlertId == alert.Id && l.What == Entry.Answered && l.Text == Reply.Arrived.Word()), alert?.Needed ?? 0, last.AnnouncedAt is not null,
            alert is null ? null : await db.Reports.Where(r => r.AlertId == alert.Id).Select(r => r.Id).FirstOrDefaultAsync(),
            alert is null ? 0 : await db.Improvements.CountAsync(i => i.MetByAlertId == alert.Id), last.AnnouncedAt is null ? observer.PageOf(last.Id) : null);
    }
}

/// <param name="Ahead">By how many seconds the clock was pushed.</param>
/// <param name="Cut">The panes whose link is cut.</param>
/// <param name="Drilling">A drill runs.</param>
/// <param name="Refused">Why the last one did not start, in words.</param>
internal sealed record DemoNow(string ServerTime, int Ahead, IReadOnlyList<string> Cut, DemoStory? Story, bool Drilling, string? Refused)
{
    /// <summary>How many seconds pass in one.</summary>
    public int Pace { get; init; }

    /// <summary>When the next drill is due, as the station's clock shows it.</summary>
    public string? Due { get; init; }

    public DemoLoop? Drill { get; init; }
}

/// <param name="Told">Neighbours' devices that were called, <paramref name="Heard"/> of which confirmed it, and <paramref name="UpToDate"/> its newest version.</param>
/// <param name="Mine">What the neighbour in the first neighbour's pane answered.</param>
internal sealed record DemoStory(
    string AlertId, string RaisedAt, string State, int Coming, int Needed, int Ring, int Rung, int Told, int Heard, int Answered, int Arrived, string? Mine, int UpToDate);

/// <summary>The last drill, and what came of it.</summary>
/// <param name="Told">How many of its scenario's injects were told.</param>
/// <param name="Met">How many improvements its measurements met.</param>
/// <param name="Observe">The observer's page, from the base of its pane, until everybody was told that it was a drill.</param>
internal sealed record DemoLoop(string DrillId, string State, bool Pressed, int Told, int Arrived, int Needed, bool Announced, string? ReportId, int Met, string? Observe);
