namespace WhistleNet.Drills;

/// <summary>When injects are told, and how expectations stand, over a scenario of a few lines.</summary>
public sealed class PlayTests
{
    [Fact]
    public void An_inject_is_told_at_its_time_and_not_a_second_before()
    {
        var play = Telling(new Inject("late", Part.Raiser, Play.Start, 30, null, Text));
        Assert.Empty(play("").Ask([], 29).Due);
        Assert.Equal("late", Assert.Single(play("").Ask([], 30).Due).Id);
    }

    [Fact]
    public void What_was_told_is_not_told_again_after_a_restart() =>
        Assert.Empty(Telling(new Inject("once", Part.Raiser, Play.Start, 0, null, Text))("").Ask([new Played("once", Rehearsal.At(2))], 500).Due);

    [Fact]
    public void An_inject_waits_for_what_it_follows_and_counts_from_the_first_of_it()
    {
        var play = Telling(new Inject("door", Part.Neighbour, "arrived", 20, null, Text));
        Assert.Empty(play("").Ask([], 500).Due);
        Assert.Empty(play("100 A arrived; 115 B arrived").Ask([], 119).Due);
        Assert.Single(play("100 A arrived; 115 B arrived").Ask([], 120).Due);
    }

    [Fact]
    public void Any_first_word_of_a_neighbour_is_an_answer() =>
        Assert.All(new[] { "coming", "cannotCome", "arrived" }, word => Assert.Single(Telling(new Inject("heard", Part.Neighbour, "answered", 0, null, Text))($"10 A {word}").Ask([], 10).Due));

    [Theory, InlineData("", true), InlineData("61 A coming", true), InlineData("60 A coming", false), InlineData("30 A cannotCome", false)]
    public void Nobody_answered_within_a_minute_is_told_then_and_only_then(string seen, bool told)
    {
        var ask = Telling(new Inject("nobody", Part.Neighbour, "pressed", 60, Happening.Answered, Text))("0 R pressed; " + (seen.Length > 0 ? seen : "0 R kindTold")).Ask([], 200);
        Assert.Equal(told, ask.Due.Count == 1);
    }

    [Fact]
    public void One_inject_follows_another_from_when_that_one_was_told()
    {
        var play = Telling(new Inject("first", Part.Raiser, Play.Start, 10, null, Text), new Inject("second", Part.Raiser, "first", 20, null, Text));
        Assert.Equal(["first", "second"], play("").Ask([], 30).Due.Select(i => i.Id)); // asked late: both, in their order
        Assert.Empty(play("").Ask([new Played("first", Rehearsal.At(25))], 44).Due);
        Assert.Equal("second", Assert.Single(play("").Ask([new Played("first", Rehearsal.At(25))], 45).Due).Id);
    }

    [Fact]
    public void An_inject_that_waits_for_itself_is_never_told_and_nothing_hangs() =>
        Assert.Empty(Telling(new Inject("a", Part.Raiser, "b", 0, null, Text), new Inject("b", Part.Raiser, "a", 0, null, Text))("").Ask([], 900).Due);

    [Theory]
    [InlineData("", 29, Standings.Waiting), InlineData("0 R pressed", 60, Standings.Open), InlineData("0 R pressed; 60 S taken", 60, Standings.Met), InlineData("0 R pressed", 61, Standings.Missed)]
    [InlineData("0 R pressed; 61 S taken", 70, Standings.Late), InlineData("0 R pressed; 30 R taken", 70, Standings.Missed)]
    public void An_expectation_waits_runs_is_met_late_or_missed(string seen, int now, Standings state) =>
        Assert.Equal(state, Expecting(new Expectation("take", Part.Station, Happening.Taken, 60, "pressed", 1, false, Text))(seen).Ask([], now).Expected[0].State);

    [Theory]
    [InlineData("0 R pressed; 10 A arrived; 20 A arrived; 30 B arrived", Standings.Missed), InlineData("0 R pressed; 10 A arrived; 20 B arrived; 60 C arrived", Standings.Met)]
    [InlineData("0 R pressed; 10 A arrived; 20 B arrived; 61 C arrived", Standings.Late)]
    public void Where_three_shops_must_the_third_shop_counts(string seen, Standings state) =>
        Assert.Equal(state, Expecting(new Expectation("three", Part.Neighbour, Happening.Arrived, 60, "pressed", 3, false, Text))(seen).Ask([], 100).Expected[0].State);

    [Fact]
    public void Who_leaves_before_the_officers_are_there_left_too_early_and_has_not_met_it()
    {
        var play = Expecting(new Expectation("leave", Part.Neighbour, Happening.Withdrawn, 60, "onScene", 1, true, Text));
        Assert.Equal(Deviating.Early, Assert.Single(play("10 A withdrawn").Ask([], 10).Deviations).What);
        Assert.Equal("early leave\nmissed leave", Rehearsal.Said(play("10 A withdrawn; 20 S onScene").Ask([], 81)));
        Assert.Equal("", Rehearsal.Said(play("20 S onScene; 80 A withdrawn").Ask([], 81)));
    }

    [Fact]
    public void Elsewhere_early_is_good() =>
        Assert.Equal("", Rehearsal.Said(Expecting(new Expectation("lock", Part.Raiser, Happening.SelfHelp, 60, "onScene", 1, false, Text))("10 R selfHelp; 20 S onScene").Ask([], 200)));

    [Fact]
    public void How_late_it_was_is_told() =>
        Assert.Equal(TimeSpan.FromSeconds(12), Assert.Single(Expecting(new Expectation("take", Part.Station, Happening.Taken, 30, "pressed", 1, false, Text))("0 R pressed; 42 S taken").Ask([], 50).Deviations).By);

    [Fact]
    public void Nobody_is_late_with_what_they_were_told_late()
    {
        var told = new Inject("told", Part.Raiser, Play.Start, 10, null, Text);
        var play = new Rehearsal(Scenario([told], [new Expectation("act", Part.Raiser, Happening.SelfHelp, 30, "told", 1, false, Text)], []), "100 R selfHelp");
        Assert.Equal(Standings.Met, play.Ask([new Played("told", Rehearsal.At(90))], 200).Expected[0].State); // the server was away until then
    }

    [Fact]
    public void What_nobody_is_to_do_is_a_deviation_as_it_happens_once_for_each_shop()
    {
        var play = new Rehearsal(Scenario([], [], [new Unwanted("shut", Part.Neighbour, Happening.Withdrawn, Text)]), "10 A withdrawn; 20 A withdrawn; 30 B withdrawn");
        Assert.Equal("", Rehearsal.Said(play.Ask([], 9)));
        Assert.Equal("unwanted shut\nunwanted shut", Rehearsal.Said(play.Ask([], 30)));
    }

    [Fact]
    public void An_observers_tick_tells_of_one_thing_alone()
    {
        var play = Expecting(new Expectation("form-up", Part.Neighbour, Happening.Observed, 60, Play.Start, 1, false, Text), new Expectation("notes", Part.Neighbour, Happening.Observed, 60, Play.Start, 1, false, Text));
        Assert.Equal([Standings.Met, Standings.Missed], play("20 tick form-up").Ask([], 61).Expected.Select(e => e.State));
    }

    internal static readonly Wording Text = new("文字", "text");

    private static Func<string, Rehearsal> Telling(params Inject[] injects) => seen => new Rehearsal(Scenario(injects, [], []), seen);

    private static Func<string, Rehearsal> Expecting(params Expectation[] expected) => seen => new Rehearsal(Scenario([], expected, []), seen);

    internal static Scenario Scenario(IReadOnlyList<Inject> injects, IReadOnlyList<Expectation> expected, IReadOnlyList<Unwanted> never) => new()
    {
        Name = "small", Version = 1, Title = Text, Summary = Text, Forms = [DrillForm.Live], Minutes = 15, Storyline = Text, Safety = [Text],
        Needs = [new(Part.Raiser, 1, Text), new(Part.Neighbour, 2, Text), new(Part.Station, 1, Text)],
        Cards = [new(Part.Everyone, [Text])], Acts = [new ScenarioAct(Text, injects, expected)], Never = never,
    };
}
