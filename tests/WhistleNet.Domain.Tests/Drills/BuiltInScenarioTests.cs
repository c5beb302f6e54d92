namespace WhistleNet.Drills;

/// <summary>The scenarios that come with the program, each played twice from start to end: by people who do it well and by people who do not.</summary>
public sealed class BuiltInScenarioTests
{
    public static TheoryData<string> Names => [.. Rehearsal.Files.Keys];

    [Fact]
    public void There_are_fourteen_and_each_has_both_of_its_scripts()
    {
        Assert.Equal(14, Rehearsal.Files.Count);
        Assert.Equal(Rehearsal.Files.Keys.Order(StringComparer.Ordinal), Scripts.Good.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Rehearsal.Files.Keys.Order(StringComparer.Ordinal), Scripts.Bad.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Each_is_sound_and_named_as_its_file(string name)
    {
        var read = ScenarioText.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scenarios", name + ".json")));
        Assert.Empty(read.Flaws);
        Assert.Equal(name, read.Scenario!.Name);
    }

    [Theory, MemberData(nameof(Names))]
    public void Each_keeps_the_shop_the_neighbours_and_the_station_busy(string name)
    {
        var scenario = Rehearsal.Files[name];
        foreach (var part in new[] { Part.Raiser, Part.Neighbour, Part.Station })
        {
            Assert.Contains(scenario.Injects, i => i.To == part || i.To == Part.Everyone);
            Assert.Contains(scenario.Expected, e => e.Who == part);
            Assert.Contains(scenario.Cards, c => c.For == part);
        }
        Assert.NotEmpty(scenario.Never);
        Assert.True(scenario.Safety.Count >= 3);
    }

    [Theory, MemberData(nameof(Names))]
    public void Done_well_it_is_told_as_scripted_and_nothing_deviates(string name)
    {
        var script = Scripts.Good[name];
        var (told, end) = new Rehearsal(Rehearsal.Files[name], script.Moves).Run();
        Assert.Equal(script.Told, string.Join(' ', told.Select(p => $"{p.Id}@{(p.At - Rehearsal.At(0)).TotalSeconds}")));
        Assert.Equal("", Rehearsal.Said(end));
        Assert.All(end.Expected, e => Assert.Equal(Standings.Met, e.State));
    }

    [Theory, MemberData(nameof(Names))]
    public void Done_badly_it_deviates_as_scripted_and_in_nothing_else(string name)
    {
        var script = Scripts.Bad[name];
        var (_, end) = new Rehearsal(Rehearsal.Files[name], script.Moves).Run();
        Assert.Equal(script.Deviations.Split(", "), Rehearsal.Said(end).Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Written_and_read_again_it_is_the_same(string name)
    {
        var text = ScenarioText.Write(Rehearsal.Files[name]);
        Assert.Equal(text, ScenarioText.Write(ScenarioText.Read(text).Scenario!));
        Assert.Contains(Rehearsal.Files[name].Title.Zh, text, StringComparison.Ordinal);
    }
}
