using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>Why a circle could not form a unit; each is one thing to mend. The first four are one chain: only its first weak link is named.</summary>
public enum NotReady
{
    /// <summary>It has fewer shops than a unit has people.</summary>
    TooFewShops,

    TooFewOpen,

    /// <summary>Too few of the open shops have a device.</summary>
    TooFewDevices,

    /// <summary>Devices are there, and too few of them are heard from.</summary>
    TooFewOnShift,

    NobodyTrained, NoShield, NoFork, NeverDrilled, DrillTooLongAgo,
}

/// <summary>A shop at some moment, as readiness sees it.</summary>
/// <param name="OnShift">One of its devices is heard from.</param>
public sealed record ShopAt(Shop Shop, bool Open, bool HasDevice, bool OnShift)
{
    public bool AtHand => Open && OnShift;
}

/// <summary>An item that would close the gap, and what keeps it from doing so.</summary>
/// <param name="Trouble">None where it is good and its shop is closed or not on shift.</param>
public sealed record Aside(Gear Item, GearTrouble? Trouble);

/// <summary>One reason, and what would close it.</summary>
/// <param name="Have">How many there are of what is short: shops, trained shops, items.</param>
/// <param name="Need">How many it takes.</param>
public sealed record Gap(NotReady Why, int Have, int Need)
{
    /// <summary>The shops that would close it by opening, getting a device or beginning a shift, or that are trained and not there.</summary>
    public IReadOnlyList<Shop> Shops { get; init; } = [];

    public IReadOnlyList<Aside> Items { get; init; } = [];

    /// <summary>Those there whose last training has ended.</summary>
    public IReadOnlyList<Shop> Ended { get; init; } = [];

    /// <summary>When it last drilled.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>
/// Could this circle form a unit (<see cref="MinimumUnit"/>) now, and if not, why not? Pure: who is open and heard from, what is usable and when it last
/// drilled are arguments. A shop counts as one person; gear counts where its shop would hear.
/// </summary>
public sealed record Readiness(IReadOnlyList<Gap> Gaps)
{
    /// <summary>A circle that has not drilled for so long counts as one that never did; our own choice, a year.</summary>
    public static readonly TimeSpan DrillEvery = TimeSpan.FromDays(365);

    public bool Ready => Gaps.Count == 0;

    /// <param name="gear">All that its shops have.</param>
    /// <param name="lastDrill">The end of its last live drill.</param>
    /// <param name="today">The day at its station.</param>
    public static Readiness Of(IReadOnlyCollection<ShopAt> shops, ILookup<string, Gear> gear, DateTimeOffset? lastDrill, DateOnly today, DateTimeOffset now)
    {
        var gaps = new List<Gap>();
        var counted = Chain(shops, gaps);
        var there = counted.Select(s => s.Shop.Id).ToHashSet();
        if (!counted.Any(s => s.Shop.TrainedOn(today)))
        {
            gaps.Add(new Gap(NotReady.NobodyTrained, 0, 1)
            {
                Shops = [.. shops.Where(s => s.Shop.TrainedOn(today)).Select(s => s.Shop)],
                Ended = [.. shops.Where(s => !s.Shop.TrainedOn(today) && s.Shop.TrainedUntil is not null).Select(s => s.Shop).OrderByDescending(s => s.TrainedUntil)],
            });
        }
        foreach (var (role, why) in new[] { (UnitRole.Shield, NotReady.NoShield), (UnitRole.Fork, NotReady.NoFork) })
        {
            var tools = shops.SelectMany(s => gear[s.Shop.Id]).Where(g => role.Tools().Contains(g.Kind) && !g.IsScrapped).ToList();
            var usable = tools.Count(g => there.Contains(g.ShopId) && g.Usable(today));
            if (usable < role.Least()) gaps.Add(new Gap(why, usable, role.Least()) { Items = [.. tools.Select(g => new Aside(g, g.Trouble(today)))] });
        }
        if (lastDrill is null) gaps.Add(new Gap(NotReady.NeverDrilled, 0, 1));
        else if (lastDrill < now - DrillEvery) gaps.Add(new Gap(NotReady.DrillTooLongAgo, 0, 1) { Since = lastDrill });
        return new Readiness(gaps);
    }

    // Shops, open, with a device, on shift: where too few are left, that link is the reason, and the rest is judged by those before it, or
    // one closed street would be three reasons more.
    private static IReadOnlyCollection<ShopAt> Chain(IReadOnlyCollection<ShopAt> shops, List<Gap> gaps)
    {
        if (shops.Count < MinimumUnit.People)
        {
            gaps.Add(new Gap(NotReady.TooFewShops, shops.Count, MinimumUnit.People));
            return shops;
        }
        var left = shops;
        foreach (var (why, holds) in new (NotReady, Func<ShopAt, bool>)[] { (NotReady.TooFewOpen, s => s.Open), (NotReady.TooFewDevices, s => s.HasDevice), (NotReady.TooFewOnShift, s => s.OnShift) })
        {
            var still = left.Where(holds).ToList();
            if (still.Count < MinimumUnit.People)
            {
                gaps.Add(new Gap(why, still.Count, MinimumUnit.People) { Shops = [.. left.Where(s => !holds(s)).Select(s => s.Shop)] });
                return left;
            }
            left = still;
        }
        return left;
    }
}
