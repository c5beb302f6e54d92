using System.Collections.Concurrent;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Live;

/// <summary>Answers one question: what at this station is in trouble although nobody whistles? Worked out at most once in two seconds, for all its consoles.</summary>
public sealed class Supervision(Presence presence, TownHall hall, Calling calling, EscalationClock clock, RevokedPresses revoked, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EngineLateAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ScreenSilentAfter = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<Signal> Signals)> _last = new();

    public IReadOnlyList<Signal> Of(string stationId)
    {
        var now = time.GetUtcNow();
        if (_last.TryGetValue(stationId, out var last) && now - last.At < Pace && now >= last.At) return last.Signals;
        IReadOnlyList<Signal> signals = [.. Engine(now), .. Revoked(stationId), .. Screens(stationId, now), .. Circles(stationId, now), .. Sound(stationId)];
        _last[stationId] = (now, signals);
        return signals;
    }

    private IEnumerable<Signal> Engine(DateTimeOffset now)
    {
        if (clock.LastSweepAt is not { } at) yield return new(Grade.Trouble, SignalSay.EngineNotYet, []);
        else if (now - at > EngineLateAfter) yield return new(Grade.Trouble, SignalSay.EngineLate, [], at);
    }

    private IEnumerable<Signal> Revoked(string stationId) => revoked.Of(stationId)
        .Select(p => new Signal(Grade.Trouble, SignalSay.RevokedPressed, [hall.Town.Shop(p.Device.ShopId)?.Name ?? p.Device.Name], p.At));

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

    /// <summary>Circles that were linked and are no more, and single devices that fell silent in the others.</summary>
    private IEnumerable<Signal> Circles(string stationId, DateTimeOffset now)
    {
        var (dark, silent) = (new List<string>(), new List<string>());
        var devices = hall.Roster.All.Where(d => d.Kind == DeviceKind.Shop && !d.IsRevoked && d.StationId == stationId)
            .Select(d => (Device: d, Shop: hall.Town.Shop(d.ShopId))).Where(d => d.Shop is not null && calling.IsOpenNow(d.Shop, now)); // at night a shop is dark and nothing is wrong
        foreach (var circle in devices.GroupBy(d => d.Shop!.CircleId))
        {
            var known = circle.Where(d => presence.Of(d.Device.Id) is not null).ToList();
            if (known.Count == 0) continue; // its devices were issued and never began a shift
            var gone = known.Where(d => !presence.OnShift(d.Device.Id)).ToList();
            if (gone.Count == known.Count) dark.Add(hall.Town.Circles[circle.Key].Name);
            else silent.AddRange(gone.Select(d => d.Shop!.Name));
        }
        if (dark.Count > 0) yield return new(Grade.Trouble, SignalSay.CircleDark, Sorted(dark));
        if (silent.Count > 0) yield return new(Grade.Supervision, SignalSay.DeviceSilent, Sorted(silent));
    }

    private IEnumerable<Signal> Sound(string stationId)
    {
        var mute = hall.Roster.All.Where(d => d.Kind == DeviceKind.Shop && !d.IsRevoked && d.StationId == stationId && presence.OnShift(d.Id) && presence.Of(d.Id)?.Audio == false)
            .Select(d => hall.Town.Shop(d.ShopId)?.Name ?? d.Name).ToList();
        if (mute.Count > 0) yield return new(Grade.Trouble, SignalSay.SoundOff, Sorted(mute));
    }

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
