using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Drills;

namespace WhistleNet.Data.Maps;

public sealed class DrillMap : IEntityTypeConfiguration<Drill>
{
    public void Configure(EntityTypeBuilder<Drill> drill)
    {
        drill.ToTable("Drills").HasKey(d => d.Id);
        drill.Property(d => d.Version).IsConcurrencyToken();
        drill.Ignore(d => d.IsRunning).Ignore(d => d.IsSecret).Ignore(d => d.IsAnnouncedLate).Ignore(d => d.TellsAt);
        drill.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DrillId).OnDelete(DeleteBehavior.Restrict);
        drill.HasIndex(d => new { d.StationId, d.State }); // each real press asks whether one runs
    }
}

public sealed class DrillLineMap : IEntityTypeConfiguration<DrillLine>
{
    public void Configure(EntityTypeBuilder<DrillLine> line)
    {
        line.ToTable("DrillLines").IsLinked();
        line.HasIndex(l => l.DrillId);
    }
}
