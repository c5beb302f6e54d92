namespace WhistleNet.Circles;

/// <summary>What an item may be counted on for, and what each change writes.</summary>
public sealed class GearTests
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(-1, 30, GearTrouble.Expired)]
    [InlineData(30, -1, GearTrouble.Uninspected)]
    [InlineData(-1, -1, GearTrouble.Expired)]
    public void It_is_good_up_to_and_with_its_last_day(int expires, int inspected, GearTrouble? trouble)
    {
        var item = Ledger.Item(expires: Ledger.Today.AddDays(expires), next: Ledger.Today.AddDays(inspected));
        Assert.Equal(trouble, item.Trouble(Ledger.Today));
        Assert.Equal(trouble is null, item.Usable(Ledger.Today));
    }

    [Fact]
    public void What_was_never_inspected_is_not_counted_on_and_is_due()
    {
        var item = Ledger.Item();
        item.NextInspectionOn = null;
        Assert.Equal((GearTrouble.Uninspected, GearDue.Over), (item.Trouble(Ledger.Today), item.Due(Ledger.Today)));
    }

    [Theory]
    [InlineData(GearState.Out, GearTrouble.Out)]
    [InlineData(GearState.Faulty, GearTrouble.Faulty)]
    [InlineData(GearState.Scrapped, GearTrouble.Scrapped)]
    public void What_is_out_faulty_or_scrapped_is_not_counted_on_from_that_moment(GearState state, GearTrouble trouble) => Assert.Equal(trouble, Ledger.In(state).Trouble(Ledger.Today));

    [Theory]
    [InlineData(15, 40, GearDue.Later)]
    [InlineData(14, 40, GearDue.Soon)]
    [InlineData(40, 14, GearDue.Soon)]
    [InlineData(0, 40, GearDue.Soon)]
    [InlineData(-1, 40, GearDue.Over)]
    [InlineData(40, -1, GearDue.Over)]
    public void The_nearer_of_its_two_dates_says_when_it_is_due(int inspected, int expires, GearDue due) =>
        Assert.Equal(due, Ledger.Item(expires: Ledger.Today.AddDays(expires), next: Ledger.Today.AddDays(inspected)).Due(Ledger.Today));

    [Fact]
    public void Passing_needs_every_tick_and_dates_the_next_inspection()
    {
        var item = Ledger.Item(next: Ledger.Today.AddDays(-5));
        Assert.Equal(GearRefusal.NotAllTicked, item.Pass([GearCheck.Cracks, GearCheck.Handle], null, Some.Officer, Some.Morning, Ledger.Today));
        Assert.Empty(item.Lines);
        Assert.Null(item.Pass([GearCheck.Cracks, GearCheck.Handle, GearCheck.Strap], null, Some.Officer, Some.Morning, Ledger.Today, " 完好 "));
        Assert.Equal(Ledger.Today.AddDays(30), item.NextInspectionOn);
        var line = Assert.Single(item.Lines);
        Assert.Equal((GearEntry.Passed, "王警官", "officer", "完好", Some.Morning), (line.What, line.Who, line.WhoId, line.Note, line.At));
    }

    [Fact]
    public void What_is_past_the_date_on_its_label_passes_only_with_a_new_one()
    {
        var item = Ledger.Item(GearKind.Extinguisher, expires: Ledger.Today.AddDays(-1));
        Assert.Equal(GearRefusal.IsExpired, item.Pass(item.Kind.Rule().Checks, null, Some.Officer, Some.Morning, Ledger.Today));
        Assert.Null(item.Pass(item.Kind.Rule().Checks, Ledger.Today.AddYears(1), Some.Officer, Some.Morning, Ledger.Today));
        Assert.True(item.Usable(Ledger.Today));
    }

    [Fact]
    public void A_fault_names_what_was_not_in_order_or_is_said_in_words()
    {
        var item = Ledger.Item();
        Assert.Equal(GearRefusal.ReasonMissing, item.Fail(item.Kind.Rule().Checks, Some.Officer, Some.Morning, " "));
        Assert.Null(item.Fail([GearCheck.Handle], Some.Officer, Some.Morning));
        Assert.Equal("cracks strap", Assert.Single(item.Lines).Failed);
        Assert.False(item.Usable(Ledger.Today));
    }

    [Fact]
    public void It_is_handed_out_to_one_person_at_a_time_and_a_repeat_changes_nothing()
    {
        var item = Ledger.Item();
        Assert.Equal(GearRefusal.ReasonMissing, item.Issue(" ", Occasion.None, GearPolicy.Default, Some.Officer, Some.Morning));
        Assert.Null(item.Issue("张三", new Occasion("alert", "drill"), GearPolicy.Default, Some.Officer, Some.Morning));
        Assert.Null(item.Issue("张三", Occasion.None, GearPolicy.Default, Some.Officer, Some.Morning.AddMinutes(1)));
        Assert.Equal(GearRefusal.AlreadyOut, item.Issue("李四", Occasion.None, GearPolicy.Default, Some.Officer, Some.Morning));
        Assert.Equal(("张三", Some.Morning, "alert", "drill"), (item.OutTo, item.OutSince, item.OutAlertId, item.OutDrillId));
        Assert.Null(item.Return(Some.Officer, Some.Morning.AddHours(1)));
        Assert.Equal([(GearEntry.Issued, "张三", "drill"), (GearEntry.Returned, "张三", "drill")], item.Lines.Select(l => (l.What, l.To, l.DrillId)));
    }

    [Theory]
    [InlineData(GearKind.Baton)]
    [InlineData(GearKind.Spray)]
    public void A_restricted_kind_is_handed_out_only_where_the_station_allowed_it(GearKind kind)
    {
        var item = Ledger.Item(kind);
        Assert.Equal(GearRefusal.NotAllowed, item.Issue("张三", Occasion.None, GearPolicy.Default, Some.Officer, Some.Morning));
        Assert.False(GearPolicy.Default.Allows(kind));
        Assert.Null(item.Issue("张三", Occasion.None, Ledger.AllAllowed, Some.Officer, Some.Morning));
    }

    [Fact]
    public void No_plan_asks_anybody_to_bring_what_is_restricted_and_every_kind_has_a_list_and_days()
    {
        foreach (var kind in Enum.GetValues<GearKind>())
        {
            var rule = kind.Rule();
            Assert.True(rule.EveryDays is >= 7 and <= 90 && rule.Checks.Count > 0 && rule.Serves.Count == 0 == rule.Restricted, kind.ToString());
            Assert.Equal(rule.Dated, rule.Checks.Contains(GearCheck.Label));
        }
        Assert.Equal(Enum.GetValues<GearCheck>(), Enum.GetValues<GearKind>().SelectMany(k => k.Rule().Checks).Distinct().Order());
    }

    [Fact]
    public void Scrapping_needs_a_reason_and_ends_it()
    {
        var item = Ledger.In(GearState.Out);
        Assert.Equal(GearRefusal.ReasonMissing, item.Scrap("", Some.Officer, Some.Morning));
        Assert.Null(item.Scrap("丢失", Some.Officer, Some.Morning));
        Assert.Null(item.OutTo);
        Assert.Equal(GearRefusal.IsScrapped, item.Change("other", null, null, Some.Officer, Some.Morning));
    }

    [Fact]
    public void A_change_that_changes_nothing_writes_nothing()
    {
        var item = Ledger.Item();
        Assert.Null(item.Change("shop", null, null, Some.Officer, Some.Morning));
        Assert.Empty(item.Lines);
        Assert.Null(item.Change("next", "周姐", Ledger.Today, Some.Officer, Some.Morning));
        Assert.Equal(("next", "周姐", Ledger.Today, GearEntry.Changed), (item.ShopId, item.Keeper, item.ExpiresOn, Assert.Single(item.Lines).What));
    }

    [Fact]
    public void The_smallest_unit_is_the_shop_that_pressed_and_three_that_come() =>
        Assert.Equal((4, 1, 1, 1, 1, 2), (MinimumUnit.People, UnitRole.Caller.Least(), UnitRole.Shield.Least(), UnitRole.Fork.Least(), UnitRole.Evacuate.Least(), UnitRole.Fork.Most()));
}
