using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhistleNet.Drills;

/// <summary>Every reason why a scenario is refused, with its place. The sound one is one of our own; each test spoils it in one thing.</summary>
public sealed class ScenarioCheckTests
{
    private static readonly string Sound = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scenarios", "drunk-and-loud.json"));

    [Theory]
    [InlineData("acts.0.injects.0.to", "\"bystander\"", Flawed.UnknownWord, "acts[0].injects[0].to")]
    [InlineData("acts.0.injects.2.unless", "\"whistled\"", Flawed.UnknownWord, "acts[0].injects[2].unless")]
    [InlineData("acts.0.expected.0.what", "\"whistled\"", Flawed.UnknownWord, "acts[0].expected[0].what")]
    [InlineData("forms", "[\"live\", \"indoors\"]", Flawed.UnknownWord, "forms[1]")]
    [InlineData("kind", "\"war\"", Flawed.UnknownWord, "kind")]
    [InlineData("acts.1.injects.1.after", "\"somebody-laughs\"", Flawed.UnknownReference, "acts[1].injects[1].after")]
    [InlineData("acts.1.expected.2.of", "\"observed\"", Flawed.UnknownReference, "acts[1].expected[2].of")]
    [InlineData("acts.0.injects.0.after", "\"bangs-table\"", Flawed.Loop, "acts[0].injects[0].after")]
    [InlineData("acts.0.expected.0.of", "\"pressed\"", Flawed.Loop, "acts[0].expected[0].of")]
    [InlineData("acts.1.injects.1.unless", "\"answered\"", Flawed.NeverComes, "acts[1].injects[1].unless")]
    [InlineData("acts.0.injects.2.seconds", "901", Flawed.OutOfRange, "acts[0].injects[2].seconds")]
    [InlineData("acts.0.injects.2.seconds", "-1", Flawed.OutOfRange, "acts[0].injects[2].seconds")]
    [InlineData("acts.0.expected.0.within", "0", Flawed.OutOfRange, "acts[0].expected[0].within")]
    [InlineData("acts.1.expected.0.shops", "13", Flawed.OutOfRange, "acts[1].expected[0].shops")]
    [InlineData("minutes", "241", Flawed.OutOfRange, "minutes")]
    [InlineData("needs.1.count", "0", Flawed.OutOfRange, "needs[1].count")]
    [InlineData("version", "0", Flawed.OutOfRange, "version")]
    [InlineData("title.en", "\"  \"", Flawed.LanguageMissing, "title")]
    [InlineData("acts.2.injects.0.text", "{ \"zh\": \"他坐下了\" }", Flawed.LanguageMissing, "acts[2].injects[0].text")]
    [InlineData("cards.0.lines.0.zh", "\"\"", Flawed.LanguageMissing, "cards[0].lines[0]")]
    [InlineData("acts", "[]", Flawed.TooFew, "acts")]
    [InlineData("acts.2", "{ \"title\": { \"zh\": \"空\", \"en\": \"empty\" } }", Flawed.TooFew, "acts[2]")]
    [InlineData("safety", "[]", Flawed.TooFew, "safety")]
    [InlineData("cards.0.lines", "[]", Flawed.TooFew, "cards[0].lines")]
    [InlineData("forms", "[]", Flawed.TooFew, "forms")]
    [InlineData("acts.2.expected.1.who", "\"raiser\"", Flawed.CannotDo, "acts[2].expected[1].what")]
    [InlineData("acts.0.expected.0.who", "\"observer\"", Flawed.CannotDo, "acts[0].expected[0].what")]
    [InlineData("never.0.what", "\"taken\"", Flawed.CannotDo, "never[0].what")]
    [InlineData("name", "\"Drunk & loud\"", Flawed.NameShape, "name")]
    [InlineData("acts.0.injects.1.id", "\"bangs-table\"", Flawed.IdTwice, "acts[0].injects[1].id")]
    [InlineData("never.0.id", "\"press\"", Flawed.IdTwice, "never[0].id")]
    [InlineData("acts.0.injects.1.id", "\"start\"", Flawed.IdReserved, "acts[0].injects[1].id")]
    [InlineData("acts.0.injects.1.id", "\"taken\"", Flawed.IdReserved, "acts[0].injects[1].id")]
    [InlineData("acts.0.injects.1.id", "\"\"", Flawed.NameShape, "acts[0].injects[1].id")]
    [InlineData("acts.0.injects.1.unles", "\"pressed\"", Flawed.UnknownField, "acts[0].injects[1].unles")]
    [InlineData("acts.0.injects.1.text.fr", "\"il crie\"", Flawed.UnknownField, "acts[0].injects[1].text.fr")]
    [InlineData("title", "\"Drunk\"", Flawed.NoGroup, "title")]
    [InlineData("needs", "{}", Flawed.NoList, "needs")]
    [InlineData("minutes", "\"15\"", Flawed.NoNumber, "minutes")]
    [InlineData("minutes", "1.5", Flawed.NoNumber, "minutes")]
    [InlineData("name", "7", Flawed.NoText, "name")]
    [InlineData("acts.2.expected.2.notBefore", "1", Flawed.NoFlag, "acts[2].expected[2].notBefore")]
    public void A_scenario_with_one_thing_wrong_is_refused_for_it_where_it_stands(string where, string instead, Flawed why, string at)
    {
        var flaws = ScenarioText.Read(Spoilt(where, instead)).Flaws;
        Assert.Contains(flaws, f => f.Why == why && f.Where == at);
        Assert.All(flaws, f => Assert.True(f.Line > 0));
    }

    [Theory, InlineData("name"), InlineData("minutes"), InlineData("title"), InlineData("acts"), InlineData("acts.0.injects.0.text"), InlineData("acts.0.expected.0.within"), InlineData("cards.0.for")]
    public void What_is_missing_is_named(string where)
    {
        var flaw = Assert.Single(ScenarioText.Read(Spoilt(where, null)).Flaws);
        Assert.Equal(Flawed.Missing, flaw.Why);
        Assert.EndsWith(flaw.What[0], where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_is_told_with_its_way()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        var injects = json["acts"]![0]!["injects"]!;
        (injects[0]!["after"], injects[1]!["after"], injects[2]!["after"]) = ("still-silent", "bangs-table", "player-enters");
        var loops = ScenarioText.Read(json.ToJsonString()).Flaws.Where(f => f.Why == Flawed.Loop).ToList();
        Assert.Contains("bangs-table → still-silent → player-enters → bangs-table", loops.SelectMany(l => l.What));
    }

    [Fact]
    public void Injects_that_follow_each_other_beyond_the_end_are_refused()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        var injects = json["acts"]![0]!["injects"]!;
        (injects[1]!["after"], injects[1]!["seconds"], injects[2]!["after"], injects[2]!["seconds"]) = ("bangs-table", 600, "player-enters", 301);
        var flaw = Assert.Single(ScenarioText.Read(json.ToJsonString()).Flaws);
        Assert.Equal((Flawed.AfterTheEnd, "acts[0].injects[2].seconds", "901", "900"), (flaw.Why, flaw.Where, flaw.What[0], flaw.What[1]));
    }

    [Fact]
    public void A_part_that_nobody_plays_has_nothing_to_do()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        json["needs"]!.AsArray().RemoveAt(2); // the station
        var flaws = ScenarioText.Read(json.ToJsonString()).Flaws;
        Assert.NotEmpty(flaws);
        Assert.All(flaws, f => Assert.Equal((Flawed.NobodyForIt, "station"), (f.Why, f.What[0])));
    }

    [Fact]
    public void Who_plays_has_a_card()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        json["cards"]!.AsArray().RemoveAt(0); // the raiser's
        Assert.Equal((Flawed.NoCard, "needs[0].who"), ScenarioText.Read(json.ToJsonString()).Flaws.Select(f => (f.Why, f.Where)).Single());
    }

    [Fact]
    public void A_form_in_which_it_can_never_be_held_is_refused_while_it_is_written_and_one_that_was_kept_stays_readable()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        json["forms"] = JsonNode.Parse("""["live", "comms"]""");
        Assert.Equal((Flawed.NeverHeld, "forms[1]", "comms"), ScenarioText.Read(json.ToJsonString()).Flaws.Select(f => (f.Why, f.Where, f.What[0])).Single());

        json["forms"] = JsonNode.Parse("""["live", "tableTop"]""");
        foreach (var act in json["acts"]!.AsArray())
        {
            act!["injects"] = new JsonArray();
            foreach (var expected in act["expected"]!.AsArray()) expected!["of"] = "start"; // what it counted from is told no more
        }
        Assert.Equal((Flawed.NeverHeld, "forms[1]", "tableTop"), ScenarioText.Read(json.ToJsonString()).Flaws.Select(f => (f.Why, f.Where, f.What[0])).Single());
        Assert.Empty(ScenarioText.Read(json.ToJsonString(), kept: true).Flaws);
        json["forms"] = JsonNode.Parse("""["live"]""");
        Assert.Empty(ScenarioText.Read(json.ToJsonString()).Flaws);
    }

    [Fact]
    public void More_than_anybody_can_play_is_refused()
    {
        var json = JsonNode.Parse(Sound, documentOptions: Comments)!;
        for (var i = 0; i < 20; i++) json["never"]!.AsArray().Add(JsonNode.Parse($$"""{ "id": "never-{{i}}", "who": "everyone", "what": "observed", "text": { "zh": "不", "en": "no" } }"""));
        json["storyline"]!["zh"] = new string('很', ScenarioCheck.LongestStory + 1);
        Assert.Equal([(Flawed.TooLong, "storyline"), (Flawed.TooMany, "never")], ScenarioText.Read(json.ToJsonString()).Flaws.Select(f => (f.Why, f.Where)).OrderBy(f => f.Where == "never"));
        Assert.Equal(Flawed.TooLong, Assert.Single(ScenarioText.Read(new string(' ', ScenarioText.Longest + 1)).Flaws).Why);
    }

    [Fact]
    public void A_flaw_is_on_the_line_on_which_it_was_typed()
    {
        var lines = Sound.Split('\n').ToList();
        var at = lines.FindIndex(l => l.Contains("\"id\": \"still-silent\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("\"raiser\"", "\"raisin\"", StringComparison.Ordinal);
        var flaw = Assert.Single(ScenarioText.Read(string.Join('\n', lines)).Flaws);
        Assert.Equal((Flawed.UnknownWord, at + 1, "raisin"), (flaw.Why, flaw.Line, flaw.What[0]));
        Assert.Contains("neighbour", flaw.What);
    }

    [Theory]
    [InlineData(""), InlineData("{"), InlineData("null"), InlineData("[]"), InlineData("7"), InlineData("{ \"name\": \"a\", \"name\": \"b\" }"), InlineData("{ \"name\": \"\\ud800\" }"), InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}}}}}}}}")]
    public void What_is_no_scenario_at_all_is_refused_and_nothing_breaks(string text)
    {
        var read = ScenarioText.Read(text);
        Assert.Null(read.Scenario);
        Assert.NotEmpty(read.Flaws);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_an_organizers_right() =>
        Assert.Empty(ScenarioText.Read(Sound.Replace("\"version\": 1,", "\"version\": 1, // mine\n", StringComparison.Ordinal).Replace("\"minutes\": 15,", "/* long enough */ \"minutes\": 15,", StringComparison.Ordinal)).Flaws);

    private static readonly JsonDocumentOptions Comments = new() { CommentHandling = JsonCommentHandling.Skip };

    // The sound one with one thing taken out, or something else in its place.
    private static string Spoilt(string where, string? instead)
    {
        var root = JsonNode.Parse(Sound, documentOptions: Comments)!;
        var steps = where.Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (parent is JsonArray items) items[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(instead!);
        else if (instead is null) parent.AsObject().Remove(steps[^1]);
        else parent[steps[^1]] = JsonNode.Parse(instead);
        return root.ToJsonString();
    }
}
