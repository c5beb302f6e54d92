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

/// <summary>What a list makes of a ledger, worked out before anything is stored.</summary>
public sealed class GearBrought
{
    private readonly List<Gear> _made = [];
    private readonly List<BadRow> _bad = [];

    private GearBrought()
    {
    }

    public IReadOnlyList<Gear> Made => _made;
    public int New => _made.Count;
    public int Changed { get; private set; }
    public int Same { get; private set; }

    /// <summary>The list's own bad rows and those that do not fit the station, in the order of their lines.</summary>
    public IReadOnlyList<BadRow> Bad => [.. _bad.OrderBy(b => b.Line)];

    /// <param name="known">The station's items by serial; they are changed.</param>
    public static GearBrought Of(GearList list, IReadOnlyDictionary<string, Gear> known, Town town, string stationId, GearPolicy policy, Actor by, DateTimeOffset now, DateOnly today)
    {
        var brought = new GearBrought();
        brought._bad.AddRange(list.Bad);
        var shops = town.Shops.Where(s => s.StationId == stationId).ToDictionary(s => s.Ref);
        foreach (var row in list.Rows)
        {
            if (!shops.TryGetValue(row.ShopRef, out var shop)) brought.Refuse(row, GearPageSay.NoShop.With(row.ShopRef));
            else if (!known.TryGetValue(row.Serial, out var item)) brought.Make(row, shop, policy, by, now, today);
            else if (item.Kind != row.Kind) brought.Refuse(row, GearPageSay.OtherKind.With(row.Serial, GearSay.Of(item.Kind)));
            else brought.Change(row, item, shop, by, now);
        }
        return brought;
    }

    private void Make(GearRow row, Shop shop, GearPolicy policy, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (!policy.Allows(row.Kind))
        {
            Refuse(row, GearSay.Of(GearRefusal.NotAllowed).ToString());
            return;
        }
        var item = new Gear
        {
            Id = Data.Ids.New(), StationId = shop.StationId, Kind = row.Kind, Serial = row.Serial, ShopId = shop.Id, Keeper = row.Keeper, InServiceSince = row.InServiceSince ?? today,
            ExpiresOn = row.ExpiresOn, NextInspectionOn = row.NextInspectionOn,
        };
        item.Enter(by, now);
        _made.Add(item);
    }

    private void Change(GearRow row, Gear item, Shop shop, Actor by, DateTimeOffset now)
    {
        var version = item.Version;
        if (item.Change(shop.Id, row.Told.Contains("keeper") ? row.Keeper : item.Keeper, row.Told.Contains("expires_on") ? row.ExpiresOn : item.ExpiresOn, by, now) is { } refused) Refuse(row, GearSay.Of(refused).ToString());
        else if (item.Version == version) Same++;
        else Changed++;
    }

    private void Refuse(GearRow row, string why) => _bad.Add(new BadRow(row.Line, why));
}
