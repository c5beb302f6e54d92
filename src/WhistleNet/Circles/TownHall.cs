using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>
/// The register in memory: shops and ladders as one snapshot, credentials and officers as another, gear as a third. Read at start, after every
/// change made here, and each second when another process moved a stamp.
/// </summary>
public sealed class TownHall : IDisposable
{
    private readonly IDbContextFactory<WhistleDb> _databases;
    private readonly Turnstile _one = new();
    private readonly TimeProvider _time;
    private Dictionary<string, long> _seen = [];

    public TownHall(IDbContextFactory<WhistleDb> databases, TimeProvider time)
    {
        (_databases, _time) = (databases, time);
        BuiltIn = BuiltIn.New(time.GetUtcNow());
        Town = new Town([], [], [], [], BuiltIn.Shop);
        Roster = new Roster([BuiltIn.Device], []);
    }

    public Town Town { get; private set; }
    public Ladders Ladders { get; private set; } = Ladders.Empty;

    /// <summary>Special days; beside the town, so that one tap on "closed today" does not read all shops again.</summary>
    public ShopCalendar Calendar { get; private set; } = ShopCalendar.Empty;
    public DutyBook Duty { get; private set; } = DutyBook.Empty;
    public Roster Roster { get; private set; }
    public Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>The house's own shop and device, beside the register.</summary>
    public BuiltIn BuiltIn { get; }

    public bool IsBuiltIn(Shop shop) => shop.Id == BuiltIn.Shop.Id;

    /// <summary>Told after each reading of the roster, whoever changed it: for those who cut the lines of the revoked.</summary>
    public Action<Roster>? RosterRead { get; set; }

    /// <summary>Ends a change of the register: it and its record are on disk, others see that it moved, and it is known here.</summary>
    public async Task Store(WhistleDb db, IDbContextTransaction transaction, string stamp)
    {
        await db.SaveChangesAsync();
        await db.Touch(stamp);
        await transaction.CommitAsync();
        await Refresh();
    }

    /// <summary>Reads again what changed since the last time; does nothing where nothing did.</summary>
    public async Task Refresh(CancellationToken cancel = default)
    {
        var before = Roster;
        using (await _one.Enter(cancel)) await Read(cancel);
        if (Roster is var read && read != before) RosterRead?.Invoke(read);
    }

    /// <summary>How a counter stood when the hall last looked, a second ago at most.</summary>
    public long Seen(string stamp) => _seen.GetValueOrDefault(stamp);

    public void Dispose() => _one.Dispose();

    private async Task Read(CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var stamps = await db.Stamps.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, cancel);
        if (Moved(stamps, Stamp.Town)) await ReadTown(db, cancel);
        if (Moved(stamps, Stamp.Days)) Calendar = new ShopCalendar(await Days(db).ToListAsync(cancel));
        if (Moved(stamps, Stamp.Duty)) Duty = await ReadDuty(db, cancel);
        if (Moved(stamps, Stamp.Devices)) Roster = await Roster.Read(db, BuiltIn.Device, cancel);
        if (Moved(stamps, Stamp.Gear)) Ledger = new Ledger(await db.Gear.AsNoTracking().ToListAsync(cancel));
        _seen = stamps;
    }

    private bool Moved(Dictionary<string, long> stamps, string name) =>
        stamps.TryGetValue(name, out var now) && (!_seen.TryGetValue(name, out var seen) || seen != now);

    // What is over is left in the table; two days more than any time zone is off.
    private IQueryable<SpecialDay> Days(WhistleDb db)
    {
        var over = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).AddDays(-3);
        return db.SpecialDays.AsNoTracking().Where(d => d.Yearly || d.Until >= over);
    }

    private async Task<DutyBook> ReadDuty(WhistleDb db, CancellationToken cancel)
    {
        var since = _time.GetUtcNow() - Shift.Longest;
        return new DutyBook(
            await db.Shifts.AsNoTracking().Where(s => s.Until > since).ToListAsync(cancel),
            await db.Members.AsNoTracking().Where(m => m.LeftAt == null && ((m.Kinds & Memberships.OnDuty) != Membership.None || m.Language != null || m.LargeType)).ToListAsync(cancel),
            await db.Posts.AsNoTracking().ToListAsync(cancel), await db.Pacts.AsNoTracking().Where(p => p.EndedAt == null).ToListAsync(cancel));
    }

    private async Task ReadTown(WhistleDb db, CancellationToken cancel)
    {
        Town = new Town(
            await db.Shops.AsNoTracking().ToListAsync(cancel), await db.Circles.AsNoTracking().ToListAsync(cancel),
            await db.Areas.AsNoTracking().ToListAsync(cancel), await db.Stations.AsNoTracking().ToListAsync(cancel), BuiltIn.Shop,
            await db.Grids.AsNoTracking().ToListAsync(cancel));
        Ladders = new Ladders(await db.Rungs.AsNoTracking().ToListAsync(cancel));
    }
}

/// <summary>Each station's rungs, in the order in which they are called.</summary>
public sealed class Ladders(IEnumerable<Rung> rungs)
{
    public static readonly Ladders Empty = new([]);
    private readonly ILookup<string, Rung> _rungs = rungs.OrderBy(r => r.Number).ToLookup(r => r.StationId);

    public IEnumerable<Rung> Of(string stationId) => _rungs[stationId];

    /// <summary>The rung after this number; 0 asks for the first.</summary>
    public Rung? After(string stationId, int number) => Of(stationId).FirstOrDefault(r => r.Number > number);

    /// <summary>How long after the start of the clock the rung after this number is due.</summary>
    public TimeSpan? DueAfter(string stationId, int number) => After(stationId, number) is { } rung ? TimeSpan.FromSeconds(rung.AfterSeconds) : null;
}
