namespace WhistleNet.Circles;

/// <summary>A bulk change taken back: everything that is still as it left it, and nothing else.</summary>
public sealed class UndoTests
{
    private static readonly Circle A = Circle("a"), B = Circle("b"), New = Circle("new");

    [Fact]
    public void An_import_that_nobody_touched_goes_with_its_circles_and_areas()
    {
        var (old, came) = (Ward.Shop("old", "a"), Ward.Shop("came", "new"));
        var undo = Undone(new Swaps([Came(came)], [new(null, CircleState.Of(New))], ["area-new"], [new(null, Waits("u"))]), [old, came], [A, New], [Waits("u").ToUnplaced(Ward.Station)]);
        Assert.Equal(["came", "new", "area-new", "u"], [.. undo.GoneShops, .. undo.GoneCircles, .. undo.GoneAreas, .. undo.GoneUnplaced]);
        Assert.Empty(undo.Staying);
    }

    [Fact]
    public void What_was_changed_or_is_in_use_stays_and_is_named_and_so_does_its_circle()
    {
        var (renamed, enrolled, words) = (Ward.Shop("renamed", "new"), Ward.Shop("enrolled", "new"), Ward.Shop("words", "new"));
        var swaps = new Swaps([Came(renamed), Came(enrolled), Came(words)], [new(null, CircleState.Of(New))], ["area-new"], []);
        (renamed.Name, words.SafeWord) = ("别的名字", "x");
        var undo = Undone(swaps, [renamed, enrolled, words], [New], [], "enrolled");
        Assert.Equal([Stays.Changed, Stays.InUse, Stays.InUse], undo.Staying.Select(s => s.Why));
        Assert.True(undo.DoesNothing);
        Assert.Empty(undo.GoneAreas);
    }

    [Fact]
    public void A_changed_shop_becomes_what_it_was()
    {
        var shop = Ward.Shop("s", "a");
        var before = ShopState.Of(shop);
        (shop.Name, shop.Lat) = ("新名字", 45.9);
        var undo = Undone(new Swaps([new(before, ShopState.Of(shop))], [], [], []), [shop], [A], []);
        Assert.Equal(before, Assert.Single(undo.Shops));
    }

    [Fact]
    public void Two_circles_that_were_joined_part_again_and_only_with_a_shop_to_part_with()
    {
        var (stayed, moved) = (Ward.Shop("b0", "b"), Ward.Shop("a0", "b"));
        var ended = Circle("a", "b");
        var swaps = new Swaps([new(ShopState.Of(moved) with { CircleId = "a" }, ShopState.Of(moved))], [new(CircleState.Of(A), CircleState.Of(ended))], [], []);
        var undo = Undone(swaps, [stayed, moved], [ended, B], []);
        Assert.Equal(("a", null), (Assert.Single(undo.Shops).CircleId, Assert.Single(undo.CirclesBack).MergedIntoId));

        moved.Name = "改名了";
        var half = Undone(swaps, [stayed, moved], [ended, B], []);
        Assert.True(half.DoesNothing);
        Assert.Equal(Stays.Changed, Assert.Single(half.Staying).Why);
    }

    [Fact]
    public void The_last_shop_of_a_circle_does_not_go_back()
    {
        var moved = Ward.Shop("a1", "b");
        var undo = Undone(new Swaps([new(ShopState.Of(moved) with { CircleId = "a" }, ShopState.Of(moved))], [], [], []), [Ward.Shop("a0", "a"), moved], [A, B], []);
        Assert.Equal(Stays.LastOfCircle, Assert.Single(undo.Staying).Why);
        Assert.True(undo.DoesNothing);
    }

    [Fact]
    public void A_shop_that_was_placed_waits_again()
    {
        var placed = Ward.Shop("u", "a");
        var undo = Undone(new Swaps([Came(placed)], [], [], [new(Waits("u"), null)]), [Ward.Shop("a0", "a"), placed], [A], []);
        Assert.Equal(("u", "u"), (Assert.Single(undo.GoneShops), Assert.Single(undo.UnplacedBack).Ref));
        var used = Undone(new Swaps([Came(placed)], [], [], [new(Waits("u"), null)]), [Ward.Shop("a0", "a"), placed], [A], [], "u");
        Assert.Empty(used.UnplacedBack);
    }

    [Fact]
    public void A_circle_goes_back_into_its_area_unless_it_was_moved_on_or_the_area_is_gone()
    {
        var circle = Circle("a");
        var swaps = new Swaps([], [new(CircleState.Of(circle) with { AreaId = "from" }, CircleState.Of(circle) with { AreaId = circle.AreaId })], [], []);
        Assert.Equal("from", Assert.Single(Undone(swaps, [Ward.Shop("a0", "a")], [circle], []).CirclesBack).AreaId);
        Assert.Equal(Stays.Changed, Assert.Single(Undone(swaps, [Ward.Shop("a0", "a")], [circle], [], ["elsewhere"]).Staying).Why);
        var onward = new Swaps([], [new(swaps.Circles[0].Before, swaps.Circles[0].After! with { AreaId = "between" })], [], []);
        Assert.Equal(Stays.Changed, Assert.Single(Undone(onward, [Ward.Shop("a0", "a")], [circle], []).Staying).Why);
    }

    private static Undo Undone(Swaps swaps, Shop[] shops, Circle[] circles, Unplaced[] unplaced, string[] areas) => new(swaps, shops, circles, unplaced, _ => false, areas);

    private static Undo Undone(Swaps swaps, Shop[] shops, Circle[] circles, Unplaced[] unplaced, params IEnumerable<string> inUse) => new(swaps, shops, circles, unplaced, inUse.Contains, ["from"]);

    private static Swap<ShopState> Came(Shop shop) => new(null, ShopState.Of(shop));

    private static UnplacedState Waits(string reference) => new(reference, reference, "待定位", null, null, null, null, null, null, false, null, null);

    private static Circle Circle(string id, string? into = null) => new() { Id = id, StationId = Ward.Station, AreaId = "area-" + id, Name = id, MergedIntoId = into };
}
