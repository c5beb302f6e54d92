using System.Globalization;
using Microsoft.Extensions.Primitives;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What language the sheets are in; <see cref="Both"/> stand on one sheet.</summary>
public enum SheetLanguage { Zh, En, Both }

/// <summary>The shops that somebody wants to print codes for.</summary>
/// <param name="StationId">Whose they are; none where they are of several stations.</param>
/// <param name="Shops">Those of this part.</param>
/// <param name="All">How many there are in all parts, before those with a device are left out.</param>
public sealed record Choice(string? StationId, IReadOnlyList<string> Circles, string? ShopId, bool OnlyWithout, IReadOnlyList<Shop> Shops, int All)
{
    /// <summary>As it was chosen; what the person reads until then.</summary>
    public SheetLanguage Language { get; init; }

    /// <summary>Which of the parts, from 1: as many shops as one print takes, always the same ones, so that devices which are enrolled meanwhile let none be left out.</summary>
    public int Part { get; init; } = 1;

    public int Parts => PartsOf(All);

    /// <summary>What was asked for, as it stands in an address.</summary>
    public QueryString Asked(SheetLanguage language, int part)
    {
        var asked = QueryString.Create(Circles.Select(c => KeyValuePair.Create("circle", (string?)c)));
        if (ShopId is { Length: > 0 }) asked = asked.Add("shop", ShopId);
        if (part > 1) asked = asked.Add("part", part.ToString(CultureInfo.InvariantCulture));
        return asked.Add("without", OnlyWithout ? "1" : "0").Add("sheets", language.Word());
    }

    /// <summary>Reads the choice from a query or a form; null where nothing of it is the actor's.</summary>
    /// <param name="notAsked">Nobody chose yet: only shops without a device, unless a single shop is named.</param>
    public static Choice? Read(Dictionary<string, StringValues> asked, Actor by, TownHall hall, bool notAsked)
    {
        var circles = asked.GetValueOrDefault("circle").Where(c => c is not null && hall.Town.Circles.ContainsKey(c)).Select(c => c!).Distinct().ToList();
        var shopId = asked.GetValueOrDefault("shop").FirstOrDefault();
        var meant = shopId is { Length: > 0 } ? hall.Town.Shops.Where(s => s.Id == shopId)
            : asked.GetValueOrDefault("circle").Count > 0 ? circles.SelectMany(hall.Town.InCircle)
            : hall.Town.Shops;
        var all = meant.Where(s => (by.StationId is null || s.StationId == by.StationId) && CodeDesk.MayFor(by, s))
            .OrderBy(s => s.CircleId, StringComparer.Ordinal).ThenBy(s => s.Ref, StringComparer.Ordinal).ToList();
        if (all.Count == 0 && !(by.StationId is { } own && by.May(Act.ManageDevices, own))) return null;
        var onlyWithout = asked.TryGetValue("without", out var without) ? without == "1" : notAsked && shopId is not { Length: > 0 };
        var part = Math.Min(FromAddress.Page(asked.GetValueOrDefault("part").FirstOrDefault()), PartsOf(all.Count));
        var shops = all.Skip((part - 1) * CodeDesk.MostSheets).Take(CodeDesk.MostSheets).Where(s => !onlyWithout || !hall.Roster.OfShop(s.Id).Any()).ToList();
        var stations = all.Select(s => s.StationId).Distinct().ToList();
        return new Choice(stations.Count == 1 ? stations[0] : by.StationId, circles, shopId, onlyWithout, shops, all.Count)
        {
            Part = part,
            Language = Words.Parse<SheetLanguage>(asked.GetValueOrDefault("sheets").FirstOrDefault()) ?? (Shell.Language.Word(CultureInfo.CurrentUICulture) == "zh" ? SheetLanguage.Zh : SheetLanguage.En),
        };
    }

    private static int PartsOf(int shops) => Math.Max(1, (shops + CodeDesk.MostSheets - 1) / CodeDesk.MostSheets);
}
