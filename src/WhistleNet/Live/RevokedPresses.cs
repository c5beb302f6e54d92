using System.Collections.Concurrent;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>Revoked devices that pressed all the same: somebody may be in need, so the station is told for an hour.</summary>
public sealed class RevokedPresses(TownHall hall, TimeProvider time) : IWatcher
{
    public static readonly TimeSpan Shown = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (Device Device, DateTimeOffset At)> _byDevice = new();

    public void Saw(Device device) => _byDevice[device.Id] = (device, time.GetUtcNow());

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var now = time.GetUtcNow();
        foreach (var old in _byDevice.Where(p => now - p.Value.At > Shown)) _byDevice.TryRemove(old);
        return _byDevice.Values.Where(p => p.Device.StationId == stationId).OrderBy(p => p.At)
            .Select(p => new Signal(Grade.Trouble, SignalSay.RevokedPressed, [hall.Town.Shop(p.Device.ShopId)?.Name ?? p.Device.Name], p.At));
    }
}
