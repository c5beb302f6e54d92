using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Live;

/// <summary>
/// Real alerts to which a neighbouring station is called: its consoles say so as trouble, with the shop's place, until somebody of the asking station takes it or it
/// ends. They see nothing else of it and move nothing: they answer by telephone and on foot.
/// </summary>
public sealed class HelpCalls(AlertFeed feed, IDbContextFactory<WhistleDb> databases, TownHall hall) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<(string HelperId, string AlertId), HelpCall> _calls = new();
    private IDisposable? _ear;

    private readonly ConcurrentDictionary<Action<string>, byte> _told = new();

    /// <summary>Is told which station's calls changed, until <see cref="Forget"/>.</summary>
    public void Tell(Action<string> changed) => _told[changed] = 0;

    public void Forget(Action<string> changed) => _told.TryRemove(changed, out _);

    /// <summary>What this station is called to now.</summary>
    public IEnumerable<HelpCall> For(string helperId) => _calls.Where(c => c.Key.HelperId == helperId).Select(c => c.Value).OrderBy(c => c.At);

    public async Task StartAsync(CancellationToken cancel)
    {
        _ear = feed.Listen(Hear); // first the ear, then what was before
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await db.Alerts.AsNoTracking().Where(a => a.Mode == Mode.Real && a.State == AlertState.Raised)
            .Join(db.Notices.Where(n => n.To == To.Rung && n.DeviceId != null && n.DeviceId.StartsWith("console:")), a => a.Id, n => n.AlertId, (a, n) => new { Alert = a, Notice = n }).AsNoTracking().ToListAsync(cancel);
        foreach (var call in open) Take(call.Alert, call.Notice);
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The same as consoles say it; never as old as what else is watched.</summary>
    public IEnumerable<Signal> SignalsFor(string stationId) => For(stationId).Select(c => new Signal(Grade.Trouble, SignalSay.HelpAsked, [c.Where], c.At));

    public void Dispose() => _ear?.Dispose();

    private void Hear(AlertNews news)
    {
        if (news.Alert is not { Mode: Mode.Real } alert) return;
        foreach (var notice in news.Changed.Where(n => n.To == To.Rung)) Take(alert, notice);
        foreach (var (key, call) in _calls.Where(c => c.Key.AlertId == alert.Id))
        {
            if (alert.State != AlertState.Raised ? _calls.TryRemove(key, out _) : _calls.TryUpdate(key, call with { Version = alert.Version }, call)) Changed(key.HelperId);
        }
    }

    private void Changed(string helperId)
    {
        foreach (var changed in _told.Keys) changed(helperId);
    }

    private void Take(Alert alert, Notice notice)
    {
        if (alert.State != AlertState.Raised || notice.DeviceId is not { } target || !target.StartsWith("console:", StringComparison.Ordinal) || target == Climbing.AnyConsole(alert.StationId)) return;
        var shop = hall.Town.Shop(alert.ShopId);
        var where = string.Join(" · ", new[] { AlertSay.Of(alert.Mode).ToString(), hall.Town.Stations.GetValueOrDefault(alert.StationId)?.Name, shop?.Name, shop?.Address }.Where(p => !string.IsNullOrEmpty(p)));
        _calls.TryAdd((target["console:".Length..], alert.Id), new HelpCall(alert.Id, alert.Version, alert.RaisedAt, where));
    }
}

/// <param name="Where">The station that asks, the shop, and where it is.</param>
public sealed record HelpCall(string AlertId, long Version, DateTimeOffset At, string Where);
