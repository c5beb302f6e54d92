namespace WhistleNet.Alerts;

/// <summary>The product on one screen, written a second time: every state with every move.</summary>
public sealed class AlertLifeTests
{
    private static readonly Dictionary<(AlertState?, AlertMove), AlertState> Allowed = new()
    {
        [(null, AlertMove.Raise)] = AlertState.Raised,
        [(AlertState.Raised, AlertMove.Take)] = AlertState.Taken,
        [(AlertState.Taken, AlertMove.HandBack)] = AlertState.Raised,
        [(AlertState.Raised, AlertMove.Mark)] = AlertState.Raised,
        [(AlertState.Taken, AlertMove.Mark)] = AlertState.Taken,
        [(AlertState.Raised, AlertMove.Widen)] = AlertState.Raised,
        [(AlertState.Taken, AlertMove.Widen)] = AlertState.Taken,
        [(AlertState.Raised, AlertMove.Escalate)] = AlertState.Raised,
        [(AlertState.Taken, AlertMove.Escalate)] = AlertState.Taken,
        [(AlertState.Raised, AlertMove.Close)] = AlertState.Closed,
        [(AlertState.Taken, AlertMove.Close)] = AlertState.Closed,
        [(AlertState.Raised, AlertMove.Merge)] = AlertState.Closed,
        [(AlertState.Taken, AlertMove.Merge)] = AlertState.Closed,
        [(AlertState.Closed, AlertMove.Reopen)] = AlertState.Raised,
    };

    public static TheoryData<AlertState?, AlertMove> Everything
    {
        get
        {
            var all = new TheoryData<AlertState?, AlertMove>();
            foreach (var state in new AlertState?[] { null, AlertState.Raised, AlertState.Taken, AlertState.Closed })
                foreach (var move in Enum.GetValues<AlertMove>()) all.Add(state, move);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_move_from_every_state_is_as_the_table_says_or_refused_by_name(AlertState? state, AlertMove move)
    {
        var expected = Allowed.TryGetValue((state, move), out var after) ? after : (AlertState?)null;
        Assert.Equal(expected, state.After(move));
        Assert.Equal(expected is null, state.Refuses(move) is not null);
    }

    [Theory]
    [InlineData(AlertState.Taken, AlertMove.Take, Refusal.AlreadyTaken)]
    [InlineData(AlertState.Raised, AlertMove.HandBack, Refusal.NotTaken)]
    [InlineData(AlertState.Raised, AlertMove.Reopen, Refusal.NotClosed)]
    [InlineData(AlertState.Taken, AlertMove.Reopen, Refusal.NotClosed)]
    [InlineData(AlertState.Closed, AlertMove.Take, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.HandBack, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.Mark, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.Widen, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.Escalate, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.Close, Refusal.AlreadyClosed)]
    [InlineData(AlertState.Closed, AlertMove.Merge, Refusal.AlreadyClosed)]
    public void A_refusal_says_which_rule_it_was(AlertState state, AlertMove move, Refusal refusal) =>
        Assert.Equal(refusal, ((AlertState?)state).Refuses(move));

    [Fact]
    public void No_real_alert_ends_as_a_drill_or_a_test_and_no_drill_or_test_as_anything_else()
    {
        Assert.Equal([Outcome.Drill], Mode.Drill.Outcomes());
        Assert.Equal([Outcome.Test], Mode.Test.Outcomes());
        Assert.Equal(Enum.GetValues<Outcome>().Except([Outcome.Drill, Outcome.Test]), Mode.Real.Outcomes());
    }
}
