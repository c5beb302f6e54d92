using System.Security.Cryptography;
using System.Text;

namespace WhistleNet.Circles;

/// <summary>How a sheet is to be read: which column is what, in which system the coordinates are, and where shops without an area belong.</summary>
/// <param name="Mend">Whether coordinates that are plainly the wrong way round are turned.</param>
public sealed record SheetChoice(IReadOnlyDictionary<string, int> Columns, Datum Datum = Datum.Wgs84, bool Mend = false, string? Area = null);

/// <summary>What becomes of a row that something is to be said of.</summary>
public enum Fate { In, Unplaced, Out, Skipped }

/// <summary>One thing about one row.</summary>
public sealed record RowNote(int Line, Fate Fate, string Why);

/// <summary>
/// A spreadsheet of shops, read as its columns were chosen: those that have a place, those that wait for one, and everything that has to be said about a row. A shop
/// that has a name is never lost for want of a number or a coordinate.
/// </summary>
public sealed class ShopSheet
{
    /// <summary>Farther than this from the middle of the list is worth a word: another town, or the sea.</summary>
    private const double FarM = 50_000;

    private static readonly string[] Identity = ["name", "street", "civic_number", "unit"];

    private readonly SheetChoice _choice;
    private readonly List<RowNote> _notes = [];
    private readonly List<(int Line, ShopRow Row)> _placed = [];
    private readonly List<ShopRow> _unplaced = [];
    private readonly Dictionary<string, int> _refs = []; // where each id stood first
    private readonly Dictionary<string, int> _names = [];
    private readonly Place? _middle;

    private ShopSheet(ListSheet sheet, SheetChoice choice)
    {
        _choice = choice;
        foreach (var title in sheet.Above) Note(title.Line, Fate.Skipped, SheetSay.Title.ToString());
        var cells = sheet.Rows.Select(r => (Row: r, Of: Cells(r))).ToList();
        _middle = Middle(cells.Where(c => c.Row.Why is null).Select(c => Written(c.Of)));
        foreach (var (row, of) in cells) Take(row, of);
        foreach (var (line, row) in _placed)
        {
            if (_middle is { } middle && row.Place.MetresTo(middle.ToWgs84(choice.Datum)) is var far && far > FarM) Note(line, Fate.In, SheetSay.Far.With((int)(far / 1_000)));
        }
    }

    public IReadOnlyList<ShopRow> Rows => [.. _placed.Select(p => p.Row)];

    /// <summary>Their place is none.</summary>
    public IReadOnlyList<ShopRow> Unplaced => _unplaced;
    public IReadOnlyList<RowNote> Notes => [.. _notes.OrderBy(n => n.Line)];

    /// <summary>How many rows have coordinates that are plainly the wrong way round, mended or not.</summary>
    public int Swapped { get; private set; }

    /// <param name="choice">What is read as what; a name is the least.</param>
    public static ShopSheet Read(ListSheet sheet, SheetChoice choice) => new(sheet, choice);

    private Func<string, string?> Cells(SheetRow row) => key => _choice.Columns.TryGetValue(key, out var at) && ShopFields.Clean(row.Cell(at)) is { } cell
        ? key is "shop_id" or "lat" or "lon" or "civic_number" or "unit" or ShopColumns.Phone ? ShopFields.Clean(WrittenOut.Plain(cell)) : key == "hours" ? WrittenOut.Hours(cell) : cell
        : null;

    private void Take(SheetRow row, Func<string, string?> of)
    {
        if (row.Why is { } broken) Note(row.Line, Fate.Out, broken);
        else if (IsTotal(row, of)) Note(row.Line, Fate.Skipped, SheetSay.Total.ToString());
        else if (IsHeader(row.Cells)) Note(row.Line, Fate.Skipped, SheetSay.HeaderAgain.ToString());
        else if (of("name") is null) Note(row.Line, Fate.Out, RegisterSay.Lacks.With(SheetSay.Name));
        else Read(row.Line, of);
    }

    // Printed lists have it on every page.
    private static bool IsHeader(IReadOnlyList<string> cells) => ShopColumns.Heads(cells) is var heads && (heads >= 3 || heads > 0 && heads == cells.Count(c => !string.IsNullOrWhiteSpace(c)));

    private static bool IsTotal(SheetRow row, Func<string, string?> of)
    {
        var first = row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) ?? "";
        return WrittenOut.IsTotal(first) && (of("name") is not { } name || WrittenOut.IsTotal(name) || of("lat") is null);
    }

    private void Read(int line, Func<string, string?> of)
    {
        var warned = new List<string>();
        string? Of(string key) => of(key) switch
        {
            { } hours when key == "hours" && OpeningHours.TryParse(hours) is null => Without(warned, SheetSay.HoursLeftOut.With(hours)),
            { } flag when key == "trained" && ShopFields.Flag(flag) is null => Without(warned, SheetSay.FlagLeftOut.With(flag)),
            { } area when key == "local_area" => area,
            null when key == "local_area" => _choice.Area,
            var told => told,
        };
        var (hours, trained, phone, written) = (Of("hours"), Of("trained"), of(ShopColumns.Phone), of("shop_id"));
        if (phone is not null && WrittenOut.IsDamaged(phone)) warned.Add(SheetSay.PhoneDamaged.With(phone));
        var damaged = written is not null && WrittenOut.IsDamaged(written);
        if (damaged) warned.Add(SheetSay.RefDamaged.With(written));
        var made = written is null || damaged ? MadeRef(of) : written;
        var place = PlaceOf(of, warned, out var noPlace);
        if (ShopFields.Read(key => key switch { "shop_id" => made, "hours" => hours, "trained" => trained, _ => Of(key) }, place ?? default, out var why) is not { } shop)
        {
            Note(line, Fate.Out, why!);
            return;
        }
        if (!_refs.TryAdd(shop.Ref, line))
        {
            Note(line, Fate.Out, written is null || damaged ? SheetSay.SameShop.With(_refs[shop.Ref]) : RegisterSay.SecondOfId.With(shop.Ref, _refs[shop.Ref]));
            return;
        }
        if (!_names.TryAdd(shop.Name, line)) warned.Add(SheetSay.SameName.With(_names[shop.Name], shop.Name));
        // A whole address in one column is a street and a number.
        if (shop is { Street: { } whole, CivicNumber: null } && !_choice.Columns.ContainsKey("civic_number"))
        {
            var (street, number) = WrittenOut.Address(whole);
            shop = shop with { Street = street, CivicNumber = number };
        }
        var row = shop with { Datum = place is null ? null : _choice.Datum, Told = _choice.Columns.Keys.Concat(_choice.Columns.ContainsKey("street") ? ["civic_number"] : []).Where(k => k is not ("hours" or "trained") || Of(k) is not null || of(k) is null).ToHashSet() };
        if (noPlace is not null) warned.Add(noPlace);
        if (place is null) _unplaced.Add(row);
        else _placed.Add((line, row));
        if (warned.Count > 0) Note(line, place is null ? Fate.Unplaced : Fate.In, string.Join(" ", warned.Distinct()));
    }

    private static string? Without(List<string> warned, string why)
    {
        if (!warned.Contains(why)) warned.Add(why);
        return null;
    }

    /// <summary>In WGS-84; none where there is none to be used, and why.</summary>
    private Place? PlaceOf(Func<string, string?> of, List<string> warned, out string? why)
    {
        why = null;
        if (Written(of) is not { } written) why = of("lat") is null && of("lon") is null ? SheetSay.NoPlace.ToString() : SheetSay.NoNumbers.With(of("lat") ?? "", of("lon") ?? "");
        else if (IsSwapped(written, _middle))
        {
            Swapped++;
            if (!_choice.Mend) why = SheetSay.LooksSwapped.With(of("lat"), of("lon"));
            else
            {
                warned.Add(SheetSay.Turned.ToString());
                return Turned(written).ToWgs84(_choice.Datum);
            }
        }
        else if (written.IsPossible) return written.ToWgs84(_choice.Datum);
        else why = written == default ? SheetSay.Zeroes.ToString() : RegisterSay.NowhereOnEarth.With(of("lat"), of("lon"));
        return null;
    }

    private static Place? Written(Func<string, string?> of) => WrittenOut.Degrees(of("lat")) is { } lat && WrittenOut.Degrees(of("lon")) is { } lon ? new Place(lat, lon) : null;

    private static Place Turned(Place place) => new(place.Lon, place.Lat);

    // Impossible as it stands and possible the other way round, or far from all others here and among them there.
    private static bool IsSwapped(Place written, Place? middle) => Turned(written).IsPossible && (!written.IsPossible || middle is { } there && written.MetresTo(there) > FarM && Turned(written).MetresTo(there) < FarM);

    // Half of them lie north of it and half east: a few that are wrong do not move it.
    private static Place? Middle(IEnumerable<Place?> places)
    {
        var all = places.OfType<Place>().Select(p => p.IsPossible ? p : Turned(p)).Where(p => p.IsPossible).ToList();
        return all.Count == 0 ? null : new Place(all.Select(p => p.Lat).Order().ElementAt(all.Count / 2), all.Select(p => p.Lon).Order().ElementAt(all.Count / 2));
    }

    /// <summary>The same for the same shop in the next list, whatever its line there: made of its name and address.</summary>
    private static string MadeRef(Func<string, string?> of)
    {
        var shop = string.Join('|', Identity.Select(k => WrittenOut.Plain(of(k) ?? "").ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal)));
        return "n-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shop)))[..12];
    }

    private void Note(int line, Fate fate, string why) => _notes.Add(new RowNote(line, fate, why));
}
