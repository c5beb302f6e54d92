using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Telemetry;

namespace WhistleNet.Live;

/// <summary>
/// Carries news from the feed to the hub's groups: one group for each shop, so that the cost does not grow with connections. What
/// does not fit its box is not lost: the version stays unpublished and the sweep announces it again.
/// </summary>
public sealed class HubRelay(AlertFeed feed, IHubContext<WhistleHub, IWhistleClient> hub, TownHall hall, AlertWriter writer, ILogger<HubRelay> log) : BackgroundService
{
    private readonly Channel<AlertNews> _box = Channel.CreateBounded<AlertNews>(4_096);

    public override Task StartAsync(CancellationToken cancel)
    {
        _ear = feed.Listen(news => _box.Writer.TryWrite(news)); // before the first press can be answered
        return base.StartAsync(cancel);
    }

    private IDisposable? _ear;

    public override void Dispose()
    {
        _ear?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var news in _box.Reader.ReadAllAsync(stop))
        {
            try
            {
                foreach (var sending in Send(news)) _ = Watch(sending, news.AlertId); // one slow device keeps nobody waiting
                if (news.Alert is { } alert) await writer.Pushed(alert.Id, alert.StationId, alert.Version);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogError(broken, "News of alert {AlertId} could not be told; the sweep announces it again", news.AlertId); // the next news must still be told
            }
        }
    }

    private List<Task> Send(AlertNews news)
    {
        using var span = Measure.Spans.StartActivity("fan-out");
        var since = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        if (news is { Drill: { } playing, Told.Count: > 0 }) sent.AddRange(news.Told.SelectMany(told => told.Groups(playing).Select(group => hub.Clients.Group(group).Inject(InjectNews.Of(playing, told)))));
        else if (news.Drill is { State: DrillState.Running or DrillState.Over } drill) sent.AddRange(Send(drill, news.Audience));
        if (news.Alert is { } alert)
        {
            var neighbours = News.For(alert, hall.Town, Reader.Neighbour).ForMany();
            foreach (var (group, reader, notice) in Readers(alert, news.Audience).Where(r => alert.IsToldTo(r.Reader)))
                sent.Add(hub.Clients.Group(group).News(reader == Reader.Neighbour ? neighbours.To(notice) : News.For(alert, hall.Town, reader)));
        }
        if (news.Changed.Count > 0 && news.Alert?.Mode != Mode.Test)
            sent.Add(hub.Clients.Group(WhistleHub.StationGroup(news.StationId)).Notices(new NoticesNews(news.AlertId, [.. news.Changed.Select(NoticeNews.Of)])));
        Measure.FanOut.Record(since);
        return sent;
    }

    private IEnumerable<Task> Send(Drill drill, IReadOnlyList<Notice> called)
    {
        var shops = drill.CircleIds.SelectMany(hall.Town.InCircle).ToList();
        foreach (var shop in shops)
            if (DrillNews.For(drill, shop) is { } here) yield return hub.Clients.Group(WhistleHub.ShopGroup(shop.Id)).Drill(here);
        foreach (var shop in called.Select(n => n.ShopId!).Distinct().Except(shops.Select(s => s.Id))) yield return hub.Clients.Group(WhistleHub.ShopGroup(shop)).Drill(DrillNews.Of(drill));
        if (drill.IsSecret)
        {
            yield return hub.Clients.Group(WhistleHub.PlannersGroup(drill.StationId)).Drill(DrillNews.Of(drill));
            yield break;
        }
        yield return hub.Clients.Group(WhistleHub.StationGroup(drill.StationId)).Drill(DrillNews.Of(drill));
        yield return hub.Clients.Group(WhistleHub.WallGroup(drill.StationId)).Drill(DrillNews.Of(drill));
    }

    /// <summary>Who is told, and as what: the raiser (a silent one on the devices that pressed alone), each called shop, the station.</summary>
    private static IEnumerable<(string Group, Reader Reader, Notice? Notice)> Readers(Alert alert, IReadOnlyList<Notice> audience)
    {
        if (!alert.Silent && alert.Mode != Mode.Test) yield return (WhistleHub.ShopGroup(alert.ShopId), Reader.Raiser, null);
        else
        {
            var pressers = audience.Where(n => n.To == To.Shop && n.ShopId == alert.ShopId).Select(n => n.DeviceId).Append(alert.DeviceId);
            foreach (var device in pressers.OfType<string>().Distinct()) yield return (WhistleHub.DeviceGroup(device), Reader.Raiser, null);
        }
        foreach (var shop in audience.Where(n => n.To == To.Shop && n.ShopId != alert.ShopId).DistinctBy(n => n.ShopId))
            yield return (WhistleHub.ShopGroup(shop.ShopId!), Reader.Neighbour, shop);
        if (alert.Mode == Mode.Test) yield break; // a practice alarms nobody, the station included
        yield return (WhistleHub.StationGroup(alert.StationId), Reader.Station, null);
        yield return (WhistleHub.WallGroup(alert.StationId), Reader.Wall, null);
    }

    private async Task Watch(Task sending, string alertId)
    {
        try
        {
            await sending;
        }
        catch (Exception broken)
        {
            log.LogWarning(broken, "News of alert {AlertId} could not be handed to a group; the next board brings it", alertId);
        }
    }
}
