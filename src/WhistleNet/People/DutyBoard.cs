using WhistleNet.Circles;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Answers from the roster: who is on, where it is short; and tells consoles of it quietly.</summary>
public sealed class DutyBoard(TownHall hall, DutyDesk desk, TimeProvider time) : IWatcher
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(12);

    public IReadOnlyList<Shift> Shifts(string stationId, DateTimeOffset from, DateTimeOffset until) => [.. hall.Duty.Shifts(stationId).Where(s => s.Meets(from, until))];

    public int Least(string stationId) => hall.Town.Stations.GetValueOrDefault(stationId)?.MinimumCover ?? 0;

    /// <summary>The shifts that are on now.</summary>
    public IReadOnlyList<Shift> On(string stationId) => [.. hall.Duty.Shifts(stationId).Where(s => s.IsAt(time.GetUtcNow()))];

    /// <summary>Where it is short from now on.</summary>
    /// <param name="without">As if this shift were not there.</param>
    public IReadOnlyList<CoverGap> Gaps(string stationId, DateTimeOffset until, string? without = null) =>
        Duty.Gaps([.. hall.Duty.Shifts(stationId).Where(s => s.Id != without)], time.GetUtcNow(), until, Least(stationId));

    /// <summary>What would follow from taking a shift away: the gaps within it.</summary>
    public IReadOnlyList<CoverGap> Follows(Shift shift)
    {
        var from = shift.From > time.GetUtcNow() ? shift.From : time.GetUtcNow();
        return Duty.Gaps([.. hall.Duty.Shifts(shift.StationId).Where(s => s.Id != shift.Id)], from, shift.Until, Math.Max(1, Least(shift.StationId)));
    }

    public string Name(string stationId, string whoId) => desk.People(stationId).FirstOrDefault(p => p.Id == whoId).Name ?? "–";

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var (now, least) = (time.GetUtcNow(), Least(stationId));
        if (least == 0 || Gaps(stationId, now + Soon) is not [var first, ..]) yield break;
        yield return new Signal(Grade.Supervision, first.From <= now ? DutySay.TooFew : DutySay.TooFewSoon, [$"{first.Have} / {least}"], first.From <= now ? null : first.From);
    }
}
