using System.Globalization;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>One row's fields as a shop, or what is wrong with them.</summary>
public static class ShopFields
{
    private const int LongestRef = 64;
    private const int LongestText = 200;
    private static readonly string[] Texts = ["name", "category", "unit", "civic_number", "street", "local_area", "police_grid", "community_grid"];

    private static readonly string[] GridColumns = ["police_grid", "community_grid"];

    /// <param name="of">The cleaned field of a column; none where it is empty or not there.</param>
    public static ShopRow? Read(Func<string, string?> of, out string? why) => Read(of, null, out why);

    /// <param name="known">Where it is, or none of the possible ones where that is another's to say; without it the row says.</param>
    public static ShopRow? Read(Func<string, string?> of, Place? known, out string? why)
    {
        ShopRow? row = null;
        why = null;
        if (of("shop_id") is not { } id) why = RegisterSay.Lacks.With("shop_id");
        else if (id.Length > LongestRef) why = RegisterSay.TooLong.With("shop_id", LongestRef);
        else if (of("name") is not { } name) why = RegisterSay.Lacks.With("name");
        else if (Texts.FirstOrDefault(t => of(t)?.Length > LongestText) is { } text) why = RegisterSay.TooLong.With(text, LongestText);
        else if ((known ?? PlaceOf(of, out why)) is { } place) row = new ShopRow(id, name, place);
        if (row is null) return null;

        var hours = OpeningHours.TryParse(of("hours"));
        var trained = Flag(of("trained"));
        if (GridColumns.FirstOrDefault(g => Way(of(g))?.Count > GridTrees.Deepest) is { } deep) why = RegisterSay.GridTooDeep.With(deep, GridTrees.Deepest);
        else if (of("hours") is { } written && hours is null) why = RegisterSay.WrongHours.With(written);
        else if (of("trained") is { } mark && trained is null) why = RegisterSay.WrongFlag.With(mark);
        return why is not null ? null : row with
        {
            Category = of("category"),
            Unit = of("unit"),
            CivicNumber = of("civic_number"),
            Street = of("street"),
            Area = of("local_area"),
            PoliceGrid = Way(of("police_grid")),
            CommunityGrid = Way(of("community_grid")),
            Hours = hours,
            Trained = trained,
        };
    }

    /// <summary>A field in one line, without what cannot be seen; none where nothing is left.</summary>
    public static string? Clean(string field)
    {
        var words = new string([.. OneLine.Of(field).Select(c => char.IsWhiteSpace(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static Place? PlaceOf(Func<string, string?> of, out string? why)
    {
        why = null;
        if (of("lat") is not { } lat) why = RegisterSay.Lacks.With("lat");
        else if (of("lon") is not { } lon) why = RegisterSay.Lacks.With("lon");
        else if (Degrees(lat) is not { } north) why = RegisterSay.NoNumber.With("lat", lat);
        else if (Degrees(lon) is not { } east) why = RegisterSay.NoNumber.With("lon", lon);
        else if (new Place(north, east) is { IsPossible: true } place) return place;
        else why = RegisterSay.NowhereOnEarth.With(lat, lon);
        return null;
    }

    private static double? Degrees(string text) =>
        double.TryParse(WrittenOut.Plain(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read) ? read : null;

    private static List<string>? Way(string? text) =>
        text?.Split([GridTrees.Separator, '／'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? [.. names] : null;

    internal static bool? Flag(string? text) => text?.ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "y" or "是" => true,
        "0" or "false" or "no" or "n" or "否" => false,
        _ => null,
    };
}
