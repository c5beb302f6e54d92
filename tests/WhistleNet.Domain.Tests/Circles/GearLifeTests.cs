namespace WhistleNet.Circles;

/// <summary>The life of an item of gear, written a second time: every state with every move.</summary>
public sealed class GearLifeTests
{
    private static readonly Dictionary<(GearState, GearMove), GearState> Allowed = new()
    {
        [(GearState.InService, GearMove.Issue)] = GearState.Out,
        [(GearState.Out, GearMove.Return)] = GearState.InService,
        [(GearState.InService, GearMove.Pass)] = GearState.InService,
        [(GearState.Faulty, GearMove.Pass)] = GearState.InService,
        [(GearState.InService, GearMove.Fail)] = GearState.Faulty,
        [(GearState.Out, GearMove.Fail)] = GearState.Faulty,
        [(GearState.Faulty, GearMove.Fail)] = GearState.Faulty,
        [(GearState.InService, GearMove.Scrap)] = GearState.Scrapped,
        [(GearState.Out, GearMove.Scrap)] = GearState.Scrapped,
        [(GearState.Faulty, GearMove.Scrap)] = GearState.Scrapped,
    };

    public static TheoryData<GearState, GearMove> Everything
    {
        get
        {
            var all = new TheoryData<GearState, GearMove>();
            foreach (var state in Enum.GetValues<GearState>())
                foreach (var move in Enum.GetValues<GearMove>()) all.Add(state, move);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_move_from_every_state_is_as_the_table_says_or_refused_by_name(GearState state, GearMove move)
    {
        var expected = Allowed.TryGetValue((state, move), out var after) ? after : (GearState?)null;
        Assert.Equal(expected, state.After(move));
        Assert.Equal(expected is null, state.Refuses(move) is not null);

        var item = Ledger.In(state);
        var version = item.Version;
        var refused = Ledger.Do(item, move);
        if (state == GearState.Scrapped && move == GearMove.Scrap) Assert.Null(refused); // once more changes nothing
        else Assert.Equal(state.Refuses(move), refused);
        Assert.Equal(expected ?? state, item.State);
        Assert.Equal(expected is null ? version : version + 1, item.Version);
        Assert.Equal(item.State == GearState.Out, item.OutTo is not null);
    }

    [Theory]
    [InlineData(GearState.Out, GearMove.Issue, GearRefusal.AlreadyOut)]
    [InlineData(GearState.Out, GearMove.Pass, GearRefusal.AlreadyOut)]
    [InlineData(GearState.Faulty, GearMove.Issue, GearRefusal.IsFaulty)]
    [InlineData(GearState.InService, GearMove.Return, GearRefusal.NotOut)]
    [InlineData(GearState.Faulty, GearMove.Return, GearRefusal.NotOut)]
    [InlineData(GearState.Scrapped, GearMove.Issue, GearRefusal.IsScrapped)]
    [InlineData(GearState.Scrapped, GearMove.Pass, GearRefusal.IsScrapped)]
    [InlineData(GearState.Scrapped, GearMove.Return, GearRefusal.IsScrapped)]
    public void A_refusal_says_which_rule_it_was(GearState state, GearMove move, GearRefusal refusal) => Assert.Equal(refusal, state.Refuses(move));
}
