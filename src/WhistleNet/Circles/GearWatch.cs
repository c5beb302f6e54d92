using System.Collections.Concurrent;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What of a station's gear is over or due within 14 days, as a quiet line on its consoles; worked out anew where the ledger or the day is another.</summary>
public sealed class GearWatch(TownHall hall, Calling calling, TimeProvider time) : IWatcher
{
    private const int MostNames = 20;
    private readonly ConcurrentDictionary<string, (Ledger Of, DateOnly Day, IReadOnlyList<Signal> Signals)> _last = new();

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var (ledger, today) = (hall.Ledger, calling.DayAt(stationId, time.GetUtcNow()));
        if (_last.TryGetValue(stationId, out var last) && ReferenceEquals(last.Of, ledger) && last.Day == today) return last.Signals;
        var due = ledger.OfStation(stationId).Where(g => g.Due(today) != GearDue.Later).OrderBy(g => g.DueOn ?? DateOnly.MinValue).ToLookup(g => g.Due(today), g => g.Serial);
        List<Signal> signals = [];
        if (due[GearDue.Over].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.GearOver, Names([.. due[GearDue.Over]])));
        if (due[GearDue.Soon].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.GearDue, Names([.. due[GearDue.Soon]])));
        _last[stationId] = (ledger, today, signals);
        return signals;
    }

    // A ledger that was just brought in may be due as a whole: the strip says how many, the ledger which.
    private static IReadOnlyList<string> Names(IReadOnlyList<string> serials) => serials.Count <= MostNames ? serials : [.. serials.Take(MostNames), $"+ {serials.Count - MostNames}"];
}
