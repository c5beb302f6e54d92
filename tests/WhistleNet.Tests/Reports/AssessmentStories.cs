using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>People grade what happened; the facts stand beside it and are not theirs to change.</summary>
public sealed class AssessmentStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);
    private static readonly Actor Officer = new("officer", "李警官", Role.Officer, Street.StationId);

    [Fact]
    public async Task The_page_shows_the_facts_and_takes_grades_with_evidence_under_the_headings_that_are_asked_for()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Render<OneReport>(o => o.Add(r => r.Id, id).AddCascadingValue(Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")))));
        await Eventually.True(() => page.FindAll("[data-testid=report]").Count == 1, "the report is shown");
        Assert.Equal(["inTime", "notReached", "inTime"], new[] { "selfHelp", "mutualHelp", "onScene" }.Select(s => page.Find($"[data-testid=stage-{s}]").GetAttribute("data-reached")));
        Assert.Contains("0-2 小店", page.Find("[data-testid=never-arrived]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Find("[data-testid=facts]").QuerySelectorAll("input, button, textarea, select")); // facts cannot be edited

        page.Find("[data-testid=grade-selfHelp]").Change("someChallenges");
        page.Find("[data-testid=save-assessment]").Closest("form")!.Submit();
        await Eventually.True(() => page.Find("[data-testid=assessment]").TextContent.Contains(ReportSay.EvidenceMissing.Zh, StringComparison.Ordinal), "a grade needs its evidence");
        page.Find("[data-testid=evidence-selfHelp]").Change("时间线 20 秒");
        page.Find("[data-testid=weather]").Change("小雨，路滑");
        page.Find("[data-testid=strengths]").Change("邻居来得快");
        page.Find("[data-testid=problem-0]").Change("二号店没来");
        page.Find("[data-testid=cause-0]").Change("独自看店");
        page.Find("[data-testid=save-assessment]").Closest("form")!.Submit();
        await Eventually.True(() => page.Find("[data-objective=selfHelp]").GetAttribute("data-grade") == "S", "the grade is there");
        var read = (await world.The<ReportBoard>().One(Organizer, id))!;
        Assert.Equal(("邻居来得快", "独自看店", "组织者"), (read.Report.Assessment.Strengths, read.Report.Assessment.Problems.Single().Cause, read.Report.AssessedBy));

        Assert.Contains("小雨，路滑", page.Find("[data-testid=weather-said]").TextContent, StringComparison.Ordinal); // in the head, where the facts are
        Assert.Equal("小雨，路滑", (await world.Console().Get($"reports/{id}")).Must(200)["weather"]);
        Assert.Contains("小雨，路滑", (await world.Console().Get($"reports/{id}.csv")).Must(200).Text, StringComparison.Ordinal);

        foreach (var layout in Enum.GetValues<Layout>())
        {
            var sheet = console.Render<FactsSheet>(f => f.Add(x => x.Read, read).Add(x => x.Mode, Mode.Real).Add(x => x.Layout, layout));
            Assert.Contains(ReportLayout.Heading(layout, Section.Stages).Zh, sheet.FindAll("h2").Select(h => h.TextContent));
        }
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_nothing_is_lost()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (desk, id) = (world.The<ReportDesk>(), (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"]);
        var keep = world.Time.GetUtcNow().AddDays(30);
        Assert.Null(await desk.Assess(Organizer, id, Assessment.Empty with { Strengths = "一" }, keep, 0));
        Assert.Equal(ReportSay.SomebodyElse, await desk.Assess(Organizer, id, Assessment.Empty with { Strengths = "二" }, keep, 0));
        Assert.Equal(Shell.ProblemSay.Forbidden, await desk.Assess(Officer, id, Assessment.Empty, keep, 1));
        Assert.Equal(ReportSay.KeepRange, await desk.Assess(Organizer, id, Assessment.Empty, keep.AddYears(11), 1));
        Assert.Equal("一", (await world.The<ReportBoard>().One(Organizer, id))!.Report.Assessment.Strengths);
    }
}
