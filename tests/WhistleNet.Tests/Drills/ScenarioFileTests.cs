using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>The scenarios inside the program, and what is said to somebody who writes one.</summary>
public sealed class ScenarioFileTests
{
    [Fact]
    public void Every_scenario_that_comes_with_the_program_is_sound_and_found_by_its_name_and_version()
    {
        Assert.True(ScenarioFiles.All.Count >= 12);
        Assert.All(ScenarioFiles.All, s => Assert.Same(s, ScenarioFiles.Find($"{s.Name}@{s.Version}")));
        Assert.All(ScenarioFiles.All, s => Assert.Empty(ScenarioText.Read(ScenarioFiles.TextOf(s.Name)!).Flaws));
        Assert.Null(ScenarioFiles.Find("drunk-and-loud@2"));
    }

    [Fact]
    public void They_are_about_what_happens_on_a_market_street_and_about_the_way_of_the_whistle() =>
        Assert.Equal(
            new Kind?[] { null, null, null, Kind.Attack, Kind.Robbery, Kind.Theft, Kind.Fight, Kind.Disorder, Kind.Disorder, Kind.Disorder, Kind.Suspicious, Kind.Fire, Kind.Medical, Kind.LostChild },
            ScenarioFiles.All.Select(s => s.Kind).Order());

    [Fact]
    public void Whatever_is_wrong_with_a_scenario_is_said_in_both_languages_and_each_in_words_of_its_own()
    {
        var said = Enum.GetValues<Flawed>().Select(why => FlawSay.Of(new Flaw(why, "acts[0]", "one", "two", "three"))).ToList();
        Assert.All(said, Complete);
        Assert.Equal(said.Count, said.Select(t => t.En).Distinct().Count());
        Assert.Equal(said.Count, said.Select(t => t.Zh).Distinct().Count());
    }

    [Fact]
    public void A_misspelt_part_is_refused_with_its_line_what_was_typed_and_what_may_be()
    {
        var flaw = Assert.Single(ScenarioText.Read(ScenarioFiles.TextOf("robbery")!.Replace("\"to\": \"station\", \"after\": \"bike\"", "\"to\": \"sheriff\", \"after\": \"bike\"", StringComparison.Ordinal)).Flaws);
        Assert.StartsWith("Line ", FlawSay.Where(flaw).En, StringComparison.Ordinal);
        Assert.Equal("\"sheriff\" is not known; write one of: raiser, neighbour, station, observer, everyone.", FlawSay.Of(flaw).En);
        Assert.Contains("sheriff", FlawSay.Of(flaw).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_a_scenario_is_said_in_both_languages()
    {
        Assert.All(Enum.GetValues<Part>(), p => Complete(ScenarioSay.Of(p)));
        Assert.All(Enum.GetValues<Happening>(), h => Complete(ScenarioSay.Of(h)));
        Assert.All(Enum.GetValues<Standings>(), s => Complete(ScenarioSay.Of(s)));
        Assert.All(Enum.GetValues<Deviating>(), d => Complete(ScenarioSay.Of(d)));
        var fire = ScenarioFiles.Find("fire-and-evacuation@1")!;
        Assert.All(fire.Injects, i => Complete(ScenarioSay.Since(fire, i.After)));
        Assert.Equal("after message 1", ScenarioSay.Since(fire, "pan").En);
    }

    private static void Complete(Text text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text.Zh));
        Assert.False(string.IsNullOrWhiteSpace(text.En));
    }
}
