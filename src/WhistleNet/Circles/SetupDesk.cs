using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The first facts of a station: that it is there, what it is called, when its day begins.</summary>
public sealed class SetupDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, SettingsDesk settings, AccessLog log)
{
    /// <summary>Founds a station, for an administrator of all of them.</summary>
    public async Task<(string? StationId, Text? Why)> Found(Actor by, string? name, string? zone)
    {
        if (by.StationId is not null || !by.Is(Role.Admin)) return (null, ProblemSay.Forbidden);
        if (EnrolDesk.NameOf(name) is not { } clean) return (null, SettingsSay.NameMissing);
        if (!Stations.IsZone(zone ?? "")) return (null, SettingsSay.ZoneUnknown);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Stations.AnyAsync(s => s.Name == clean)) return (null, SettingsSay.NameTaken);
        var station = new Station { Id = Ids.New(), Name = clean, TimeZone = zone! };
        db.AddRange([station, .. Rung.Defaults(station.Id, Ids.New)]);
        log.Note(db, by, Deed.StationFounded, station.Id, station.Name);
        await hall.Store(db, transaction, Stamp.Town);
        return (station.Id, null);
    }

    /// <summary>Its name and time zone, for whoever may set them.</summary>
    public Task<Text?> Name(Actor by, string stationId, string name, string zone)
    {
        var known = StationSettings.Of(hall.Town.Stations[stationId], hall.Ladders.Of(stationId));
        (known.Name, known.TimeZone) = (name, zone);
        return settings.Save(by, stationId, known);
    }
}
