using System.Collections.Concurrent;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Shops whose last training ended or ends within 30 days, as a quiet line on their station's consoles; worked out anew where the shops or the day are others.</summary>
public sealed class TrainingWatch(TownHall hall, Calling calling, TimeProvider time) : IWatcher
{
    private const int MostNames = 20;
    private readonly ConcurrentDictionary<string, (Town Of, DateOnly Day, IReadOnlyList<Signal> Signals)> _last = new();

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var (town, today) = (hall.Town, calling.DayAt(stationId, time.GetUtcNow()));
        if (_last.TryGetValue(stationId, out var last) && ReferenceEquals(last.Of, town) && last.Day == today) return last.Signals;
        var ending = town.Shops.Where(s => s.StationId == stationId && !s.Trained && s.TrainedUntil is { } until && until <= today.AddDays(Training.SoonDays)).OrderBy(s => s.TrainedUntil).ToLookup(s => s.TrainedUntil < today, s => s.Name);
        List<Signal> signals = [];
        if (ending[true].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.TrainingOver, Names([.. ending[true]])));
        if (ending[false].Any()) signals.Add(new Signal(Grade.Supervision, SignalSay.TrainingDue, Names([.. ending[false]])));
        _last[stationId] = (town, today, signals);
        return signals;
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names) => names.Count <= MostNames ? names : [.. names.Take(MostNames), $"+ {names.Count - MostNames}"];
}
