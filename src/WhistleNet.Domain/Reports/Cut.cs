using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>What figures are cut by.</summary>
public enum Cut { Circle, Area, PoliceGrid, CommunityGrid, Kind, Outcome, Month, Weekday, Hour }

/// <summary>Which part of a cut an alert belongs to, as a word that stands in addresses as well.</summary>
public static class Cuts
{
    /// <summary>The part of whatever belongs to none: a circle that is no longer there, a shop without a grid, an alert that is not over.</summary>
    public const string None = "none";

    public static string KeyOf(this Cut cut, PastAlert alert, Town town) => cut switch
    {
        Cut.Circle => alert.CircleId,
        Cut.Area => AreaOf(alert.CircleId, town),
        Cut.PoliceGrid => town.Shop(alert.ShopId)?.PoliceGridId ?? None,
        Cut.CommunityGrid => town.Shop(alert.ShopId)?.CommunityGridId ?? None,
        Cut.Kind => alert.Kind.Word(),
        Cut.Outcome => alert.State == AlertState.Closed && alert.Outcome is { } outcome ? outcome.Word() : None,
        Cut.Month => alert.Here.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Cut.Weekday => DayOf(alert.Here).ToString(CultureInfo.InvariantCulture),
        _ => alert.Here.Hour.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int DayOf(DateTime here) => here.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)here.DayOfWeek;

    public static string AreaOf(string circleId, Town town) => town.Circle(circleId)?.AreaId ?? None;
}
