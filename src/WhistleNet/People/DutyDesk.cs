using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Somebody looked at the gear when a shift was handed over.</summary>
/// <param name="Missing">What was not there; none where all was.</param>
public sealed record GearLook(string? Missing);

/// <summary>Writes a station's duty roster.</summary>
public sealed class DutyDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, AccessLog log, TimeProvider time)
{
    public const int MostAhead = 2000;
    public const int MostRepeats = 31;
    public const int MostCover = 20;

    /// <summary>One shift, and the same on so many days after it, at the same hours by the clock on the station's wall. All of them or none: a roster that stops half way is not what was typed.</summary>
    public Task<Text?> Add(Actor by, string stationId, string? whoId, DateTimeOffset from, DateTimeOffset until, int alsoDays = 0) => Change(by, stationId, async (db, all) =>
    {
        if (alsoDays is < 0 or > MostRepeats) return DutySay.Repeats;
        if (!string.IsNullOrEmpty(whoId) && !Knows(stationId, whoId)) return DutySay.Of(ShiftFlaw.Nobody);
        if (await db.Shifts.CountAsync(s => s.StationId == stationId && s.Until > time.GetUtcNow()) + alsoDays >= MostAhead) return DutySay.Full;
        var zone = calling.ZoneOf(stationId);
        for (var day = 0; day <= alsoDays; day++)
        {
            var (begins, ends) = (zone.DaysLater(from, day), zone.DaysLater(until, day));
            if (all.Exists(s => s.WhoId == whoId && s.From == begins && s.Until == ends)) continue; // typed twice is typed once
            if (Duty.Wrong(whoId, begins, ends, all, time.GetUtcNow()) is { } flaw) return DutySay.Of(flaw);
            all.Add(new Shift { Id = Ids.New(), StationId = stationId, WhoId = whoId!, From = begins, Until = ends });
            db.Shifts.Add(all[^1]);
        }
        return null;
    }, whoId);

    /// <summary>Takes a shift away; a repeat finds nothing to do.</summary>
    public Task<Text?> Remove(Actor by, string stationId, string shiftId) => Change(by, stationId, (db, all) =>
    {
        if (all.Find(s => s.Id == shiftId) is { } shift) db.Shifts.Remove(shift);
        return Task.FromResult<Text?>(null);
    }, shiftId);

    /// <summary>Two change places.</summary>
    public Task<Text?> Swap(Actor by, string stationId, string oneId, string otherId) => Change(by, stationId, (_, all) =>
        Task.FromResult<Text?>(all.Find(s => s.Id == oneId) is { } one && all.Find(s => s.Id == otherId) is { } other
            ? Duty.Swap(one, other, all, time.GetUtcNow()) is { } flaw ? DutySay.Of(flaw) : null
            : ProblemSay.NotFound), $"{oneId} {otherId}");

    /// <summary>Somebody else goes on from now.</summary>
    /// <param name="gear">Said by whoever looked at the station's gear with it; nobody is kept from handing over without.</param>
    public Task<Text?> HandOver(Actor by, string stationId, string shiftId, string? toId, GearLook? gear = null) => Change(by, stationId, (db, all) =>
    {
        if (all.Find(s => s.Id == shiftId) is not { } shift) return Task.FromResult<Text?>(ProblemSay.NotFound);
        if (!string.IsNullOrEmpty(toId) && !Knows(stationId, toId)) toId = null;
        if (Duty.HandOver(shift, toId, all, time.GetUtcNow(), Ids.New(), out var next) is { } flaw) return Task.FromResult<Text?>(DutySay.Of(flaw));
        db.Shifts.Add(next!);
        if (gear is not null && by.May(Act.SeeGear, stationId)) log.Note(db, by, Deed.GearLookedAt, stationId, hall.Town.Stations[stationId].Name, FreeText.Cut(gear.Missing));
        return Task.FromResult<Text?>(null);
    }, $"{shiftId} {toId}");

    /// <summary>How many are to stand on it at any time.</summary>
    public async Task<Text?> Cover(Actor by, string stationId, int least)
    {
        if (!by.May(Act.ManageDuty, stationId)) return ProblemSay.Forbidden;
        if (least is < 0 or > MostCover) return DutySay.CoverRange;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Stations.SingleOrDefaultAsync(s => s.Id == stationId) is not { } station) return ProblemSay.NotFound;
        station.MinimumCover = least;
        log.Note(db, by, Deed.DutySaved, stationId, station.Name, $">= {least}");
        await hall.Store(db, transaction, Stamp.Town);
        return null;
    }

    /// <summary>Who may stand on it: its officers, and its members who are stewards, volunteers or grid workers.</summary>
    public IEnumerable<(string Id, string Name)> People(string stationId) =>
        hall.Roster.Officers(stationId).Select(o => (o.Id, o.Name)).Concat(hall.Duty.Volunteers(stationId).Select(m => (m.Id, m.Name)));

    private bool Knows(string stationId, string whoId) => People(stationId).Any(p => p.Id == whoId);

    private async Task<Text?> Change(Actor by, string stationId, Func<WhistleDb, List<Shift>, Task<Text?>> change, string? reason)
    {
        if (!by.May(Act.ManageDuty, stationId) || !hall.Town.Stations.TryGetValue(stationId, out var station)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var since = time.GetUtcNow() - Shift.Longest;
        var all = await db.Shifts.Where(s => s.StationId == stationId && s.Until > since).ToListAsync();
        if (await change(db, all) is { } why) return why;
        if (!db.ChangeTracker.HasChanges()) return null;
        log.Note(db, by, Deed.DutySaved, stationId, station.Name, reason);
        await hall.Store(db, transaction, Stamp.Duty);
        return null;
    }
}
