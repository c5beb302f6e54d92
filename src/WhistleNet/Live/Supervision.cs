using System.Collections.Concurrent;
using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Live;

/// <summary>Answers one question: how is this station watched over, and what is in trouble although nobody whistles? Worked out at most once in two seconds, for all its consoles.</summary>
public sealed class Supervision(IEnumerable<IWatcher> watchers, Presence presence, TownHall hall, Calling calling, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ScreenSilentAfter = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Watch Watch)> _last = new();

    public Watch Of(string stationId)
    {
        var now = time.GetUtcNow();
        if (_last.TryGetValue(stationId, out var last) && now - last.At < Pace && now >= last.At) return last.Watch;
        var (circles, links) = Circles(stationId, now);
        var watch = new Watch([.. watchers.SelectMany(w => w.SignalsFor(stationId)), .. Clock(), .. Screens(stationId, now), .. circles, .. Sound(stationId)], links);
        _last[stationId] = (now, watch);
        return watch;
    }

    private IEnumerable<Signal> Clock()
    {
        if (time is SteadyClock steady && steady.Gap is var gap && gap.Duration() > SteadyClock.Jump)
            yield return new(Grade.Trouble, SignalSay.ClockJumped, [string.Create(CultureInfo.InvariantCulture, $"{gap.TotalSeconds:+0;-0} s")]);
    }

    private IEnumerable<Signal> Screens(string stationId, DateTimeOffset now)
    {
        foreach (var screen in hall.Roster.OfStation(stationId))
        {
            var sign = presence.Of(screen.Id);
            var expected = screen.Kind == DeviceKind.Wall || sign is not null;
            var silent = sign is null ? now - screen.IssuedAt > ScreenSilentAfter : sign.Connections == 0 && now - sign.At > ScreenSilentAfter || now - sign.At > Presence.NoLinkAfter;
            if (expected && silent) yield return new(Grade.Trouble, SignalSay.ScreenSilent, [screen.Name], sign?.At);
        }
    }

    /// <summary>Circles that were linked and are no more, and single devices that fell silent in the others. At night a shop is dark and nothing is wrong.</summary>
    private (IEnumerable<Signal> Signals, CircleLinks Links) Circles(string stationId, DateTimeOffset now)
    {
        var (dark, silent, links) = (new List<string>(), new List<string>(), new CircleLinks(0, 0, 0, 0));
        var devices = ShopDevices(stationId).Select(d => (Device: d, Shop: hall.Town.Shop(d.ShopId))).Where(d => d.Shop is not null && calling.IsOpenNow(d.Shop, now));
        foreach (var circle in devices.GroupBy(d => d.Shop!.CircleId))
        {
            var known = circle.Where(d => presence.Of(d.Device.Id) is not null).ToList();
            var gone = known.Where(d => !presence.OnShift(d.Device.Id)).ToList();
            if (known.Count == 0) links = links with { Idle = links.Idle + 1 }; // its devices were issued and never began a shift
            else if (gone.Count == 0) links = links with { Linked = links.Linked + 1 };
            else if (gone.Count < known.Count) links = links with { Partly = links.Partly + 1 };
            else links = links with { Dark = links.Dark + 1 };
            if (known.Count > 0 && gone.Count == known.Count) dark.Add(hall.Town.Circles[circle.Key].Name);
            else silent.AddRange(gone.Select(d => d.Shop!.Name));
        }
        List<Signal> signals = [];
        if (dark.Count > 0) signals.Add(new(Grade.Trouble, SignalSay.CircleDark, Sorted(dark)));
        if (silent.Count > 0) signals.Add(new(Grade.Supervision, SignalSay.DeviceSilent, Sorted(silent)));
        return (signals, links);
    }

    private IEnumerable<Signal> Sound(string stationId)
    {
        var mute = ShopDevices(stationId).Where(d => presence.OnShift(d.Id) && presence.Of(d.Id)?.Audio == false)
            .Select(d => hall.Town.Shop(d.ShopId)?.Name ?? d.Name).ToList();
        if (mute.Count > 0) yield return new(Grade.Trouble, SignalSay.SoundOff, Sorted(mute));
    }

    private IEnumerable<Device> ShopDevices(string stationId) => hall.Roster.All.Where(d => d.Kind == DeviceKind.Shop && !d.IsRevoked && d.StationId == stationId);

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
