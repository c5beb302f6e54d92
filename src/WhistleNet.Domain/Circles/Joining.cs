namespace WhistleNet.Circles;

/// <summary>Where shops go that come after the circles were formed: nobody who already has a circle is moved for them.</summary>
public static class Joining
{
    /// <summary>The first wider ring's reach: whoever is nearer is a neighbour.</summary>
    private const double NearM = 300;

    /// <summary>
    /// Puts each new shop into the nearest circle with room that has a shop within 300 m. The rest form circles of their own; where
    /// those would be less than half a circle, they join the nearest one with room after all, if it is not 2 km away.
    /// </summary>
    /// <param name="circles">The area's circles and where their shops are.</param>
    public static Joined Of(IEnumerable<Spot> comers, IReadOnlyDictionary<string, IReadOnlyList<Place>> circles, int size)
    {
        var limits = Limits.Of(size);
        var town = circles.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (Id: c.Key, Places: c.Value.ToList())).ToList();
        var (joining, left, made) = (new Dictionary<string, string>(), new List<Spot>(), new List<IReadOnlyList<Spot>>());

        bool Join(IReadOnlyList<Spot> together, double withinM)
        {
            var nearest = town.Where(c => c.Places.Count > 0 && c.Places.Count + together.Count <= limits.Most)
                .Select(c => (Circle: c, Metres: together.Min(s => c.Places.Min(p => p.MetresTo(s.Place)))))
                .OrderBy(c => c.Metres).FirstOrDefault();
            if (nearest.Circle.Places is null || nearest.Metres > withinM) return false;
            foreach (var spot in together) joining[spot.Ref] = nearest.Circle.Id;
            nearest.Circle.Places.AddRange(together.Select(s => s.Place));
            return true;
        }

        foreach (var comer in comers.OrderBy(s => s.Ref, StringComparer.Ordinal))
        {
            if (!Join([comer], NearM)) left.Add(comer);
        }
        foreach (var circle in CircleMaker.Form(left, size))
        {
            if (circle.Count >= limits.Fewest || !Join(circle, CircleMaker.ApartM)) made.Add(circle);
        }
        return new Joined(joining, made);
    }
}

/// <param name="Joining">The circle that each of these shops joins, by the shop's reference.</param>
/// <param name="Formed">New circles.</param>
public sealed record Joined(IReadOnlyDictionary<string, string> Joining, IReadOnlyList<IReadOnlyList<Spot>> Formed);
