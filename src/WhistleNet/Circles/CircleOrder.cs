using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>Circles by name, as people count them: the second before the tenth.</summary>
internal static class CircleOrder
{
    private static StringComparer ByName => StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    public static IOrderedEnumerable<Circle> InOrder(this IEnumerable<Circle> circles) => circles.OrderBy(c => c.Name, ByName);

    public static IOrderedEnumerable<Circle> ThenInOrder(this IOrderedEnumerable<Circle> circles) => circles.ThenBy(c => c.Name, ByName);
}
