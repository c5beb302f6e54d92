using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;

namespace WhistleNet.Demo;

/// <summary>Answers the demo page's question: where does the story of the shop in the first pane stand?</summary>
internal sealed class DemoBoard(IDbContextFactory<WhistleDb> databases, DemoClock clock, Links links, DemoDrill drill)
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
            alert is null ? null : Story(alert, notices), await drill.Running() is not null, drill.Refused is { } refused ? DrillSay.Of(refused).ToString() : null);
    }

    private static DemoStory Story(Alert alert, List<Notice> notices)
    {
        var heard = notices.Where(n => n.State is Delivery.Received or Delivery.Seen).ToList();
        return new DemoStory(
            alert.Id, News.Time(alert.RaisedAt), alert.State.Word(), alert.Coming, alert.Needed, alert.Ring, alert.Rung, notices.Count, heard.Count,
            notices.Count(n => n.Answer is not null), notices.Count(n => n.Answer == Reply.Arrived), notices.Find(n => n.ShopId == FirstNeighbour)?.Answer?.Word(),
            heard.Count(n => n.Version >= alert.Version));
    }
}

/// <param name="Ahead">By how many seconds the clock was pushed.</param>
/// <param name="Cut">The panes whose link is cut.</param>
/// <param name="Drilling">A drill runs.</param>
/// <param name="Refused">Why the last one did not start, in words.</param>
internal sealed record DemoNow(string ServerTime, int Ahead, IReadOnlyList<string> Cut, DemoStory? Story, bool Drilling, string? Refused);

/// <param name="Told">Neighbours' devices that were called, <paramref name="Heard"/> of which confirmed it, and <paramref name="UpToDate"/> its newest version.</param>
/// <param name="Mine">What the neighbour in the first neighbour's pane answered.</param>
internal sealed record DemoStory(
    string AlertId, string RaisedAt, string State, int Coming, int Needed, int Ring, int Rung, int Told, int Heard, int Answered, int Arrived, string? Mine, int UpToDate);
