using System.Collections.Concurrent;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What of a station's gear is over or due within 14 days, as a quiet line on its consoles; worked out anew where the ledger or the day is another.</summary>
public sealed class GearWatch(TownHall hall, Calling calling, TimeProvider time) : IWatcher
{
    private readonly ConcurrentDictionary<string, (Ledger Of, DateOnly Day, IReadOnlyList<Signal> Signals)> _last = new();

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var (ledger, today) = (hall.Ledger, new StationTime(calling.ZoneOf(stationId)).DayOf(time.GetUtcNow()));
        if (_last.TryGetValue(stationId, out var last) && ReferenceEquals(last.Of, ledger) && last.Day == today) return last.Signals;
        var due = ledger.OfStation(stationId).Where(g => g.Due(today) != GearDue.Later).OrderBy(g => g.DueOn ?? DateOnly.MinValue).ToLookup(g => g.Due(today), g => g.Serial);
        List<Signal> signals = [];
        if (due[GearDue.Over].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.GearOver, [.. due[GearDue.Over]]));
        if (due[GearDue.Soon].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.GearDue, [.. due[GearDue.Soon]]));
        _last[stationId] = (ledger, today, signals);
        return signals;
    }
}
