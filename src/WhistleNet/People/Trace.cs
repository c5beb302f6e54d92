using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What becomes of a row when the person whose trace it is asks to be forgotten.</summary>
public enum TraceEnd
{
    /// <summary>The row goes.</summary>
    Goes,

    /// <summary>That it happened stays, without the name and the words.</summary>
    Unnamed,

    /// <summary>It stays, for as long as a law or a promise says.</summary>
    Stays,
}

/// <summary>Whose data is asked for: the person of a shop's device, or of an account.</summary>
/// <param name="Id">The device's or account's id.</param>
public sealed record Whose(string Id, string Name, string? StationId, string? ShopId)
{
    /// <summary>The entries in the register of members that are theirs: by the account that was linked, or by their name in their shop. <see cref="DutyBook.MemberOf"/> asks the same in memory.</summary>
    public IQueryable<Member> Members(WhistleDb db) => db.Members.Where(m => m.AccountId == Id || m.ShopId != null && m.ShopId == ShopId && m.Name == Name);
}

/// <summary>One table in which somebody leaves a trace: which rows are theirs, and what becomes of them.</summary>
public abstract record Trace(string Table, Text What, TraceEnd End)
{
    /// <summary>Why it stays.</summary>
    public Text? Why { get; init; }

    public abstract Task<int> Count(WhistleDb db, Whose whose, CancellationToken stop);

    /// <summary>Their rows as they stand, without keys and secrets.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Rows(WhistleDb db, Whose whose, int most, CancellationToken stop);

    /// <summary>How many rows went or lost their name.</summary>
    public abstract Task<int> Forget(WhistleDb db, Whose whose, CancellationToken stop);
}

/// <param name="Their">The rows that are theirs.</param>
/// <param name="Unname">Takes name and words out of a row; none where the row goes or stays.</param>
public sealed record Trace<T>(string Table, Text What, TraceEnd End, Func<WhistleDb, Whose, IQueryable<T>> Their, Action<UpdateSettersBuilder<T>>? Unname = null) : Trace(Table, What, End) where T : class
{
    private static readonly string[] Secret = ["Hash", "Stamp", "Salt", "Digest", "Chain", "Seq", "Credential", "Version", "LockoutEnd", "AccessFailed"];

    public override Task<int> Count(WhistleDb db, Whose whose, CancellationToken stop) => Their(db, whose).CountAsync(stop);

    public override async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Rows(WhistleDb db, Whose whose, int most, CancellationToken stop)
    {
        var columns = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => p.PropertyInfo is not null && !Secret.Any(s => p.Name.Contains(s, StringComparison.Ordinal))).ToList();
        var rows = await Their(db, whose).AsNoTracking().Take(most).ToListAsync(stop);
        var written = rows.ConvertAll(row => columns.Select(c => (c.Name, Value: c.PropertyInfo!.GetValue(row))).Where(c => c.Value is not null).ToDictionary(c => c.Name, c => c.Value));
        await SayMode(db, written, stop);
        return written;
    }

    // What belongs to an alert says of which mode that was, or a practice would read like the real thing; what belongs to a drill alone is of a drill.
    private static async Task SayMode(WhistleDb db, List<Dictionary<string, object?>> rows, CancellationToken stop)
    {
        var modes = new Dictionary<string, Mode>();
        foreach (var some in rows.Select(r => r.GetValueOrDefault("AlertId") as string).OfType<string>().Distinct().Chunk(500))
            foreach (var alert in await db.Alerts.AsNoTracking().Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.Mode }).ToListAsync(stop)) modes[alert.Id] = alert.Mode;
        foreach (var row in rows)
        {
            if (row.GetValueOrDefault("AlertId") is string id && modes.TryGetValue(id, out var mode)) row["Mode"] = mode;
            else if (row.ContainsKey("DrillId")) row.TryAdd("Mode", Mode.Drill);
        }
    }

    public override Task<int> Forget(WhistleDb db, Whose whose, CancellationToken stop) => End switch
    {
        TraceEnd.Goes => Their(db, whose).ExecuteDeleteAsync(stop),
        TraceEnd.Unnamed => Their(db, whose).ExecuteUpdateAsync(Unname!, stop),
        _ => Task.FromResult(0),
    };
}
