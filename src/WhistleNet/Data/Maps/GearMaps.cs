using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Circles;

namespace WhistleNet.Data.Maps;

public sealed class GearMap : IEntityTypeConfiguration<Gear>
{
    public void Configure(EntityTypeBuilder<Gear> gear)
    {
        gear.ToTable("Gear").HasKey(g => g.Id);
        gear.Property(g => g.Version).IsConcurrencyToken(); // two people with one item in the same moment: one of them was first
        gear.Ignore(g => g.IsScrapped).Ignore(g => g.DueOn);
        gear.HasMany(g => g.Lines).WithOne().HasForeignKey(l => l.GearId).OnDelete(DeleteBehavior.Restrict);
        gear.HasIndex(g => new { g.StationId, g.Serial }).IsUnique();
        gear.HasIndex(g => g.ShopId);
    }
}

public sealed class GearLineMap : IEntityTypeConfiguration<GearLine>
{
    public void Configure(EntityTypeBuilder<GearLine> line)
    {
        line.ToTable("GearLines").HasKey(l => l.Id);
        line.HasIndex(l => l.GearId);
        line.HasIndex(l => l.At); // names go by their age
    }
}
