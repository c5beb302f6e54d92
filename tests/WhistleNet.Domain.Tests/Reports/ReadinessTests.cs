using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>Whether a circle could form a unit now, on cases that a person can count; each case takes one thing away.</summary>
public sealed class ReadinessTests
{
    private static readonly DateTimeOffset Drilled = Some.Morning.AddDays(-30);

    // Five shops; the first is trained and has a shield, the second a fork.
    private static readonly ShopAt[] Five = [.. Enumerable.Range(1, 5).Select(n => At($"shop{n}", trained: n == 1))];
    private static readonly Gear[] Both = [Ledger.Item(shop: "shop1"), Ledger.Item(GearKind.Fork, "shop2", id: "F-1")];

    private static ShopAt At(string id, bool open = true, bool device = true, bool onShift = true, bool trained = false) => new(Some.Shop(id, 45, 126, trained: trained), open, device, onShift);

    private static Readiness Of(IEnumerable<ShopAt>? shops = null, IEnumerable<Gear>? gear = null, DateTimeOffset? drilled = null, bool never = false) =>
        Readiness.Of([.. shops ?? Five], (gear ?? Both).ToLookup(g => g.ShopId), never ? null : drilled ?? Drilled, Ledger.Today, Some.Morning);

    private static IEnumerable<NotReady> Why(Readiness readiness) => readiness.Gaps.Select(g => g.Why);

    [Fact]
    public void Four_shops_on_shift_one_of_them_trained_with_shield_fork_and_a_drill_behind_them_are_ready()
    {
        Assert.True(Of().Ready);
        Assert.True(Of(Five[..4]).Ready);
    }

    [Fact]
    public void Fewer_shops_than_a_unit_has_people_never_are()
    {
        var gap = Assert.Single(Of(Five[..3]).Gaps);
        Assert.Equal((NotReady.TooFewShops, 3, 4), (gap.Why, gap.Have, gap.Need));
    }

    [Fact]
    public void Too_few_open_names_the_closed_and_is_one_reason_though_the_shield_is_behind_a_shutter()
    {
        var gap = Assert.Single(Of([At("shop1", open: false, onShift: false, trained: true), At("shop2", open: false), .. Five[2..]]).Gaps);
        Assert.Equal((NotReady.TooFewOpen, 3, 4), (gap.Why, gap.Have, gap.Need));
        Assert.Equal(["shop1", "shop2"], gap.Shops.Select(s => s.Id));
    }

    [Fact]
    public void Open_shops_without_a_device_and_devices_that_fell_silent_are_two_reasons()
    {
        var none = Assert.Single(Of([.. Five[..3], At("shop4", device: false, onShift: false), At("shop5", device: false, onShift: false)]).Gaps);
        Assert.Equal((NotReady.TooFewDevices, 3, "shop4 shop5"), (none.Why, none.Have, string.Join(' ', none.Shops.Select(s => s.Id))));
        var dead = Assert.Single(Of([.. Five[..3], At("shop4", onShift: false), At("shop5", onShift: false)]).Gaps);
        Assert.Equal((NotReady.TooFewOnShift, 3, "shop4 shop5"), (dead.Why, dead.Have, string.Join(' ', dead.Shops.Select(s => s.Id))));
    }

    [Fact]
    public void Nobody_trained_among_those_on_shift_names_who_is_trained_and_not_there()
    {
        var gap = Assert.Single(Of([At("shop6", open: false, trained: true), At("shop1"), .. Five[1..]]).Gaps);
        Assert.Equal((NotReady.NobodyTrained, "shop6"), (gap.Why, Assert.Single(gap.Shops).Id));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_training_counts_on_its_last_day_and_the_day_after_its_end_is_a_reason_by_name(int days, bool ready)
    {
        var shops = Five.Select(s => At(s.Shop.Id)).ToArray();
        shops[2].Shop.TrainedUntil = Ledger.Today.AddDays(days);
        var readiness = Of(shops);
        Assert.Equal(ready, readiness.Ready);
        if (!ready) Assert.Equal((NotReady.NobodyTrained, "shop3"), (readiness.Gaps[0].Why, Assert.Single(readiness.Gaps[0].Ended).Id));
    }

    [Fact]
    public void The_stations_mark_stands_whatever_ended()
    {
        var shops = Five.Select(s => At(s.Shop.Id, trained: s.Shop.Trained)).ToArray();
        shops[0].Shop.TrainedUntil = Ledger.Today.AddYears(-1);
        Assert.True(Of(shops).Ready);
    }

    [Theory]
    [InlineData(GearTrouble.Expired)]
    [InlineData(GearTrouble.Uninspected)]
    [InlineData(GearTrouble.Faulty)]
    [InlineData(GearTrouble.Out)]
    public void A_shield_that_is_not_usable_is_none_at_once_and_is_named_with_what_is_wrong(GearTrouble trouble)
    {
        var shield = Ledger.Item(shop: "shop1");
        if (trouble == GearTrouble.Expired) shield.ExpiresOn = Ledger.Today.AddDays(-1);
        if (trouble == GearTrouble.Uninspected) shield.NextInspectionOn = Ledger.Today.AddDays(-1);
        if (trouble == GearTrouble.Faulty) Assert.Null(Ledger.Do(shield, GearMove.Fail));
        if (trouble == GearTrouble.Out) Assert.Null(Ledger.Do(shield, GearMove.Issue));
        var gap = Assert.Single(Of(gear: [shield, Both[1]]).Gaps);
        Assert.Equal((NotReady.NoShield, shield, trouble), (gap.Why, Assert.Single(gap.Items).Item, gap.Items[0].Trouble!.Value));
    }

    [Fact]
    public void A_good_fork_in_a_shop_that_is_closed_or_silent_is_none_either_and_nothing_is_wrong_with_it()
    {
        foreach (var away in new[] { At("shop6", open: false, onShift: false), At("shop6", onShift: false) })
        {
            var gap = Assert.Single(Of([.. Five, away], [Both[0], Ledger.Item(GearKind.Fork, "shop6", id: "F-6")]).Gaps);
            Assert.Equal((NotReady.NoFork, 1, (GearTrouble?)null), (gap.Why, gap.Items.Count, gap.Items[0].Trouble));
        }
    }

    [Fact]
    public void A_scrapped_item_is_not_named_and_one_that_does_not_serve_the_role_does_not_fill_it()
    {
        var scrapped = Ledger.Item(shop: "shop1", id: "S-old");
        Assert.Null(Ledger.Do(scrapped, GearMove.Scrap));
        var gap = Assert.Single(Of(gear: [scrapped, Ledger.Item(GearKind.Helmet, "shop1"), Both[1]]).Gaps);
        Assert.Equal((NotReady.NoShield, 0), (gap.Why, gap.Items.Count));
    }

    [Fact]
    public void Never_drilled_and_drilled_more_than_a_year_ago_are_two_reasons()
    {
        Assert.Equal([NotReady.NeverDrilled], Why(Of(never: true)));
        var gap = Assert.Single(Of(drilled: Some.Morning.AddDays(-366)).Gaps);
        Assert.Equal((NotReady.DrillTooLongAgo, Some.Morning.AddDays(-366)), (gap.Why, gap.Since!.Value));
        Assert.True(Of(drilled: Some.Morning.AddDays(-365)).Ready);
    }

    [Fact]
    public void All_that_is_short_is_said_at_once() =>
        Assert.Equal([NotReady.TooFewShops, NotReady.NobodyTrained, NotReady.NoShield, NotReady.NoFork, NotReady.NeverDrilled], Why(Of([At("shop9")], [], never: true)));
}
