using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Rounds;

/// <summary>
/// Takes what tells of persons out of closed alerts and old records, as <see cref="Retention"/> says: the chains hold, since a
/// row's salt goes with its personal fields. Whatever its mode, an alert that is open is never touched. A few at a time, each in a transaction
/// with the record of how many, so that a whistle waits for no more than that.
/// </summary>
public sealed class Masking(IDbContextFactory<WhistleDb> databases, AccessLog access, Timelines timelines, Retention retention, PhotoFolder photos, TimeProvider time, ILogger<Masking> log) : IHostedService, IWatcher
{
    /// <summary>What was masked cannot be brought back, and the clock of a machine that has just woken may be wrong by years.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromHours(1);

    private const int AlertsAtOnce = 100;
    private const int RecordsAtOnce = 500;
    private DateTimeOffset? _started;
    private volatile bool _failed;

    public IEnumerable<Signal> SignalsFor(string stationId) => _failed ? [new Signal(Grade.Supervision, SignalSay.NotMasked, [])] : [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // One kind of thing after the other, as the record calls it.
    private (string What, Func<WhistleDb, DateTimeOffset, CancellationToken, Task<int>> Mask)[] All =>
    [
        ("alerts", Names), ("drills", Drills), ("recipients", Recipients), ("records", Records), ("reports", Voices), ("reminders", Reminders),
        ("authors", Authors), ("gear", Gear), ("appeals", Appeals), ("members", Members), ("notes", Notes),
    ];

    public async Task<bool> Walk(CancellationToken stop = default)
    {
        if (_started is not { } started || time.GetUtcNow() - started < AfterStart) return false;
        try
        {
            foreach (var (what, mask) in All)
                while (await Some(what, mask, stop)) await Task.Yield();
            return !(_failed = false);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("Personal fields could not be masked: {Why}", broken.Message);
            return !(_failed = true);
        }
    }

    // True where there was something, and so may be more.
    private async Task<bool> Some(string what, Func<WhistleDb, DateTimeOffset, CancellationToken, Task<int>> mask, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var masked = await mask(db, time.GetUtcNow(), stop);
        if (masked == 0) return false;
        access.Note(db, Actor.System, Deed.Masked, name: masked.ToString(CultureInfo.InvariantCulture), reason: what);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        timelines.Forget();
        return true;
    }

    private async Task<int> Names(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        var alerts = await db.Alerts.Where(a => a.State == AlertState.Closed && a.ClosedAt < before && db.Lines.Any(l => l.AlertId == a.Id && l.Salt != null))
            .OrderBy(a => a.Id).Select(a => a.Id).Take(AlertsAtOnce).ToListAsync(stop);
        if (alerts.Count == 0) return 0;
        await db.Lines.Where(l => alerts.Contains(l.AlertId) && l.Salt != null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Salt, (byte[]?)null), stop);
        await db.Alerts.Where(a => alerts.Contains(a.Id))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Text, (string?)null).SetProperty(x => x.TakenBy, (string?)null).SetProperty(x => x.ClosedBy, (string?)null).SetProperty(x => x.Reason, (string?)null), stop);
        await db.Notices.Where(n => alerts.Contains(n.AlertId)).ExecuteUpdateAsync(n => n.SetProperty(x => x.AnswerReason, (string?)null).SetProperty(x => x.Name, x => x.To == To.Shop ? x.Name : ""), stop);
        return alerts.Count;
    }

    private async Task<int> Drills(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        var drills = await db.Drills.Where(d => d.EndedAt < before && db.DrillLines.Any(l => l.DrillId == d.Id && l.Salt != null)).OrderBy(d => d.Id).Select(d => d.Id).Take(AlertsAtOnce).ToListAsync(stop);
        if (drills.Count == 0) return 0;
        await db.DrillLines.Where(l => drills.Contains(l.DrillId) && l.Salt != null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Salt, (byte[]?)null), stop);
        await db.Drills.Where(d => drills.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.EndedBy, (string?)null).SetProperty(x => x.Reason, (string?)null), stop);
        await db.Observers.Where(o => drills.Contains(o.DrillId)).ExecuteUpdateAsync(o => o.SetProperty(x => x.Name, (string?)null).SetProperty(x => x.Expected, (string?)null).SetProperty(x => x.MadeBy, ""), stop);
        await db.ObserverLines.Where(l => drills.Contains(l.DrillId)).ExecuteUpdateAsync(l => l.SetProperty(x => x.Who, "").SetProperty(x => x.Text, (string?)null), stop);
        drills.ForEach(photos.Forget);
        return drills.Count;
    }

    private Task<int> Reminders(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        return db.Reminders.Where(r => r.SeenAt < before && r.SeenBy != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.SeenBy, (string?)null), stop);
    }

    // Who wrote a scenario, and who kept a plan that was ended; a plan that runs keeps its keeper.
    private async Task<int> Authors(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        return await db.Scenarios.Where(s => s.At < before && s.By != null).ExecuteUpdateAsync(s => s.SetProperty(x => x.By, (string?)null), stop)
            + await db.DrillPlans.Where(p => p.EndedAt < before && (p.MadeBy != "" || p.EndedBy != null || p.Reason != null))
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.MadeBy, "").SetProperty(x => x.EndedBy, (string?)null).SetProperty(x => x.Reason, (string?)null), stop);
    }

    // Who inspected, handed out and had an item, with their words and photos; and who kept one that is scrapped. Who keeps or has one now stays.
    private async Task<int> Gear(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        var lines = await db.GearLines.AsNoTracking().Where(l => l.At < before && (l.Who != null || l.To != null || l.Note != null || l.Photo != null)).OrderBy(l => l.Id).Select(l => new { l.Id, l.GearId, l.Photo }).Take(RecordsAtOnce).ToListAsync(stop);
        var ids = lines.ConvertAll(l => l.Id);
        await db.GearLines.Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.To, (string?)null).SetProperty(x => x.Note, (string?)null).SetProperty(x => x.Photo, (string?)null), stop);
        foreach (var line in lines.Where(l => l.Photo is not null)) photos.Forget(line.GearId, line.Photo!);
        var kept = await db.Gear.Where(g => g.State == GearState.Scrapped && g.Keeper != null && !db.GearLines.Any(l => l.GearId == g.Id && l.At >= before)).ExecuteUpdateAsync(g => g.SetProperty(x => x.Keeper, (string?)null), stop);
        return lines.Count + kept;
    }

    // What a shop said against a judgement and what it was told, who talked with it, and who restricted a device: that it was, and how it ended, stays.
    private async Task<int> Appeals(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        return await db.Appeals.Where(a => a.AnsweredAt < before && (a.By != null || a.Text != null || a.Answer != null || a.AnsweredBy != null))
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.By, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Answer, (string?)null).SetProperty(x => x.AnsweredBy, (string?)null), stop)
            + await db.Coachings.Where(c => c.At < before && (c.By != null || c.Text != null)).ExecuteUpdateAsync(c => c.SetProperty(x => x.By, (string?)null).SetProperty(x => x.Text, (string?)null), stop)
            + await db.Devices.Where(d => d.RestrictedUntil < before && (d.RestrictedBy != null || d.RestrictedWhy != null)).ExecuteUpdateAsync(d => d.SetProperty(x => x.RestrictedBy, (string?)null).SetProperty(x => x.RestrictedWhy, (string?)null), stop);
    }

    // Who left is known by name for as long as what they did.
    private Task<int> Members(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        return db.Members.Where(m => m.LeftAt < before && m.Name != "").ExecuteUpdateAsync(m => m.SetProperty(x => x.Name, "").SetProperty(x => x.AccountId, (string?)null).SetProperty(x => x.Language, (string?)null), stop);
    }

    // Who noted what, with the words; and who mediated, with what came of it, where it is over. That something was noted there stays.
    private async Task<int> Notes(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.NamesGo(now);
        return await db.Notes.Where(n => n.At < before && (n.Who != null || n.Text != null || n.Place != null))
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Place, (string?)null), stop)
            + await db.Bulletins.Where(b => b.At < before && b.By != null).ExecuteUpdateAsync(b => b.SetProperty(x => x.By, (string?)null), stop)
            + await db.Mediations.Where(m => m.ClosedAt < before && (m.Mediator != null || m.Result != null || m.ClosedBy != null || m.Place != null))
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Mediator, (string?)null).SetProperty(x => x.Result, (string?)null).SetProperty(x => x.ClosedBy, (string?)null).SetProperty(x => x.Place, (string?)null), stop);
    }

    private async Task<int> Recipients(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.RecipientsGo(now);
        var alerts = await db.Alerts.Where(a => a.State == AlertState.Closed && a.ClosedAt < before && db.Notices.Any(n => n.AlertId == a.Id)).OrderBy(a => a.Id).Select(a => a.Id).Take(AlertsAtOnce).ToListAsync(stop);
        return alerts.Count == 0 ? 0 : await db.Notices.Where(n => alerts.Contains(n.AlertId)).ExecuteDeleteAsync(stop);
    }

    private async Task<int> Records(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = retention.RecordsGo(now);
        var old = await db.Access.Where(r => r.At < before && r.Salt != null).OrderBy(r => r.At).Select(r => new { r.Chain, r.Seq }).Take(RecordsAtOnce).ToListAsync(stop);
        foreach (var chain in old.GroupBy(r => r.Chain))
        {
            var rows = chain.Select(r => r.Seq).ToList();
            await db.Access.Where(r => r.Chain == chain.Key && rows.Contains(r.Seq)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Actor, (string?)null).SetProperty(x => x.Device, (string?)null)
                .SetProperty(x => x.Ip, (string?)null).SetProperty(x => x.Object, (string?)null).SetProperty(x => x.Reason, (string?)null).SetProperty(x => x.Salt, (byte[]?)null), stop);
        }
        return old.Count;
    }

    // What people said to a report goes on the day that the report names; the figures and what was made of them stay.
    private async Task<int> Voices(WhistleDb db, DateTimeOffset now, CancellationToken stop)
    {
        var reports = await db.Reports.Where(r => r.KeepUntil < now && (r.AssessedBy != null || db.ReportAnswers.Any(a => a.ReportId == r.Id && (a.Who != null || a.WentWell != null || a.ToImprove != null)) || db.ReportComments.Any(c => c.ReportId == r.Id && (c.Who != null || c.Text != null))))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(AlertsAtOnce).ToListAsync(stop);
        if (reports.Count == 0) return 0;
        await db.ReportAnswers.Where(a => reports.Contains(a.ReportId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.WentWell, (string?)null).SetProperty(x => x.ToImprove, (string?)null), stop);
        await db.ReportComments.Where(c => reports.Contains(c.ReportId)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null), stop);
        await db.Reports.Where(r => reports.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.AssessedBy, (string?)null), stop);
        return reports.Count;
    }
}
