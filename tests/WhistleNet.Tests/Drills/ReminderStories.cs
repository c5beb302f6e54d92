using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>A reminder is where its people look first, and a shop knows when its circle drills next.</summary>
public sealed class ReminderStories
{
    private static readonly Actor Organizer = new("g", "宋丽", Role.Organizer, Street.StationId), Officer = new("o", "小李", Role.Officer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_due_stands_on_the_drills_page_until_one_is_planned_with_who_has_seen_it_first()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var desk = world.The<PlanDesk>();
        Assert.Null(await desk.Make(Organizer, new PlanRequest("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null)));
        Assert.Empty(await world.The<PlanBoard>().Due(Organizer)); // three months from now
        var plan = (await world.The<PlanBoard>().Plans(Organizer)).Single().Plan;
        await world.Restart(after: plan.DueAt!.Value - TimeSpan.FromDays(6) - world.Time.GetUtcNow());
        await Eventually.True(async () => (await world.The<PlanBoard>().Due(Organizer)) is [{ Reminded.What: Reminding.Days7 }], "reminded by the walk at start");

        await using (var officer = new OfficerConsole(world, Officer))
        {
            var sees = officer.Open(Drills);
            await officer.Shows(() => sees.FindAll("[data-testid=due-drill]").Count == 1, "an officer sees it");
            Assert.Empty(sees.FindAll("[data-testid=reminder-seen], [data-testid=due-plan]"));
        }
        Assert.Equal(ProblemSay.Forbidden, await world.The<PlanDesk>().See(Officer, plan.Id));
        Assert.Equal(ProblemSay.NotFound, await world.The<PlanDesk>().See(Organizer with { StationId = "elsewhere" }, plan.Id));

        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Open(Drills);
        await console.Shows(() => page.FindAll("[data-testid=reminder-seen]").Count == 1, "it waits for somebody to see it");
        await page.Find("[data-testid=reminder-seen]").ClickAsync(new());
        await console.Shows(() => page.FindAll("[data-testid=reminder-seen-by]").Count == 1, "it is seen");
        Assert.Contains("宋丽", page.Find("[data-testid=reminder-seen-by]").TextContent, StringComparison.Ordinal);
        Assert.Null(await world.The<PlanDesk>().See(world.Street.Commander(), plan.Id)); // the first counts
        await using var db = await world.Db();
        Assert.Equal("宋丽", (await db.Reminders.SingleAsync(Cancel)).SeenBy);
        Assert.Equal(1, await db.Access.CountAsync(a => a.What == Deed.ReminderSeen, Cancel));

        await world.Planned(world.Console(), planId: plan.Id);
        await console.Shows(() => page.FindAll("[data-testid=due-drill]").Count == 0, "one is planned: nothing is due");
    }

    [Fact]
    public async Task Ninety_days_later_nobody_is_named_who_saw_a_reminder()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await Deeds.Ways.Single(w => w.Key == Deed.ReminderSeen).Value(world);
        await world.Restart(after: TimeSpan.FromDays(91));
        world.Time.Advance(Masking.AfterStart);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        await using var db = await world.Db();
        Assert.All(await db.Reminders.Where(r => r.SeenAt != null).ToListAsync(Cancel), r => Assert.Null(r.SeenBy));
    }

    [Fact]
    public async Task A_shop_reads_when_its_circle_drills_next_and_nothing_of_a_blind_drill_or_of_what_it_is_about()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (link, _) = await world.The<PeopleDesk>().Invite(Deeds.Admin, new Invitation("店主", "owner", Role.ShopOwner, world.Street.Shop(0, 0).Id));
        using var owner = new Guest(world);
        await owner.Open("/" + link!.Path);
        Assert.Equal(302, (await owner.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", Deeds.Password))).Code);
        var console = world.Console();
        await world.Planned(console, inMinutes: 60, blind: true);
        await world.Planned(console, inMinutes: 60, form: "comms");
        await world.Planned(console, inMinutes: 60, circles: [1]);
        Assert.DoesNotContain("next-drill", (await owner.Open("/my-shop")).Text, StringComparison.Ordinal);

        var drill = await world.Planned(console, inMinutes: 24 * 60, circles: [0, 1]);
        await world.Planned(console, inMinutes: 48 * 60);
        var page = (await owner.Open("/my-shop")).Text;
        Assert.Contains(MyShopSay.NextDrill.Zh.Replace("{0}", "2026-11-25 10:00", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains("data-mode=\"drill\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("老街演练", page, StringComparison.Ordinal);
        Assert.All(ScenarioFiles.All, s => Assert.DoesNotContain(s.Title.Zh, page, StringComparison.Ordinal));
        (await console.Post($"drills/{drill}/cancel", """{"reason":"下雨"}""")).Must(200);
        Assert.Contains("2026-11-26 10:00", (await owner.Open("/my-shop")).Text, StringComparison.Ordinal);
    }

    private static void Drills(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder screen)
    {
        screen.OpenComponent<DrillsPage>(0);
        screen.CloseComponent();
    }
}
