using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Data;
using WhistleNet.Demo;
using WhistleNet.Drills;

namespace WhistleNet.Pages;

/// <summary>The pages of plans, drills and scenarios in each of their states, looked at with a town's past in them.</summary>
public sealed class DrillLooksTests(DrillLooksTests.Demo demo) : IClassFixture<DrillLooksTests.Demo>
{
    /// <summary>One demo for both languages.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        public DemoHouse House { get; private set; } = null!;

        public async ValueTask InitializeAsync() => House = await DemoHouse.Open();

        public ValueTask DisposeAsync() => House?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_page_of_the_round_of_drills_fits_and_can_be_used_by_everybody(string language)
    {
        var wrong = new List<string>();
        await using var organizer = await Visitor.Desk(demo.House.Browser.BaseAddress!, language);
        await Look("drills/plans", "plan", "plan-new");
        await Look("drills/scenarios", "scenario-row");
        await Look("drills/scenarios/drunk-and-loud", "copy-name");
        await organizer.Hook("copy-name").FillAsync("ours-" + language.ToLowerInvariant());
        await organizer.Hook("copy-scenario").ClickAsync();
        await organizer.Hook("edit-scenario").ClickAsync();
        await organizer.Hook("preview-scenario").ClickAsync();
        await organizer.Hook("scenario-preview").Expect().ToBeVisibleAsync();
        await Fits("a scenario's editor");
        await Look("drills", "drill-row", "plan-drill");
        var desk = demo.House.Services.GetRequiredService<DrillDesk>();
        var plan = new DrillPlanned(Ids.New(), DemoTown.StationId, "夜间演练", [DemoTown.FirstCircle], "knife-attack@1", DrillForm.Live, Blind: false, demo.House.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(1), Armed: false, 20, null);
        Assert.True((await desk.Plan(DemoTown.AsOrganizer, plan)).Done);
        await Look($"drills/{plan.DrillId}", "drill-record", "drill-cancel");
        Assert.True((await desk.Start(DemoTown.AsOrganizer, plan.DrillId)).Done);
        await Look($"drills/{plan.DrillId}", "drill-record", "drill-stop");
        Assert.True((await desk.Stop(DemoTown.AsOrganizer, plan.DrillId, "到时间了")).Done);
        await Look($"drills/{plan.DrillId}", "drill-record");
        var (table, off) = (plan with { DrillId = Ids.New(), Form = DrillForm.TableTop }, plan with { DrillId = Ids.New(), PhoneRungs = [3] });
        foreach (var other in new[] { table, off }) Assert.True((await desk.Plan(DemoTown.AsOrganizer, other)).Done);
        Assert.True((await desk.Start(DemoTown.AsOrganizer, table.DrillId)).Done);
        Assert.True((await desk.Stop(DemoTown.AsOrganizer, table.DrillId, "讨论完了")).Done);
        Assert.True((await desk.Cancel(DemoTown.AsOrganizer, off.DrillId, "下雨")).Done);
        await Look($"drills/{table.DrillId}/report", "table-standing", "new-improvement");
        await Look($"drills/{off.DrillId}", "drill-phones");
        foreach (var seen in (await demo.House.Services.GetRequiredService<DrillBoard>().List(DemoTown.AsOrganizer)).Where(d => d.ReportId is not null).Take(1))
        {
            await Look($"drills/{seen.Drill.Id}", "drill-record");
            await Look($"drills/{seen.Drill.Id}/report", "whole-report");
            await Look($"reports/{seen.ReportId}", "report");
        }
        await Look("reports?mode=drill", "whole-drill");
        await Look("reports/improvements", "improvement");
        await Look("statistics?mode=drill", "cut-row");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task Look(string page, string has, string? opens = null)
        {
            await organizer.Open("/pane/organizer/" + page);
            await organizer.Hook("connection").Expect().ToHaveAttributeAsync("data-link", "up");
            await organizer.Hook(has).First.Expect().ToBeVisibleAsync();
            if (opens is not null) await organizer.Hook(opens).First.ClickAsync();
            await Fits(page);
        }

        async Task Fits(string state)
        {
            if (await Record.ExceptionAsync(() => organizer.LooksRightOnADesk(state, language)) is { } broken) wrong.Add(broken.Message); // all of them are told at once
        }
    }
}
