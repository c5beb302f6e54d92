using System.Globalization;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What the list of past alerts is asked for; every part stands in the page's address. What cannot be read counts as not asked.</summary>
/// <param name="Mode">None with <see cref="AnyMode"/> false means real ones and drills: practice presses come daily from every shop.</param>
public sealed record PastQuery(string? Words, AlertState? State, Mode? Mode, bool AnyMode, Kind? Kind, Outcome? Outcome, string? CircleId, DateOnly? From, DateOnly? Until, int Page)
{
    public const int PageSize = 25;

    /// <summary>Whoever of that alert never heard, whichever shop it was.</summary>
    public const string AnyShop = "any";

    public static readonly PastQuery All = Read(null, null, null, null, null, null, null, null, null);

    /// <summary>Which of them a figure is of.</summary>
    public Tally? Tally { get; init; }

    /// <summary>An area's id, or <see cref="Cuts.None"/> for circles that are no longer there.</summary>
    public string? AreaId { get; init; }

    /// <summary>A grid that the shop is in, today; or <see cref="Cuts.None"/>.</summary>
    public string? PoliceGridId { get; init; }
    public string? CommunityGridId { get; init; }

    /// <summary>0 to 23, by the station's wall clock.</summary>
    public int? Hour { get; init; }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int? Weekday { get; init; }

    /// <summary>A shop that never heard, or <see cref="AnyShop"/>.</summary>
    public string? Unreached { get; init; }

    /// <summary>Whether something is asked that only figures ask.</summary>
    public bool IsNarrow => Tally is not null || AreaId is not null || Hour is not null || Weekday is not null || Unreached is not null || PoliceGridId is not null || CommunityGridId is not null;

    public static PastQuery Read(string? words, string? state, string? mode, string? kind, string? outcome, string? circle, string? from, string? until, string? page) => new(
        Asked(words), Alerts.Words.Parse<AlertState>(state), Alerts.Words.Parse<Mode>(mode), mode == "any",
        Alerts.Words.Parse<Kind>(kind), Alerts.Words.Parse<Outcome>(outcome), Asked(circle), FromAddress.Day(from), FromAddress.Day(until), FromAddress.Page(page));

    /// <summary>With what figures ask besides.</summary>
    public PastQuery And(string? tally, string? area, string? hour, string? weekday, string? unreached, string? police = null, string? community = null) => this with
    {
        Tally = Alerts.Words.Parse<Tally>(tally),
        AreaId = Asked(area),
        Hour = Number(hour, 0, 23),
        Weekday = Number(weekday, 1, 7),
        Unreached = Asked(unreached),
        PoliceGridId = Asked(police),
        CommunityGridId = Asked(community),
    };

    /// <summary>The list that shows exactly these.</summary>
    public string Address => "alerts" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words, ["state"] = State?.Word(), ["mode"] = Mode?.Word() ?? (AnyMode ? "any" : null), ["kind"] = Kind?.Word(), ["outcome"] = Outcome?.Word(), ["circle"] = CircleId,
        ["from"] = Day(From), ["until"] = Day(Until), ["of"] = Tally?.Word(), ["area"] = AreaId, ["hour"] = Hour?.ToString(CultureInfo.InvariantCulture), ["day"] = Weekday?.ToString(CultureInfo.InvariantCulture), ["unreached"] = Unreached, ["police"] = PoliceGridId, ["community"] = CommunityGridId,
    }.Where(asked => asked.Value is not null));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Asked(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Number(string? text, int least, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
