using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>A row as an auditor reads it, of either kind.</summary>
/// <param name="Mode">Of the alert whose line it is: what was a drill or a test says so here too.</param>
public sealed record LogRow(string Chain, long Seq, DateTimeOffset At, Mode? Mode, Text What, bool Refused, string? Who, string WhoId, Role? Roles, string? Device, string? Ip, string? Object, string? ObjectId, string? Text, bool Masked);

/// <summary>One page of them, and how many match in all.</summary>
public sealed record LogPageOf(IReadOnlyList<LogRow> Rows, int Count);

/// <summary>Answers what the log says of a station, and, where nobody's station is known, of the machine. Every answer is itself recorded first.</summary>
public sealed class LogBoard(IDbContextFactory<WhistleDb> databases, AccessLog log, Calling calling)
{
    /// <summary>The most rows that one export carries.</summary>
    public const int MostExported = 100_000;

    public static bool MayRead(Actor who) => who.May(Act.ReadLog, who.StationId ?? "");

    /// <summary>Null where the log is not theirs to read.</summary>
    /// <exception cref="NotRecorded">That it was read could not be written down.</exception>
    public Task<LogPageOf?> Find(Actor who, LogQuery query) => Find(who, query, Deed.LogRead, (query.Page - 1) * LogQuery.PageSize, LogQuery.PageSize);

    /// <summary>The same for an export, without pages.</summary>
    public Task<LogPageOf?> Export(Actor who, LogQuery query) => Find(who, query, Deed.LogExported, 0, MostExported);

    private async Task<LogPageOf?> Find(Actor who, LogQuery query, Deed deed, int skip, int take)
    {
        if (!MayRead(who)) return null;
        await log.Write(who, deed, reason: query.Asked());
        await using var db = await databases.CreateDbContextAsync();
        if (query.Kept == Kept.Access)
        {
            var records = Asked(db.Access.AsNoTracking(), who, query);
            return new([.. (await records.OrderByDescending(r => r.At).ThenByDescending(r => r.Seq).Skip(skip).Take(take).ToListAsync()).Select(Of)], await records.CountAsync());
        }
        var lines = Asked(db, who, query);
        var page = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Seq).Skip(skip).Take(take)
            .Join(db.Alerts, l => l.AlertId, a => a.Id, (l, a) => new { Line = l, a.Mode }).ToListAsync();
        return new([.. page.OrderByDescending(l => l.Line.At).ThenByDescending(l => l.Line.Seq).Select(l => Of(l.Line, l.Mode))], await lines.CountAsync());
    }

    private IQueryable<AccessRecord> Asked(IQueryable<AccessRecord> records, Actor who, LogQuery query)
    {
        if (who.StationId is { } station) records = records.Where(r => r.StationId == station || r.StationId == null);
        var (from, until) = Span(who, query);
        records = records.Where(r => r.At >= from && r.At < until);
        if (query.Deed is { } deed) records = records.Where(r => r.What == deed);
        if (Like(query.Who) is { } name) records = records.Where(r => EF.Functions.Like(r.Actor, name, "\\") || r.ActorId == query.Who);
        if (Like(query.Object) is { } of) records = records.Where(r => EF.Functions.Like(r.Object, of, "\\") || r.ObjectId == query.Object);
        return records;
    }

    private IQueryable<AlertLine> Asked(WhistleDb db, Actor who, LogQuery query)
    {
        var lines = db.Lines.AsNoTracking();
        if (who.StationId is { } station) lines = lines.Where(l => db.Alerts.Any(a => a.Id == l.AlertId && a.StationId == station));
        var (from, until) = Span(who, query);
        lines = lines.Where(l => l.At >= from && l.At < until);
        if (Like(query.Who) is { } name) lines = lines.Where(l => EF.Functions.Like(l.Who, name, "\\") || l.WhoId == query.Who);
        if (query.Object is { } alert) lines = lines.Where(l => l.AlertId == alert);
        return lines;
    }

    private (DateTimeOffset From, DateTimeOffset Until) Span(Actor who, LogQuery query)
    {
        var time = new StationTime(calling.ZoneOf(who.StationId ?? ""));
        return (query.From is { } from ? time.StartOf(from) : DateTimeOffset.MinValue, query.Until is { } until ? time.StartOf(until.AddDays(1)) : DateTimeOffset.MaxValue);
    }

    private static LogRow Of(AccessRecord r) =>
        new(r.Chain, r.Seq, r.At, null, DeedSay.Of(r.What), r.Result == Result.Refused, r.Actor, r.ActorId, r.Roles, r.Device, r.Ip, r.Object, r.ObjectId, r.Reason, r.Salt is null);

    private static LogRow Of(AlertLine l, Mode mode) =>
        new(l.Chain, l.Seq, l.At, mode, TimelineSay.Of(l.What), false, l.Who, l.WhoId ?? "", null, null, null, null, l.AlertId, l.Text, l.Salt is null);

    private static string? Like(string? words) => words is null ? null
        : "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
