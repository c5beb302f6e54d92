using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>How verbs find what was named at the machine.</summary>
public static class Stations
{
    /// <summary>Whether this is a time zone by its IANA name, the only kind that every machine and browser knows.</summary>
    public static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    /// <exception cref="Failed">There is none of that name.</exception>
    public static async Task<Station> Named(this DbSet<Station> stations, string name) =>
        await stations.SingleOrDefaultAsync(s => s.Name == name) ?? throw new Failed(RegisterSay.NoStation.With(name));

    /// <exception cref="Failed">The station has none of that reference.</exception>
    public static async Task<Shop> OfRef(this DbSet<Shop> shops, Station station, string reference) =>
        await shops.SingleOrDefaultAsync(s => s.StationId == station.Id && s.Ref == reference) ?? throw new Failed(RegisterSay.NoShop.With(reference, station.Name));
}
