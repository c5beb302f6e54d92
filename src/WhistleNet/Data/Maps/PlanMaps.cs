using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Drills;

namespace WhistleNet.Data.Maps;

public sealed class DrillPlanMap : IEntityTypeConfiguration<DrillPlan>
{
    public void Configure(EntityTypeBuilder<DrillPlan> plan)
    {
        plan.ToTable("DrillPlans").HasKey(p => p.Id);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.Ignore(p => p.MonthsNow);
        plan.Property(p => p.Observers).HasConversion(new AsJson<IReadOnlyList<ObserverPost>>(), new ValueComparer<IReadOnlyList<ObserverPost>>((one, other) => one!.SequenceEqual(other!), all => all.Count, all => all));
        plan.HasIndex(p => p.StationId);
    }
}

public sealed class ReminderMap : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder) =>
        reminder.ToTable("Reminders").HasKey(r => new { r.PlanId, r.DueAt, r.What, r.Number }); // what it reminds of is its key: given once, whoever walks the round and how often
}

public sealed class ClosedDayMap : IEntityTypeConfiguration<ClosedDay>
{
    public void Configure(EntityTypeBuilder<ClosedDay> day) => day.ToTable("ClosedDays").HasKey(d => new { d.StationId, d.Day });
}
