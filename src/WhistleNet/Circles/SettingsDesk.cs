using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Stores what a station decided; every server sees it within a second.</summary>
public sealed class SettingsDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log)
{
    /// <summary>None where it is stored; else what is wrong, and nothing was.</summary>
    public async Task<Text?> Save(Actor by, string stationId, StationSettings settings)
    {
        if (!by.May(Act.ManageSettings, stationId)) return ProblemSay.Forbidden;
        if (settings.Wrong(Targets(stationId)) is { } wrong) return wrong;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var station = await db.Stations.SingleAsync(s => s.Id == stationId);
        (station.Name, station.TimeZone) = (EnrolDesk.NameOf(settings.Name)!, settings.TimeZone);
        (station.Clocks, station.Rings, station.Gear) = (settings.Clocks(station.Clocks), settings.RingsNow(), settings.GearNow());
        var (before, after) = (await db.Rungs.AsNoTracking().Where(r => r.StationId == stationId).ToListAsync(), settings.RungsNow(stationId, Ids.New).ToList());
        await db.Rungs.Where(r => r.StationId == stationId).ExecuteDeleteAsync();
        db.Rungs.AddRange(after);
        await PhonesKept.Follow(db, stationId, before, after);
        log.Note(db, by, Deed.SettingsSaved, station.Id, station.Name);
        return await Stored(db, transaction);
    }

    /// <summary>How many are enough, for these circles of the station.</summary>
    public async Task<Text?> Need(Actor by, string stationId, IReadOnlyCollection<string> circleIds, int loud, int silent)
    {
        if (!by.May(Act.ManageSettings, stationId)) return ProblemSay.Forbidden;
        if (loud is < 1 or > 20 || silent is < 1 or > 20) return SettingsSay.NeededRange;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Circles.Where(c => c.StationId == stationId && circleIds.Contains(c.Id))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Needed, loud).SetProperty(x => x.NeededSilent, silent));
        log.Note(db, by, Deed.NeededSaved, stationId, $"{loud} / {silent}");
        return await Stored(db, transaction);
    }

    /// <summary>Within how many seconds these circles of the station are to reach 1-3-5.</summary>
    public async Task<Text?> Aim(Actor by, string stationId, IReadOnlyCollection<string> circleIds, int selfHelp, int mutualHelp, int onScene)
    {
        if (!by.May(Act.ManageSettings, stationId)) return ProblemSay.Forbidden;
        if (Reports.Targets.Of(selfHelp, mutualHelp, onScene) is not { } targets) return SettingsSay.TargetRange;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var circle in await db.Circles.Where(c => c.StationId == stationId && circleIds.Contains(c.Id)).ToListAsync()) circle.Targets = targets;
        log.Note(db, by, Deed.NeededSaved, stationId, $"{selfHelp} / {mutualHelp} / {onScene} s");
        return await Stored(db, transaction);
    }

    /// <summary>The walls, officers, posts and helping stations that a rung of this station may call.</summary>
    public IReadOnlySet<string> Targets(string stationId) =>
        hall.Roster.OfStation(stationId).Where(d => d.Kind == DeviceKind.Wall).Select(d => d.Id).Concat(hall.Roster.Officers(stationId).Select(o => o.Id))
            .Concat(hall.Duty.Posts(stationId).Select(p => p.Id)).Concat(hall.Duty.Pacts(stationId).Where(p => p.Stands && p.StationId == stationId).Select(p => p.HelperId)).ToHashSet();

    private async Task<Text?> Stored(WhistleDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            return SettingsSay.NameTaken; // the station's name is all that must be unique
        }
        await db.Touch(Stamp.Town);
        await transaction.CommitAsync();
        await hall.Refresh();
        return null;
    }
}
