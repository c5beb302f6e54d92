using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data.Maps;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Data;

/// <summary>The one database. What a provider does differently is said in its own context and in <see cref="Dialect"/>.</summary>
public abstract class WhistleDb(DbContextOptions options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<AlertLine> Lines => Set<AlertLine>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Press> Presses => Set<Press>();
    public DbSet<Drill> Drills => Set<Drill>();
    public DbSet<DrillLine> DrillLines => Set<DrillLine>();
    public DbSet<ScenarioVersion> Scenarios => Set<ScenarioVersion>();
    public DbSet<DrillPlan> DrillPlans => Set<DrillPlan>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();
    public DbSet<Observer> Observers => Set<Observer>();
    public DbSet<ObserverLine> ObserverLines => Set<ObserverLine>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<Coaching> Coachings => Set<Coaching>();
    public DbSet<Station> Stations => Set<Station>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<Shop> Shops => Set<Shop>();
    public DbSet<Unplaced> Unplaced => Set<Unplaced>();
    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();
    public DbSet<Grid> Grids => Set<Grid>();
    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Pact> Pacts => Set<Pact>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Training> Trainings => Set<Training>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<ReadyMonth> ReadyMonths => Set<ReadyMonth>();
    public DbSet<Gear> Gear => Set<Gear>();
    public DbSet<GearLine> GearLines => Set<GearLine>();
    public DbSet<Rung> Rungs => Set<Rung>();
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<EnrolCode> EnrolCodes => Set<EnrolCode>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<AccessRecord> Access => Set<AccessRecord>();
    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportAnswer> ReportAnswers => Set<ReportAnswer>();
    public DbSet<ReportComment> ReportComments => Set<ReportComment>();
    public DbSet<Improvement> Improvements => Set<Improvement>();
    public DbSet<Carried> Carried => Set<Carried>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Mediation> Mediations => Set<Mediation>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<BulletinRead> BulletinReads => Set<BulletinRead>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>How this provider says what EF cannot.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>The alert path's sentences, prepared once for this context.</summary>
    internal Statements Statements => _statements ??= new Statements(this);
    private Statements? _statements;

    /// <summary>Where the next timeline line is bound; the AlertWriter's, who keeps it in memory so that a press asks no more than before.</summary>
    internal Link? LinesEnd { get; set; }

    /// <summary>The chain of drills' timelines; the AlertWriter's as well.</summary>
    internal string? DrillChain { get; set; }

    /// <summary>Told of every save with an access record in it, whether it was written.</summary>
    internal Action<bool>? Recorded { get; set; }

    /// <summary>Saves, and binds what belongs to the log.</summary>
    /// <exception cref="NotRecorded">An access record could not be written, and nothing with it.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = ChangeTracker.Unsealed();
        if (rows.TrueForAll(r => r.Entity is AlertLine or DrillLine))
        {
            await this.Seal(rows.Select(r => r.Entity), cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        try
        {
            await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            await this.Seal(rows.Select(r => r.Entity), cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null) await own.CommitAsync(cancellationToken);
            Recorded?.Invoke(true);
            return saved;
        }
        catch (Exception broken) when (NotRecorded.Is(broken))
        {
            Recorded?.Invoke(false);
            throw new NotRecorded(broken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _statements?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public override void Dispose()
    {
        _statements?.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AlertMap).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.StoreAsWord<Mode>().StoreAsWord<Datum>().StoreAsWord<BulkKind>().StoreAsWord<AlertState>().StoreAsWord<Kind>().StoreAsWord<Outcome>().StoreAsWord<Entry>()
            .StoreAsWord<To>().StoreAsWord<Delivery>().StoreAsWord<Unreached>().StoreAsWord<Reply>()
            .StoreAsWord<ReportState>().StoreAsWord<Side>().StoreAsWord<ImprovementState>()
            .StoreAsWord<RungKind>().StoreAsWord<DeviceKind>().StoreAsWord<Deed>().StoreAsWord<Result>()
            .StoreAsWord<DrillState>().StoreAsWord<DrillForm>().StoreAsWord<DrillEnd>().StoreAsWord<DrillEntry>().StoreAsWord<Reminding>().StoreAsWord<ObserverEntry>()
            .StoreAsWord<GearKind>().StoreAsWord<UnitRole>().StoreAsWord<GearState>().StoreAsWord<GearEntry>().StoreAsWord<GridKind>()
            .StoreAsWord<TrainingKind>();
        conventions.StoreAsWord<NoteKind>().StoreAsWord<MediationState>().StoreAsWord<BulletinKind>();
        conventions.Properties<OpeningHours>().HaveConversion<OpeningHoursText>();
        conventions.Properties<Clocks>().HaveConversion<AsJson<Clocks>>();
        conventions.Properties<Rings>().HaveConversion<AsJson<Rings>>();
        conventions.Properties<GearPolicy>().HaveConversion<AsJson<GearPolicy>>();
        conventions.Properties<Targets>().HaveConversion<AsJson<Targets>>();
        conventions.Properties<Measured>().HaveConversion<AsJson<Measured>>();
        conventions.Properties<Assessment>().HaveConversion<AsJson<Assessment>>();
        conventions.Properties<Ticks>().HaveConversion<AsJson<Ticks>>();
        conventions.Properties<Swaps>().HaveConversion<AsJson<Swaps>>();
        conventions.Properties<Retest>().HaveConversion<AsJson<Retest>>();
    }
}
