using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Alerts;

namespace WhistleNet.Data.Maps;

public sealed class AlertMap : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> alert)
    {
        alert.ToTable("Alerts").HasKey(a => a.Id);
        alert.Property(a => a.Version).IsConcurrencyToken(); // two nodes, one move: the loser re-reads and asks the rule again
        alert.Ignore(a => a.Enough).Ignore(a => a.Late).Ignore(a => a.IsOpen);
        alert.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AlertId).OnDelete(DeleteBehavior.Restrict);
        alert.HasIndex(a => new { a.StationId, a.State, a.ChangedAt });
        alert.HasIndex(a => new { a.ShopId, a.RaisedAt });
        alert.HasIndex(a => a.ChangedAt, "Unannounced").HasFilter("\"PublishedVersion\" < \"Version\""); // asked each second, nearly always empty
        alert.HasIndex(a => a.DrillId).HasFilter("\"DrillId\" IS NOT NULL"); // a real alert is in no drill's tree
        alert.HasIndex(a => a.State, "Open").HasFilter("\"State\" <> 'closed'");
    }
}

public sealed class AlertLineMap : IEntityTypeConfiguration<AlertLine>
{
    public void Configure(EntityTypeBuilder<AlertLine> line)
    {
        line.ToTable("AlertLines").IsLinked();
        line.HasIndex(l => l.AlertId);
    }
}

public sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices").HasKey(n => n.Id);
        notice.Ignore(n => n.IsComing).Ignore(n => n.Brings);
        notice.HasIndex(n => new { n.AlertId, n.DeviceId }); // led by the alert, as every question is: a press then writes a few pages at the end, not one for each shop
        notice.HasIndex(n => n.At).HasFilter("\"State\" IN ('pushed', 'queued')").HasDatabaseName("IX_Notices_Waiting"); // the sweep asks each second who has been silent for too long; who has confirmed costs nothing
    }
}

public sealed class PressMap : IEntityTypeConfiguration<Press>
{
    public void Configure(EntityTypeBuilder<Press> press)
    {
        press.ToTable("Presses").HasKey(p => new { p.ShopId, p.PressId });
        press.HasOne<Alert>().WithMany().HasForeignKey(p => p.AlertId).OnDelete(DeleteBehavior.Restrict);
    }
}
