using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Drills;

namespace WhistleNet.Data.Maps;

public sealed class ObserverMap : IEntityTypeConfiguration<Observer>
{
    public void Configure(EntityTypeBuilder<Observer> observer)
    {
        observer.ToTable("Observers").HasKey(o => o.Id);
        observer.Ignore(o => o.State);
        observer.HasOne<Drill>().WithMany().HasForeignKey(o => o.DrillId).OnDelete(DeleteBehavior.Restrict);
        observer.HasIndex(o => o.CodeHash).IsUnique();
        observer.HasIndex(o => o.TokenHash).IsUnique();
    }
}

public sealed class ObserverLineMap : IEntityTypeConfiguration<ObserverLine>
{
    public void Configure(EntityTypeBuilder<ObserverLine> line)
    {
        line.ToTable("ObserverLines").HasKey(l => new { l.ObserverId, l.Id }); // a repeat finds itself, and nobody takes another's id
        line.HasOne<Observer>().WithMany().HasForeignKey(l => l.ObserverId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => l.DrillId);
    }
}
