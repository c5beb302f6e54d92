using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>
/// The town's gear: the first circle has what a unit takes, and an extinguisher that is nearly out of date; in the second nobody drilled yet; the third's
/// shield was found cracked, so that it cannot form a unit; the fourth's extinguisher was not inspected in time, and on Sunday afternoons its market is shut.
/// </summary>
internal static class DemoGear
{
    private sealed record Thing(string Shop, GearKind Kind, string Serial, string Keeper, int? GoodForDays = null);

    private const string Forgotten = "MH-03", Cracked = "DP-03";

    private static readonly Thing[] Things =
    [
        new("QSQ-005", GearKind.Shield, "DP-01", "赵大勇"), new("QSQ-004", GearKind.Fork, "GC-01", "林晓燕"), new("QSQ-002", GearKind.Fork, "GC-02", "周志强"), new("QSQ-005", GearKind.Helmet, "TK-01", "赵大勇", 400),
        new("QSQ-005", GearKind.Vest, "BX-01", "赵大勇", 900), new("QSQ-001", GearKind.Extinguisher, "MH-01", "李秀英", 9), new("QSQ-003", GearKind.FirstAidKit, "JJ-01", "陈慧", 200), new("QSQ-004", GearKind.WalkieTalkie, "DJ-01", "林晓燕"), new("QSQ-003", GearKind.Megaphone, "HH-01", "陈慧"),
        new("QSQ-014", GearKind.Shield, "DP-02", "沈墨"), new("QSQ-013", GearKind.Fork, "GC-03", "唐文礼"), new("QSQ-022", GearKind.Extinguisher, "MH-02", "谢银", 300),
        new("DMS-001", GearKind.Shield, Cracked, "高建民"), new("DMS-001", GearKind.Fork, "GC-05", "高建民"), new("DMS-007", GearKind.Aed, "AED-01", "白康", 500),
        new("DMS-012", GearKind.Shield, "DP-04", "徐大海"), new("DMS-016", GearKind.Fork, "GC-04", "邹安"), new("DMS-018", GearKind.Extinguisher, Forgotten, "雷刚", 260),
    ];

    /// <summary>The ledger is begun, and everything looked at.</summary>
    /// <param name="now">When the demo begins: what is good for so many days is so from then.</param>
    public static async Task Enter(DemoPast past, DateTimeOffset now)
    {
        var (desk, today) = (past.The<GearDesk>(), past.The<GearBoard>().Today(DemoTown.StationId));
        foreach (var (shop, kind, serial, keeper, days) in Things)
        {
            var typed = new GearTyped(kind, serial, DemoTown.ShopId(shop), keeper, today, days is { } good ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(good) : null, today);
            DemoHistory.Must(await desk.Enter(DemoTown.AsOfficer, DemoTown.StationId, typed));
        }
    }

    /// <summary>The officer's round through the shops; one extinguisher was not at hand, and one shield does not pass.</summary>
    public static async Task Inspect(DemoPast past)
    {
        foreach (var item in past.The<TownHall>().Ledger.OfStation(DemoTown.StationId).Where(g => g.Serial != Forgotten).OrderBy(g => g.Serial, StringComparer.Ordinal).ToList())
        {
            var found = item.Serial == Cracked ? new Inspected(false, [GearCheck.Handle, GearCheck.Strap], DemoSay.CrackedShield) : new Inspected(true, item.Kind.Rule().Checks);
            DemoHistory.Must(await past.The<GearDesk>().Inspect(DemoTown.AsOfficer, item.Id, found));
        }
    }
}
