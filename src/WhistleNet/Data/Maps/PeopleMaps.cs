using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Data.Maps;

public sealed class SpecialDayMap : IEntityTypeConfiguration<SpecialDay>
{
    public void Configure(EntityTypeBuilder<SpecialDay> day)
    {
        day.ToTable("SpecialDays").HasKey(d => d.Id);
        day.Ignore(d => d.IsClosed).Ignore(d => d.IsOneDay).Ignore(d => d.Days);
        day.HasIndex(d => new { d.StationId, d.ShopId });
    }
}

public sealed class PostMap : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("Posts").HasKey(p => p.Id);
        post.Ignore(p => p.Place);
        post.HasIndex(p => new { p.StationId, p.Name }).IsUnique();
    }
}

public sealed class PactMap : IEntityTypeConfiguration<Pact>
{
    public void Configure(EntityTypeBuilder<Pact> pact)
    {
        pact.ToTable("Pacts").HasKey(p => p.Id);
        pact.Ignore(p => p.Stands).Ignore(p => p.IsOpen);
        pact.HasIndex(p => p.StationId);
        pact.HasIndex(p => p.HelperId);
    }
}

public sealed class MemberMap : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("Members").HasKey(m => m.Id);
        member.Ignore(m => m.IsHere);
        member.HasIndex(m => m.StationId);
        member.HasIndex(m => m.ShopId);
        member.HasIndex(m => m.AccountId);
    }
}

public sealed class TrainingMap : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> training)
    {
        training.ToTable("Trainings").HasKey(t => t.Id);
        training.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
        training.HasIndex(t => t.MemberId);
        training.HasIndex(t => new { t.StationId, t.Until });
    }
}

public sealed class ShiftMap : IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Shift> shift)
    {
        shift.ToTable("Shifts").HasKey(s => s.Id);
        shift.HasIndex(s => new { s.StationId, s.Until });
    }
}

public sealed class ReadyMonthMap : IEntityTypeConfiguration<ReadyMonth>
{
    public void Configure(EntityTypeBuilder<ReadyMonth> month) => month.ToTable("ReadyMonths").HasKey(m => new { m.CircleId, m.Month });
}
