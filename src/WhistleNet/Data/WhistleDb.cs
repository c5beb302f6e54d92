using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data.Maps;
using WhistleNet.People;

namespace WhistleNet.Data;

/// <summary>The one database. What a provider does differently is said in its own context and in <see cref="Dialect"/>.</summary>
public abstract class WhistleDb(DbContextOptions options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<AlertLine> Lines => Set<AlertLine>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Press> Presses => Set<Press>();
    public DbSet<Station> Stations => Set<Station>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<Shop> Shops => Set<Shop>();
    public DbSet<Rung> Rungs => Set<Rung>();
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<EnrolCode> EnrolCodes => Set<EnrolCode>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>How this provider says what EF cannot.</summary>
    public abstract Dialect Dialect { get; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AlertMap).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.StoreAsWord<Mode>().StoreAsWord<AlertState>().StoreAsWord<Kind>().StoreAsWord<Outcome>().StoreAsWord<Entry>()
            .StoreAsWord<To>().StoreAsWord<Delivery>().StoreAsWord<Unreached>().StoreAsWord<Reply>()
            .StoreAsWord<RungKind>().StoreAsWord<DeviceKind>();
        conventions.Properties<OpeningHours>().HaveConversion<OpeningHoursText>();
        conventions.Properties<Clocks>().HaveConversion<AsJson<Clocks>>();
        conventions.Properties<Rings>().HaveConversion<AsJson<Rings>>();
    }
}
