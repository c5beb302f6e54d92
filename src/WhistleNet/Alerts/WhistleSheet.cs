using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What the shop's page has to know when it is printed.</summary>
/// <param name="Token">The antiforgery token of the plain form; none on the offline shell, and none for a stranger.</param>
public sealed record WhistleSheet(Shop? Shop, Station? Station, DateTimeOffset Now, AntiforgeryTokenSet? Token)
{
    /// <summary>This browser's device was revoked.</summary>
    public bool Revoked { get; init; }

    /// <summary>The shop's own alert that this device may speak of.</summary>
    public News? Own { get; init; }

    /// <summary>What this shop was called to and is open, the most urgent first; for a browser that runs no script.</summary>
    public IReadOnlyList<News> Heard { get; init; } = [];

    /// <summary>A drill in which this page shows the drill's button, or that runs and is no secret.</summary>
    public DrillNews? Drill { get; init; }

    /// <summary>A drill's press came after its end: nothing was sent, and the page asks whether it is real.</summary>
    public bool DrillOver { get; init; }

    /// <summary>A practice press was just taken.</summary>
    public bool Practised { get; init; }

    /// <summary>The plain form came with a token that is no longer good: nothing was sent.</summary>
    public bool NotSent { get; init; }

    public DateTimeOffset? LastTestAt { get; init; }

    /// <summary>Shops of the circle with somebody on shift, without this one.</summary>
    public int? Neighbours { get; init; }

    /// <summary>The shop's devices, this one first; none on the offline shell.</summary>
    public IReadOnlyList<DeviceHere> Devices { get; init; } = [];

    /// <summary>The report about which this shop is asked six questions; none where nobody waits for its answer.</summary>
    public string? Review { get; init; }

    /// <summary>This device's whistles go to the station alone: until when, and why.</summary>
    public (DateTimeOffset Until, string? Why)? Restriction { get; init; }

    /// <summary>A false alarm of these days that nobody has appealed against.</summary>
    public bool MayAppeal { get; init; }

    /// <summary>What is special about the shop's day; none on an ordinary one.</summary>
    public SpecialDay? Day { get; init; }

    /// <summary>The shop closed itself for today, and one tap opens it.</summary>
    public bool ClosedItself { get; init; }

    /// <summary>What the station said to the shop and the shop has not read; shown while nothing happens.</summary>
    public IReadOnlyList<BulletinHere> Bulletins { get; init; } = [];

    /// <summary>A pane of the demo town.</summary>
    public bool Demo { get; init; }

    /// <summary>The page's first face; the script goes on from there.</summary>
    public string State => Revoked ? "revoked" : NotSent ? "notSent" : DrillOver ? "drillOver" : Practised ? "practised" : Own switch
    {
        null => "offDuty",
        { State: "closed" } => "over",
        { Silent: true } => "silentSent",
        _ => "sent",
    };

    public string Mode => DrillOver ? "drill" : NotSent || Own is null ? Drill is null or { Secret: true } ? "none" : "drill" : Own.Silent ? "none" : Own.Mode;
}

/// <summary>One device of the shop, and when it was last heard.</summary>
/// <param name="IsThis">The one that the page is printed for.</param>
public sealed record DeviceHere(string Name, bool IsThis, bool OnShift, DateTimeOffset? LastBeat);

/// <summary>Answers one question: what stands on this browser's whistle page?</summary>
public sealed class WhistleSheets(Boards boards, TownHall hall, Presence presence, IDbContextFactory<WhistleDb> databases, ReportBoard reports, AppealDesk appeals, BulletinBoard bulletins, Calling calling, IAntiforgery antiforgery, TimeProvider time)
{
    public async Task<WhistleSheet> For(HttpContext http, bool shell = false)
    {
        var who = http.User.Actor();
        var revoked = DeviceCredential.Revoked(http);
        var shop = hall.Town.Shop(who.IsShop ? who.ShopId : revoked?.ShopId);
        var sheet = new WhistleSheet(shop, shop is null ? null : hall.Town.Stations[shop.StationId], time.GetUtcNow(), shell || !who.IsShop ? null : antiforgery.GetAndStoreTokens(http))
        {
            Revoked = revoked is not null, Demo = http.IsDemoPane(),
        };
        if (shop is null || !who.IsShop || shell) return sheet;
        var board = await boards.For(who);
        var local = calling.TimeAt(shop.StationId, sheet.Now);
        var tap = hall.Calendar.ClosedNow(shop, local).FirstOrDefault();
        sheet = sheet with { Day = tap ?? hall.Calendar.On(shop, DateOnly.FromDateTime(local)), ClosedItself = tap is not null };
        return sheet with
        {
            Own = OwnOf(board),
            Heard = [.. board.Alerts.Where(a => a is { You: "neighbour", Mode: not "test" } && a.State != AlertState.Closed.Word()).OrderBy(a => a.Mode != "real").ThenByDescending(a => a.Level).ThenBy(a => a.DistanceM)],
            Drill = board.Drills.FirstOrDefault(d => d.State == DrillState.Running.Word()),
            LastTestAt = await LastTest(shop.Id),
            Neighbours = OnShiftNear(shop),
            Devices = DevicesOf(shop, who),
            Review = await reports.AskedOfShop(shop.Id, shop.StationId),
            Bulletins = await Said(shop),
            Restriction = hall.Roster.ById(who.Id) is { RestrictedUntil: { } until } device && device.IsRestricted(time.GetUtcNow()) ? (until, device.RestrictedWhy) : null,
            MayAppeal = (await appeals.Open(who)).Any(a => a.Appeal is null)
        };
    }

    public async Task<IReadOnlyList<BulletinHere>> Said(Shop shop) => [.. (await bulletins.For(shop)).Select(BulletinHere.Of)];

    private List<DeviceHere> DevicesOf(Shop shop, Actor who) =>
    [
        .. hall.Roster.OfShop(shop.Id).OrderByDescending(d => d.Id == who.Id).ThenBy(d => d.IssuedAt)
            .Select(d => new DeviceHere(d.Name, d.Id == who.Id, presence.OnShift(d.Id), presence.Of(d.Id)?.At is { } at && at != default ? at : d.LastBeatAt)),
    ];

    private static News? OwnOf(Board board) =>
        board.Alerts.FirstOrDefault(a => a is { You: "raiser", Mode: not "test" } && a.State != AlertState.Closed.Word());

    private async Task<DateTimeOffset?> LastTest(string shopId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Presses.AsNoTracking().Where(p => p.ShopId == shopId && p.Mode == Mode.Test).OrderByDescending(p => p.At).Select(p => (DateTimeOffset?)p.At).FirstOrDefaultAsync();
    }

    /// <summary>Shops of the circle, without this one, with somebody on shift.</summary>
    public int OnShiftNear(Shop shop) => hall.Town.CircleOf(shop).Count(s => s.Id != shop.Id && hall.Roster.OfShop(s.Id).Any(d => presence.OnShift(d.Id)));
}
