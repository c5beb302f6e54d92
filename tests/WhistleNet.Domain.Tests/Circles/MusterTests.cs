using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Circles;

/// <summary>Who brings what, against an exhaustive search that knows no shortcut, and street by street.</summary>
public sealed class MusterTests
{
    private static readonly Place Scene = new(45.70, 126.60);

    public sealed record Street(Hand[] Hands, Gear[] Items);

    public static class Streets
    {
        public static Arbitrary<Street> Small() => (
            from count in Gen.Choose(0, 6)
            from places in Gen.Zip(Gen.Choose(-9, 9), Gen.Choose(-9, 9)).ListOf(count)
            from trained in Gen.Choose(0, 2).ListOf(count)
            from items in Items.ListOf(4)
            select Make([.. places], [.. trained], [.. items])).ToArbitrary();

        private static readonly Gen<(int, GearKind, int)> Items =
            from shop in Gen.Choose(0, 5)
            from kind in Gen.Elements(GearKind.Shield, GearKind.Fork, GearKind.Helmet, GearKind.FirstAidKit)
            from trouble in Gen.Choose(0, 3)
            select (shop, kind, trouble);

        private static Street Make((int Y, int X)[] places, int[] trained, (int Shop, GearKind Kind, int Trouble)[] items) => new(
            [.. places.Select((p, i) => At($"s{i}", p.Y * 30, p.X * 30, trained[i] > 0))],
            [.. items.Select((g, i) => Ledger.Item(g.Kind, "s" + g.Shop, id: $"g{i}", next: Ledger.Today.AddDays(g.Trouble == 0 ? -1 : 9)))]);
    }

    [Property(Arbitrary = [typeof(Streets)], MaxTest = 10_000)]
    public void It_fills_as_many_roles_as_any_search_and_as_soon(Street street)
    {
        var gear = street.Items.ToLookup(g => g.ShopId);
        var plan = Plan(street.Hands, street.Items);
        var (filled, metres) = Oracle(street.Hands, gear);
        Assert.Equal(filled, Muster.Core.Count - plan.Missing.Count());
        if (filled > 0) Assert.Equal(metres, plan.Metres, 0.5); // a plane in place of the globe
        Assert.Equal(plan.Parts.Count, plan.Parts.Select(p => p.Shop.Id).Distinct().Count());
        Assert.All(plan.Parts.Where(p => p.Role is UnitRole.Shield or UnitRole.Fork), p => Assert.True(p.Shop.Trained));
        foreach (var (role, kind) in new[] { (UnitRole.Shield, GearKind.Shield), (UnitRole.Fork, GearKind.Fork) })
        {
            // Each of them has one of their own or takes one of those at the meeting place, and none is taken twice.
            var asked = plan.Parts.Where(p => p.Role == role).ToList();
            var taken = asked.Count(p => p.Shop.Id == plan.Meet!.Id || !p.Brings.Contains(kind));
            Assert.True(taken <= (plan.Meet is { } place ? Usable(gear, place.Id, kind) : 0));
            Assert.True(asked.Count <= role.Most());
        }
        Assert.All(plan.Parts, p => Assert.All(p.Brings, kind => Assert.True(Usable(gear, p.Shop.Id, kind) > 0)));
    }

    [Theory]
    [InlineData(null, null)] // a place is not made up
    [InlineData("centre", "centre")]
    [InlineData("scene", null)] // nobody leads people to where they flee from
    public void People_are_led_to_the_centre_shop_of_the_circle(string? centre, string? place) =>
        Assert.Equal(place, Muster.LeadTo(new Circle { Id = "c", StationId = "s", AreaId = "a", Name = "一组", CentreShopId = centre }, "scene"));

    [Fact]
    public void They_meet_where_the_gear_is_kept_and_only_the_trained_hold_it()
    {
        Hand[] hands = [At("near", 10, 0, trained: false), At("centre", 40, 0), At("beyond", 60, 0), At("far", 90, 0)];
        var plan = Plan(hands, [Item(GearKind.Shield, "centre"), Item(GearKind.Fork, "centre"), Item(GearKind.Helmet, "centre")]);
        Assert.Equal("centre", plan.Meet!.Id);
        Assert.Empty(plan.Missing);
        Assert.Equal(["centre", "beyond", "near"], [RoleOf(plan, UnitRole.Shield), RoleOf(plan, UnitRole.Fork), RoleOf(plan, UnitRole.Evacuate)]);
        Assert.Equal([GearKind.Shield, GearKind.Helmet], plan.Parts.Single(p => p.Shop.Id == "centre").Brings);
        Assert.Empty(plan.Parts.Single(p => p.Shop.Id == "beyond").Brings);
    }

    [Fact]
    public void A_faulty_shield_leaves_the_next_plan_at_once()
    {
        Hand[] hands = [At("a", 10, 0), At("b", 30, 0), At("c", 50, 0), At("d", 70, 0)];
        Gear[] items = [Item(GearKind.Shield, "a"), Item(GearKind.Fork, "b"), Item(GearKind.Shield, "d")];
        Assert.Equal("a", RoleOf(Plan(hands, items), UnitRole.Shield));
        Assert.Null(items[0].Fail([], Some.Officer, Some.Morning));
        Assert.Equal("d", RoleOf(Plan(hands, items), UnitRole.Shield));
        Assert.Null(items[2].Fail([], Some.Officer, Some.Morning));
        Assert.Equal([UnitRole.Shield], Plan(hands, items).Missing);
    }

    [Fact]
    public void Whoever_is_on_the_way_keeps_what_they_were_asked_and_the_place_stays()
    {
        Hand[] hands = [At("a", 10, 0), At("b", 30, 0), At("c", 50, 0), At("d", 70, 0)];
        Gear[] items = [Item(GearKind.Shield, "a"), Item(GearKind.Fork, "b"), Item(GearKind.Shield, "d"), Item(GearKind.Fork, "d")];
        var first = Plan(hands, items);
        Assert.Equal(["a", "b"], [RoleOf(first, UnitRole.Shield), RoleOf(first, UnitRole.Fork)]);
        // The one with the shield cannot come; the one with the fork is on the way.
        var next = Muster.Of(Scene, [hands[1] with { Keeps = UnitRole.Fork }, hands[2], hands[3]], items.ToLookup(g => g.ShopId), Ledger.Today, meet: first.Meet);
        Assert.Equal(first.Meet!.Id, next.Meet!.Id);
        Assert.Equal("b", RoleOf(next, UnitRole.Fork));
        Assert.NotEqual("a", RoleOf(next, UnitRole.Shield));
    }

    [Fact]
    public void A_second_fork_flanks_the_shield_and_whoever_has_the_kit_follows_and_no_more_are_asked()
    {
        Hand[] hands = [.. Enumerable.Range(1, 9).Select(n => At("s" + n, n * 10, 0))];
        Gear[] items = [Item(GearKind.Shield, "s1"), .. Enumerable.Range(2, 4).Select(n => Item(GearKind.Fork, "s" + n)), Item(GearKind.FirstAidKit, "s9"), Item(GearKind.Extinguisher, "s6")];
        var plan = Plan(hands, items);
        Assert.Equal([UnitRole.Shield, UnitRole.Fork, UnitRole.Fork, UnitRole.Evacuate, UnitRole.FirstAid], plan.Parts.Select(p => p.Role).Order());
        Assert.Equal("s9", RoleOf(plan, UnitRole.FirstAid));
    }

    [Fact]
    public void Nobody_called_is_nobody_asked() => Assert.Equal(MusterPlan.Nobody, Plan([], [Item(GearKind.Shield, "a")]));

    private static MusterPlan Plan(Hand[] hands, Gear[] items) => Muster.Of(Scene, hands, items.ToLookup(g => g.ShopId), Ledger.Today);

    private static string? RoleOf(MusterPlan plan, UnitRole role) => plan.Parts.FirstOrDefault(p => p.Role == role)?.Shop.Id;

    private static Gear Item(GearKind kind, string shop) => Ledger.Item(kind, shop, id: $"{kind}-{shop}");

    private static Hand At(string id, double north, double east, bool trained = true) =>
        new(Some.Shop(id, Scene.Lat + north / 111_195, Scene.Lon + east / (111_195 * Math.Cos(Scene.Lat * Math.PI / 180)), trained: trained));

    private static int Usable(ILookup<string, Gear> gear, string shop, GearKind kind) => gear[shop].Count(g => g.Kind == kind && g.Usable(Ledger.Today));

    // Every place to meet, everybody or nobody in every role: as many roles as possible, then the shortest of the longest ways.
    private static (int Filled, double Metres) Oracle(Hand[] hands, ILookup<string, Gear> gear)
    {
        var (most, soonest) = (0, 0d);
        foreach (var meet in hands)
            foreach (var who in Everyone(hands, Muster.Core.Count))
            {
                var team = Muster.Core.Zip(who).Where(t => t.Second is not null).Select(t => (Role: t.First, Hand: t.Second!)).ToList();
                if (team.Count == 0 || team.DistinctBy(t => t.Hand).Count() < team.Count || !team.TrueForAll(t => Can(t.Role, t.Hand, meet, gear))) continue;
                var metres = team.Max(t => t.Hand.Shop.Place.MetresTo(meet.Shop.Place)) + meet.Shop.Place.MetresTo(Scene);
                if (team.Count > most || team.Count == most && metres < soonest) (most, soonest) = (team.Count, metres);
            }
        return (most, soonest);
    }

    private static bool Can(UnitRole role, Hand hand, Hand meet, ILookup<string, Gear> gear) => role == UnitRole.Evacuate
        || hand.Shop.Trained && new[] { hand, meet }.Any(h => Usable(gear, h.Shop.Id, role == UnitRole.Shield ? GearKind.Shield : GearKind.Fork) > 0);

    private static IEnumerable<Hand?[]> Everyone(Hand[] hands, int roles) => roles == 0 ? [[]]
        : Everyone(hands, roles - 1).SelectMany(rest => hands.Cast<Hand?>().Append(null).Select(next => rest.Append(next).ToArray()));
}
