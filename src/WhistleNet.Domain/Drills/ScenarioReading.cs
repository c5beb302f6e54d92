using System.Text.Json;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>Reads a scenario field by field, so that each bad one is named with its place. What was bad is left empty; nobody plays it.</summary>
internal sealed class ScenarioReading(List<Flaw> flaws)
{
    public Scenario Whole(JsonElement json)
    {
        var root = new Group(json, "", flaws);
        var scenario = new Scenario
        {
            Name = root.Text("name"), Version = root.Number("version"), Title = Both(root, "title"), Summary = Both(root, "summary"),
            Kind = root.Word<Kind>("kind", needed: false), Forms = root.Words<DrillForm>("forms"), Minutes = root.Number("minutes"),
            Needs = root.Each("needs", g => new Need(Who(g, "who"), g.Number("count"), Both(g, "text"))),
            Storyline = Both(root, "storyline"),
            Acts = root.Each("acts", OneAct),
            Never = root.Each("never", g => new Unwanted(g.Text("id"), Who(g, "who"), What(g), Both(g, "text")), needed: false),
            Cards = root.Each("cards", g => new Card(Who(g, "for"), g.Each("lines", Both))),
            Safety = root.Each("safety", Both),
        };
        root.Done();
        return scenario;
    }

    private static ScenarioAct OneAct(Group act) => new(Both(act, "title"), act.Each("injects", OneInject, needed: false), act.Each("expected", OneExpectation, needed: false));

    private static Inject OneInject(Group inject) =>
        new(inject.Text("id"), Who(inject, "to"), inject.Text("after"), inject.Number("seconds", 0), inject.Word<Happening>("unless", needed: false), Both(inject, "text"));

    private static Expectation OneExpectation(Group expected) =>
        new(expected.Text("id"), Who(expected, "who"), What(expected), expected.Number("within"), expected.Text("of"), expected.Number("shops", 1), expected.Flag("notBefore"), Both(expected, "text"));

    private static Part Who(Group group, string name) => group.Word<Part>(name) ?? Part.Everyone;

    private static Happening What(Group group) => group.Word<Happening>("what") ?? Happening.Observed;

    private static Wording Both(Group group, string name) => group.Inner(name) is { } inner ? Both(inner) : new("", "");

    private static Wording Both(Group both)
    {
        var wording = new Wording(both.Text("zh", needed: false), both.Text("en", needed: false)); // which one is missing, ScenarioCheck says
        both.Done();
        return wording;
    }
}
