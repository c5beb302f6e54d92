using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>A circle, and whether it could form a unit now.</summary>
public sealed record CircleReady(CircleNow Now, Readiness Readiness);

/// <summary>
/// Answers one question: which circles could form a unit now, and what is short in the others? Shops, links and gear are in memory, and one question to
/// the database tells when each circle last drilled: no more for 600 circles than for one.
/// </summary>
public sealed class ReadinessBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (Town Town, Ledger Ledger, DateOnly Day, int Hours)> _gapHours = new();

    public async Task<IReadOnlyList<CircleReady>> Of(string stationId, IReadOnlyCollection<CircleNow> circles)
    {
        var (now, gear, drilled) = (time.GetUtcNow(), hall.Ledger.OfShop, await LastDrills(stationId));
        var today = calling.DayAt(stationId, now);
        return [.. circles.Select(c => new CircleReady(c, Readiness.Of([.. c.Members.Select(At)], gear, drilled.TryGetValue(c.Circle.Id, out var last) ? last : null, today, now)))];
    }

    /// <summary>The hours of the week in which a circle can form a unit.</summary>
    public ReadyWeek Week(Circle circle) => ReadyWeek.Of([.. hall.Town.InCircle(circle.Id)], hall.Ledger.OfShop, calling.DayAt(circle.StationId, time.GetUtcNow()));

    /// <summary>In how many hours of an ordinary week somebody is there and a unit cannot be formed; worked out anew where shops, gear or the day are others.</summary>
    public int GapHours(Circle circle)
    {
        var (town, ledger, today) = (hall.Town, hall.Ledger, calling.DayAt(circle.StationId, time.GetUtcNow()));
        if (_gapHours.TryGetValue(circle.Id, out var last) && ReferenceEquals(last.Town, town) && ReferenceEquals(last.Ledger, ledger) && last.Day == today) return last.Hours;
        var hours = Week(circle).Hours.Count(h => h.State == HourState.Gap);
        _gapHours[circle.Id] = (town, ledger, today, hours);
        return hours;
    }

    /// <summary>The seven days from today; none where they are as those of any week.</summary>
    public ReadyWeek? Next(Circle circle)
    {
        List<Shop> shops = [.. hall.Town.InCircle(circle.Id)];
        var today = calling.DayAt(circle.StationId, time.GetUtcNow());
        var days = Enumerable.Range(0, 7).Select(today.AddDays).ToList();
        var same = shops.TrueForAll(s => s.TrainedOn(today) == s.TrainedOn(days[^1]) && !days.Exists(d => hall.Calendar.On(s, d) is not null) && hall.Ledger.OfShop[s.Id].All(g => g.Usable(today) == g.Usable(days[^1])));
        return same ? null : ReadyWeek.Next(shops, hall.Ledger.OfShop, hall.Calendar, today);
    }

    /// <summary>How it stood in each of the last months, newest first.</summary>
    public async Task<IReadOnlyList<ReadyMonth>> Months(Circle circle)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ReadyMonths.AsNoTracking().Where(m => m.CircleId == circle.Id).OrderByDescending(m => m.Month).Take(MonthsShown).ToListAsync();
    }

    private const int MonthsShown = 13;

    private static ShopAt At(ShopNow shop) => new(shop.Shop, shop.Open, shop.Devices > 0, shop.Linked > 0);

    // One that gave way to a real alert was none, and neither was one in which nothing sounded: nobody took part.
    private async Task<Dictionary<string, DateTimeOffset>> LastDrills(string stationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == stationId && d.State == DrillState.Over && d.Form == DrillForm.Live && d.End != DrillEnd.RealAlert && d.FirstSoundAt != null)
            .Select(d => new { d.CircleIds, At = d.EndedAt!.Value }).ToListAsync();
        return drills.SelectMany(d => d.CircleIds.Select(c => (Circle: c, d.At))).GroupBy(d => d.Circle).ToDictionary(d => d.Key, d => d.Max(x => x.At));
    }
}
