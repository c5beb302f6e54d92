namespace WhistleNet.Circles;

/// <summary>Somebody who was called, is open, on shift and did not say no; a shop is one person, for somebody must mind it.</summary>
/// <param name="Keeps">What they were asked for and said that they come for: it stays theirs while they can do it.</param>
public sealed record Hand(Shop Shop, UnitRole? Keeps = null);

/// <summary>What one of them is asked to be.</summary>
/// <param name="Brings">Usable gear of their own shop; what their role needs and is not among it lies at the meeting place.</param>
public sealed record Part(Shop Shop, UnitRole Role, IReadOnlyList<GearKind> Brings);

/// <summary>Who does what, with what, and where they meet before they go: nobody goes alone.</summary>
/// <param name="Meet">A shop of theirs; none where nobody is asked anything.</param>
/// <param name="Metres">The longest way of those who must be there: to the meeting place, and from it to the shop that whistles.</param>
public sealed record MusterPlan(Shop? Meet, IReadOnlyList<Part> Parts, double Metres)
{
    public static readonly MusterPlan Nobody = new(null, [], 0);

    /// <summary>What a unit cannot do without and nobody fills; the shop that whistles calls itself.</summary>
    public IEnumerable<UnitRole> Missing => Muster.Missing(Parts.Select(p => p.Role));
}

/// <summary>
/// Who brings what 集结: not the nearest people, but those who together fill the roles of a minimum unit soonest, with gear that was inspected, out of shops that
/// are open now. They meet at one place, where gear that is kept for all is handed out. Shield and fork are for trained shops alone. Pure; an exhaustive search
/// over small streets is its oracle.
/// </summary>
public static class Muster
{
    /// <summary>The roles that neighbours fill in any unit, the one that is hardest to fill first.</summary>
    public static readonly IReadOnlyList<UnitRole> Core = [UnitRole.Shield, UnitRole.Fork, UnitRole.Evacuate];

    private static readonly IReadOnlyList<UnitRole> Beside = [UnitRole.Fork, UnitRole.FirstAid]; // the second fork flanks the shield; whoever has the kit comes with it
    private static readonly GearKind[] ForFire = [GearKind.Extinguisher, GearKind.FireBlanket];

    /// <summary>Where whoever evacuates leads people: the centre shop of the circle, unless it is the one that whistles; none where nobody named one, for a place is not made up.</summary>
    public static string? LeadTo(Circle? circle, string sceneShopId) => circle?.CentreShopId is { } centre && centre != sceneShopId ? centre : null;

    /// <summary>What a unit cannot do without and none of these is.</summary>
    public static IEnumerable<UnitRole> Missing(IEnumerable<UnitRole> filled) => Core.Except(filled);

    /// <param name="scene">The shop that whistles.</param>
    /// <param name="gear">Gear by shop; what is not usable today is left out here.</param>
    /// <param name="fire">Whether it is a fire, so that extinguishers are worth carrying.</param>
    /// <param name="meet">Where somebody is going to meet already; the place then stays.</param>
    public static MusterPlan Of(Place scene, IReadOnlyList<Hand> hands, ILookup<string, Gear> gear, DateOnly today, bool fire = false, Shop? meet = null)
    {
        if (hands.Count == 0) return MusterPlan.Nobody;
        var spots = hands.Select(h => Spot.Of(h, scene, gear[h.Shop.Id], today)).OrderBy(s => s.FromScene).ToArray();
        Spot[] places = meet is null ? spots : [Array.Find(spots, s => s.Shop.Id == meet.Id) ?? Spot.Of(new Hand(meet), scene, gear[meet.Id], today)];
        var best = new Team(places[0], null, null, null, 0, double.MaxValue);
        var ways = new double[spots.Length];
        foreach (var place in places)
        {
            if (best.Filled == Core.Count && place.FromScene >= best.Metres) break; // from farther off nobody is sooner
            for (var i = 0; i < spots.Length; i++) ways[i] = spots[i].To(place);
            best = Better(best, place, spots, ways);
        }
        return best.Filled == 0 ? MusterPlan.Nobody : new MusterPlan(best.Meet.Shop, [.. WithThoseBeside(best, spots).Select(p => new Part(p.Spot.Shop, p.Role, Brings(p.Role, p.Spot, fire)))], best.Metres);
    }

    // As many of the core roles as can be filled, then the soonest. Of three roles two others at most take somebody away: the three nearest of each are enough.
    private static Team Better(Team best, Spot meet, Spot[] spots, double[] ways)
    {
        Span<int> shields = stackalloc int[4], forks = stackalloc int[4], evacuates = stackalloc int[4];
        shields = Nearest(UnitRole.Shield, meet, spots, ways, shields);
        forks = Nearest(UnitRole.Fork, meet, spots, ways, forks);
        evacuates = Nearest(UnitRole.Evacuate, meet, spots, ways, evacuates);
        foreach (var shield in shields)
            foreach (var fork in forks)
                foreach (var evacuate in evacuates)
                {
                    if (fork >= 0 && fork == shield || evacuate >= 0 && (evacuate == shield || evacuate == fork)) continue;
                    var filled = (shield >= 0 ? 1 : 0) + (fork >= 0 ? 1 : 0) + (evacuate >= 0 ? 1 : 0);
                    if (filled < best.Filled) continue;
                    var metres = meet.FromScene + Math.Max(Way(shield), Math.Max(Way(fork), Way(evacuate)));
                    if (filled > best.Filled || metres < best.Metres) best = new Team(meet, At(shield), At(fork), At(evacuate), filled, metres);
                }
        return best;

        double Way(int spot) => spot < 0 ? 0 : ways[spot];
        Spot? At(int spot) => spot < 0 ? null : spots[spot];
    }

    // The nearest who can, and at the end nobody (-1); whoever keeps the role, alone.
    private static Span<int> Nearest(UnitRole role, Spot meet, Spot[] spots, double[] ways, Span<int> into)
    {
        var found = 0;
        for (var i = 0; i < spots.Length; i++)
        {
            if (spots[i].Keeps is { } kept && kept != role || !spots[i].Can(role, meet)) continue;
            if (spots[i].Keeps == role)
            {
                into[0] = i;
                return into[..1];
            }
            var place = found;
            while (place > 0 && ways[into[place - 1]] > ways[i]) place--;
            if (place >= into.Length - 1) continue;
            found = Math.Min(found + 1, into.Length - 1);
            for (var later = found - 1; later > place; later--) into[later] = into[later - 1];
            into[place] = i;
        }
        into[found] = -1;
        return into[..(found + 1)];
    }

    // Nobody of the core waits for them: they follow.
    private static List<(Spot Spot, UnitRole Role)> WithThoseBeside(Team team, Spot[] spots)
    {
        List<(Spot Spot, UnitRole Role)> parts = [.. Core.Zip([team.Shield, team.Fork, team.Evacuate]).Where(c => c.Second is not null).Select(c => (c.Second!, c.First))];
        foreach (var role in Beside)
        {
            if (role == UnitRole.Fork && team.Fork is null) continue; // no first, no second
            var atPlace = team.Meet.Count(role) - parts.Count(p => p.Role == role && (p.Spot == team.Meet || p.Spot.Count(role) == 0));
            var free = spots.Where(s => parts.TrueForAll(p => p.Spot != s) && (s.Keeps is null || s.Keeps == role) && s.MayHold(role) && (atPlace > 0 || s != team.Meet && s.Count(role) > 0));
            if (free.OrderByDescending(s => s.Keeps == role).ThenBy(s => s.To(team.Meet)).FirstOrDefault() is { } next) parts.Add((next, role));
        }
        return parts;
    }

    // What somebody with this role takes along of what their shop has.
    private static IReadOnlyList<GearKind> Brings(UnitRole role, Spot of, bool fire) =>
        [.. of.Has.Where(kind => kind.Rule().Serves.Contains(role) && (fire || !ForFire.Contains(kind))).Distinct().Order()];

    private sealed record Team(Spot Meet, Spot? Shield, Spot? Fork, Spot? Evacuate, int Filled, double Metres);

    /// <summary>A shop on a plane around the scene: within a kilometre that is the globe to a hand's breadth.</summary>
    private sealed class Spot(Hand hand, double x, double y, IReadOnlyList<GearKind> has, bool trained)
    {
        private readonly int _shields = has.Count(UnitRole.Shield.Tools().Contains), _forks = has.Count(UnitRole.Fork.Tools().Contains);
        private readonly double _x = x, _y = y;

        public Shop Shop => hand.Shop;
        public UnitRole? Keeps => hand.Keeps;
        public double FromScene { get; } = Math.Sqrt(x * x + y * y);

        /// <summary>What is usable there, each item once.</summary>
        public IReadOnlyList<GearKind> Has => has;

        public static Spot Of(Hand hand, Place scene, IEnumerable<Gear> gear, DateOnly today)
        {
            var (metres, bearing) = (scene.MetresTo(hand.Shop.Place), scene.BearingTo(hand.Shop.Place) * Math.PI / 180);
            return new(hand, metres * Math.Sin(bearing), metres * Math.Cos(bearing), [.. gear.Where(g => g.Usable(today)).Select(g => g.Kind)], hand.Shop.TrainedOn(today));
        }

        public double To(Spot other) => Math.Sqrt((_x - other._x) * (_x - other._x) + (_y - other._y) * (_y - other._y));

        /// <summary>How many can fill a role with what is here.</summary>
        public int Count(UnitRole role) => role switch { UnitRole.Shield => _shields, UnitRole.Fork => _forks, _ => has.Count(role.Tools().Contains) };

        public bool MayHold(UnitRole role) => trained || role is not (UnitRole.Shield or UnitRole.Fork);

        /// <summary>Whether they can fill a role when all meet at this place.</summary>
        public bool Can(UnitRole role, Spot meet) => MayHold(role) && (role == UnitRole.Evacuate || Count(role) + meet.Count(role) > 0);
    }
}
