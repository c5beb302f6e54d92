using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Drills;
using WhistleNet.Reports;

namespace WhistleNet.Data.Maps;

public sealed class ReportMap : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("Reports").HasKey(r => r.Id);
        report.Ignore(r => r.Counts).Ignore(r => r.Finished);
        report.Property(r => r.Edition).IsConcurrencyToken();
        report.HasIndex(r => r.AlertId).IsUnique(); // however often it is made, an alert has one
        report.HasIndex(r => r.DrillId);
        report.HasIndex(r => new { r.StationId, r.EndedAt });
        report.HasIndex(r => new { r.State, r.DueAt });
    }
}

public sealed class ReportAnswerMap : IEntityTypeConfiguration<ReportAnswer>
{
    public void Configure(EntityTypeBuilder<ReportAnswer> answer)
    {
        answer.ToTable("ReportAnswers").HasKey(a => new { a.ReportId, a.Side, a.AskedId });
    }
}

public sealed class ReportCommentMap : IEntityTypeConfiguration<ReportComment>
{
    public void Configure(EntityTypeBuilder<ReportComment> comment)
    {
        comment.ToTable("ReportComments").HasKey(c => c.Id);
        comment.HasIndex(c => c.ReportId);
    }
}

public sealed class ImprovementMap : IEntityTypeConfiguration<Improvement>
{
    public void Configure(EntityTypeBuilder<Improvement> improvement)
    {
        improvement.ToTable("Improvements").HasKey(i => i.Id);
        improvement.Property(i => i.State).IsConcurrencyToken(); // met and withdrawn at the same moment: one of them was first
        improvement.HasIndex(i => new { i.StationId, i.State });
        improvement.HasIndex(i => i.ReportId);
        improvement.HasIndex(i => i.MetByAlertId);
    }
}

public sealed class CarriedMap : IEntityTypeConfiguration<Carried>
{
    public void Configure(EntityTypeBuilder<Carried> carried)
    {
        carried.ToTable("Carried").HasKey(c => new { c.DrillId, c.ImprovementId });
        carried.HasOne<Drill>().WithMany().HasForeignKey(c => c.DrillId).OnDelete(DeleteBehavior.Restrict);
        carried.HasOne<Improvement>().WithMany().HasForeignKey(c => c.ImprovementId).OnDelete(DeleteBehavior.Restrict);
    }
}
