using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Data.Maps;

public sealed class StationMap : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> station)
    {
        station.ToTable("Stations").HasKey(s => s.Id);
        station.HasIndex(s => s.Name).IsUnique();
    }
}

public sealed class AreaMap : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("Areas").HasKey(a => a.Id);
        area.HasIndex(a => new { a.StationId, a.Name }).IsUnique();
    }
}

public sealed class CircleMap : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> circle)
    {
        circle.ToTable("Circles").HasKey(c => c.Id);
        circle.HasIndex(c => c.StationId);
    }
}

public sealed class ShopMap : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> shop)
    {
        shop.ToTable("Shops").HasKey(s => s.Id);
        shop.Ignore(s => s.Place).Ignore(s => s.Address);
        shop.Property(s => s.KeepsHolidays).HasDefaultValue(false); // shops are also put in by sentences that do not name it
        shop.HasIndex(s => new { s.StationId, s.Ref }).IsUnique();
        shop.HasIndex(s => s.CircleId);
    }
}

public sealed class GridMap : IEntityTypeConfiguration<Grid>
{
    public void Configure(EntityTypeBuilder<Grid> grid)
    {
        grid.ToTable("Grids").HasKey(g => g.Id);
        grid.HasIndex(g => g.StationId);
    }
}

public sealed class UnplacedMap : IEntityTypeConfiguration<Unplaced>
{
    public void Configure(EntityTypeBuilder<Unplaced> unplaced)
    {
        unplaced.ToTable("Unplaced").HasKey(u => u.Id);
        unplaced.Ignore(u => u.Address);
        unplaced.HasIndex(u => new { u.StationId, u.Ref }).IsUnique();
    }
}

public sealed class RegisterChangeMap : IEntityTypeConfiguration<RegisterChange>
{
    public void Configure(EntityTypeBuilder<RegisterChange> change)
    {
        change.ToTable("RegisterChanges").HasKey(c => c.Id);
        change.HasIndex(c => new { c.StationId, c.At });
    }
}

public sealed class RungMap : IEntityTypeConfiguration<Rung>
{
    public void Configure(EntityTypeBuilder<Rung> rung)
    {
        rung.ToTable("Rungs").HasKey(r => r.Id);
        rung.HasIndex(r => new { r.StationId, r.Number });
    }
}

public sealed class DeviceMap : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> device)
    {
        device.ToTable("Devices").HasKey(d => d.Id);
        device.Ignore(d => d.IsRevoked);
        device.HasIndex(d => d.TokenHash).IsUnique();
        device.HasIndex(d => d.ShopId);
    }
}

public sealed class EnrolCodeMap : IEntityTypeConfiguration<EnrolCode>
{
    public void Configure(EntityTypeBuilder<EnrolCode> code)
    {
        code.ToTable("EnrolCodes").HasKey(c => c.CodeHash);
        code.HasIndex(c => c.ShopId);
    }
}

public sealed class StampMap : IEntityTypeConfiguration<Stamp>
{
    public void Configure(EntityTypeBuilder<Stamp> stamp)
    {
        stamp.ToTable("Stamps").HasKey(s => s.Name);
    }
}
