using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>One good row of a list of gear.</summary>
public sealed record GearRow(int Line, string Serial, GearKind Kind, string ShopRef, string? Keeper, DateOnly? InServiceSince, DateOnly? ExpiresOn, DateOnly? NextInspectionOn, IReadOnlySet<string> Told);

/// <summary>Reads a list of gear: every bad row named, every good row kept.</summary>
public sealed class GearList
{
    public static readonly IReadOnlyList<string> Columns = ["serial", "kind", "shop_id", "keeper", "in_service_since", "expires_on", "next_inspection_on"];
    private static readonly string[] Needed = ["serial", "kind", "shop_id"];
    private static readonly string[] Dates = ["in_service_since", "expires_on", "next_inspection_on"];
    private static readonly string[] Written = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    private readonly Dictionary<string, int> _lines = []; // where each serial stood first
    private readonly List<GearRow> _rows = [];
    private readonly List<BadRow> _bad = [];

    private GearList()
    {
    }

    public IReadOnlyList<GearRow> Rows => _rows;
    public IReadOnlyList<BadRow> Bad => _bad;

    public static GearList? Read(byte[] bytes, out string why)
    {
        if (ListRows.Read(bytes, Needed, out why) is not { } rows) return null;
        var list = new GearList();
        foreach (var row in rows) list.Take(row);
        return list;
    }

    private void Take(ListRow row)
    {
        var (serial, written, wrong) = (GearDesk.SerialOf(row.Of("serial")), row.Of("kind"), Dates.FirstOrDefault(d => row.Of(d) is { } text && Day(text) is null));
        var why = row.Why
            ?? (Needed.FirstOrDefault(n => row.Of(n) is null) is { } lacks ? RegisterSay.Lacks.With(lacks)
            : serial is null ? RegisterSay.TooLong.With("serial", GearDesk.LongestSerial)
            : KindOf(written!) is null ? GearPageSay.NoKind.With(written)
            : wrong is not null ? GearPageSay.NoDay.With(wrong, row.Of(wrong))
            : _lines.TryGetValue(serial, out var first) ? GearPageSay.SecondOfSerial.With(serial, first)
            : null);
        if (why is not null)
        {
            _bad.Add(new BadRow(row.Line, why));
            return;
        }
        _lines.Add(serial!, row.Line);
        DateOnly? Of(string column) => row.Of(column) is { } text ? Day(text) : null;
        _rows.Add(new GearRow(row.Line, serial!, KindOf(written!)!.Value, row.Of("shop_id")!, EnrolDesk.NameOf(row.Of("keeper")), Of(Dates[0]), Of(Dates[1]), Of(Dates[2]), row.Told));
    }

    // Its word, or its name in either language.
    private static GearKind? KindOf(string text)
    {
        foreach (var kind in Enum.GetValues<GearKind>())
        {
            if (text == kind.Word() || text == GearSay.Of(kind).Zh || text.Equals(GearSay.Of(kind).En, StringComparison.OrdinalIgnoreCase)) return kind;
        }
        return null;
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1950 and < 2200 ? day : null;
}

/// <summary>What a list makes of a ledger.</summary>
/// <param name="bad">The list's own bad rows.</param>
public sealed class GearBrought(IEnumerable<BadRow> bad, Town town, string stationId, GearPolicy policy, Actor by, DateTimeOffset now, DateOnly today)
{
    private readonly List<BadRow> _bad = [.. bad];
    private readonly Dictionary<string, Shop> _shops = town.Shops.Where(s => s.StationId == stationId).ToDictionary(s => s.Ref);

    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }

    /// <summary>What would take it back.</summary>
    public List<Swap<GearAt>> Swaps { get; } = [];

    /// <summary>The list's own bad rows and those that do not fit the station, in the order of their lines.</summary>
    public IReadOnlyList<BadRow> Bad => [.. _bad.OrderBy(b => b.Line)];

    /// <param name="known">The station's items by serial, of those that these rows name; they are changed.</param>
    /// <returns>The new ones.</returns>
    public IReadOnlyList<Gear> Take(IEnumerable<GearRow> rows, IReadOnlyDictionary<string, Gear> known)
    {
        var made = new List<Gear>();
        foreach (var row in rows)
        {
            if (!_shops.TryGetValue(row.ShopRef, out var shop)) Refuse(row, GearPageSay.NoShop.With(row.ShopRef));
            else if (known.TryGetValue(row.Serial, out var item)) Change(row, item, shop);
            else if (policy.Allows(row.Kind)) made.Add(Make(row, shop));
            else Refuse(row, GearSay.Of(GearRefusal.NotAllowed).ToString());
        }
        New += made.Count;
        return made;
    }

    private Gear Make(GearRow row, Shop shop)
    {
        var item = new Gear
        {
            Id = Data.Ids.New(), StationId = shop.StationId, Kind = row.Kind, Serial = row.Serial, ShopId = shop.Id, Keeper = row.Keeper, InServiceSince = row.InServiceSince ?? today,
            ExpiresOn = row.ExpiresOn, NextInspectionOn = row.NextInspectionOn,
        };
        item.Enter(by, now);
        Swaps.Add(new(null, GearAt.Of(item)));
        return item;
    }

    private void Change(GearRow row, Gear item, Shop shop)
    {
        var (before, keeper) = (GearAt.Of(item), item.Keeper);
        if (item.Kind != row.Kind) Refuse(row, GearPageSay.OtherKind.With(row.Serial, GearSay.Of(item.Kind)));
        else if (item.Change(shop.Id, row.Told.Contains("keeper") ? row.Keeper : item.Keeper, row.Told.Contains("expires_on") ? row.ExpiresOn : item.ExpiresOn, by, now) is { } refused) Refuse(row, GearSay.Of(refused).ToString());
        else if (item.Version == before.Version) Same++;
        else
        {
            Changed++;
            Swaps.Add(new(before, GearAt.Of(item) with { NewKeeper = item.Keeper != keeper }));
        }
    }

    private void Refuse(GearRow row, string why) => _bad.Add(new BadRow(row.Line, why));
}
