namespace WhistleNet.Circles;

/// <summary>
/// When shops are open, with all their special days: the one place that is asked. A shop's own day goes before its station's, a dated one before a yearly one,
/// of two the shorter, and of two as long the one that closes (a tap in the morning of a market day). What a day says is said of the spans that begin on it; one that began the day before runs to its end.
/// </summary>
public sealed class ShopCalendar
{
    public static readonly ShopCalendar Empty = new([]);
    private static readonly TimeOnly[] QuarterTimes = [.. Enumerable.Range(0, 24 * 4).Select(q => new TimeOnly(q / 4, q % 4 * 15))];
    private readonly ILookup<string, SpecialDay> _ofShop;
    private readonly ILookup<string, SpecialDay> _ofStation;

    public ShopCalendar(IEnumerable<SpecialDay> days)
    {
        var inOrder = days.OrderBy(d => d.Yearly).ThenBy(d => d.Days).ThenByDescending(d => d.IsClosed).ThenBy(d => d.From).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        _ofShop = inOrder.Where(d => d.ShopId is not null).ToLookup(d => d.ShopId!);
        _ofStation = inOrder.Where(d => d.ShopId is null).ToLookup(d => d.StationId);
    }

    /// <summary>A shop's own.</summary>
    public IEnumerable<SpecialDay> OfShop(string shopId) => _ofShop[shopId];

    /// <summary>A station's.</summary>
    public IEnumerable<SpecialDay> OfStation(string stationId) => _ofStation[stationId];

    /// <summary>All that may change this shop's hours, whoever said it.</summary>
    public IEnumerable<SpecialDay> For(Shop shop) => _ofShop[shop.Id].Concat(_ofStation[shop.StationId].Where(d => d.ForAll || shop.KeepsHolidays));

    /// <summary>What is special on a day; none where it is as any week.</summary>
    public SpecialDay? On(Shop shop, DateOnly day)
    {
        foreach (var own in _ofShop[shop.Id])
            if (own.IsOn(day)) return own;
        foreach (var of in _ofStation[shop.StationId])
            if ((of.ForAll || shop.KeepsHolidays) && of.IsOn(day)) return of;
        return null;
    }

    /// <summary>Whether the shop is open at this local time.</summary>
    public bool OpenAt(Shop shop, DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        return Began(shop, day, TimeOnly.FromDateTime(local)) || StillRuns(shop, day.AddDays(-1), TimeOnly.FromDateTime(local));
    }

    /// <summary>Whether the shop is open at the beginning of each quarter of an hour of so many days, as <see cref="OpenAt"/> says; what a day says is looked up once, not for each quarter.</summary>
    public bool[] Quarters(Shop shop, DateOnly first, int days)
    {
        var open = new bool[days * QuarterTimes.Length];
        var before = On(shop, first.AddDays(-1));
        for (var n = 0; n < days; n++)
        {
            var (day, special) = (first.AddDays(n), On(shop, first.AddDays(n)));
            var ofDay = open.AsSpan(n * QuarterTimes.Length, QuarterTimes.Length);
            if (special is null && shop.Hours is null) ofDay.Fill(true);
            else
                for (var q = 0; q < ofDay.Length; q++) ofDay[q] = Began(shop, special, day, QuarterTimes[q]) || StillRuns(shop, before, day.AddDays(-1), QuarterTimes[q]);
            before = special;
        }
        return open;
    }

    /// <summary>
    /// The days that "closed today" closes: those whose hours run at this moment (after midnight that may be yesterday's), and where none do, the day itself.
    /// </summary>
    public IReadOnlyList<DateOnly> Today(Shop shop, DateTime local)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        List<DateOnly> running = [];
        if (StillRuns(shop, day.AddDays(-1), time)) running.Add(day.AddDays(-1));
        if (running.Count == 0 || Began(shop, day, time)) running.Add(day);
        return running;
    }

    /// <summary>Which of the shop's own days keep it closed at this moment, by one tap; undone by the next.</summary>
    public IEnumerable<SpecialDay> ClosedNow(Shop shop, DateTime local)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return _ofShop[shop.Id].Where(d => d.IsOneDay && d.IsClosed && (d.From == day || d.From == day.AddDays(-1) && (shop.Hours?.StillOpenAfter(d.From.DayOfWeek, time) ?? false)));
    }

    private bool Began(Shop shop, DateOnly day, TimeOnly time) => Began(shop, On(shop, day), day, time);

    private bool StillRuns(Shop shop, DateOnly day, TimeOnly time) => StillRuns(shop, On(shop, day), day, time);

    private static bool Began(Shop shop, SpecialDay? special, DateOnly day, TimeOnly time) =>
        special is null ? shop.Hours?.OpenOn(day.DayOfWeek, time) ?? true : special.Hours?.OpenOn(day.DayOfWeek, time) ?? false;

    private static bool StillRuns(Shop shop, SpecialDay? special, DateOnly day, TimeOnly time) =>
        (special is null ? shop.Hours : special.Hours)?.StillOpenAfter(day.DayOfWeek, time) ?? false;
}
