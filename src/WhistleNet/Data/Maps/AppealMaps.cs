using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.People;

namespace WhistleNet.Data.Maps;

public sealed class AppealMap : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("Appeals").HasKey(a => a.Id);
        appeal.Ignore(a => a.IsOpen);
        appeal.Property(a => a.AnsweredAt).IsConcurrencyToken(); // two commanders at once: one of them was first
        appeal.HasIndex(a => a.AlertId).IsUnique(); // one for each alert, however often it is sent
        appeal.HasIndex(a => a.ShopId);
        appeal.HasIndex(a => new { a.StationId, a.AnsweredAt });
    }
}

public sealed class CoachingMap : IEntityTypeConfiguration<Coaching>
{
    public void Configure(EntityTypeBuilder<Coaching> coaching)
    {
        coaching.ToTable("Coachings").HasKey(c => c.AlertId);
        coaching.HasIndex(c => c.StationId);
    }
}
