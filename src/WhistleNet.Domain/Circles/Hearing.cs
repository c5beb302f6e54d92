using WhistleNet.Alerts;

namespace WhistleNet.Circles;

/// <summary>
/// The numbers of who hears, ring by ring; data of a station. Ring 0 is the own circle; then the nearest so many others within
/// so many metres. A dense street has 282 shops within 800 m: more would be a crowd.
/// </summary>
public sealed record Rings
{
    public static readonly Rings Default = new();

    public IReadOnlyList<Ring> Wider { get; init; } = [new(24, 300), new(60, 800)];

    /// <summary>How many trained neighbours a silent alert calls at a time.</summary>
    public int SilentStep { get; init; } = 2;
}

/// <summary>The nearest <paramref name="Count"/> other shops within <paramref name="Metres"/>.</summary>
public sealed record Ring(int Count, double Metres);

/// <summary>A shop that is to hear, and from how far.</summary>
public sealed record Hearer(Shop Shop, double DistanceM, double Bearing);

/// <summary>
/// Who hears a whistle, pure. Nearest first; never closed shops, nor shops that are coming to another open real alert; nobody twice.
/// A silent alert calls the nearest trained neighbours only, two at a time, and never a loud ring.
/// </summary>
public static class Hearing
{
    /// <summary>The shops that this ring adds.</summary>
    /// <param name="ring">0 is the own circle, or for a silent alert its first two.</param>
    /// <param name="openNow">Whether a shop is open at this moment.</param>
    /// <param name="leftOut">Shops already called, and shops at another scene.</param>
    /// <param name="today">The day at the station: trainings end.</param>
    public static IReadOnlyList<Hearer> Of(Shop pressed, Town town, int ring, bool silent, Rings rings, Func<Shop, bool> openNow, IReadOnlySet<string> leftOut, DateOnly today)
    {
        bool MayHear(Shop shop) => shop.Id != pressed.Id && !leftOut.Contains(shop.Id) && openNow(shop);

        if (silent)
        {
            return [.. town.Nearest(pressed, rings.Wider.Count > 0 ? rings.Wider[^1].Metres : 0)
                .Concat(town.CircleOf(pressed)).DistinctBy(s => s.Id)
                .Where(s => s.TrainedOn(today) && MayHear(s)).Select(s => Seen(s, pressed)).OrderBy(h => h.DistanceM).Take(rings.SilentStep)];
        }
        if (ring == 0) return [.. town.CircleOf(pressed).Where(MayHear).Select(s => Seen(s, pressed)).OrderBy(h => h.DistanceM)];
        if (ring > rings.Wider.Count) return [];
        var (count, metres) = rings.Wider[ring - 1];
        return [.. town.Nearest(pressed, metres).Where(MayHear).Take(count).Select(s => Seen(s, pressed))];
    }

    /// <summary>Whether there is a ring after this one.</summary>
    public static bool AnyAfter(Shop pressed, Town town, int ring, bool silent, Rings rings, Func<Shop, bool> openNow, IReadOnlySet<string> leftOut, DateOnly today) =>
        silent ? Of(pressed, town, ring + 1, silent, rings, openNow, leftOut, today).Count > 0 : ring < rings.Wider.Count;

    private static Hearer Seen(Shop from, Shop pressed) =>
        new(from, from.Place.MetresTo(pressed.Place), from.Place.BearingTo(pressed.Place));
}
