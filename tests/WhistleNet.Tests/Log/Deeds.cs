using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Rounds;
using WhistleNet.Shell;
using static WhistleNet.Log.DeedStories;

namespace WhistleNet.Log;

/// <summary>A way to do each of the deeds, as a person or a verb does it.</summary>
internal static partial class Deeds
{
    public const string Password = "the tram bell rings at six";
    public static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, Street.StationId);
    private static readonly Actor Commander = new("c", "赵所长", Role.DutyCommander, Street.StationId);
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);
    private static readonly Actor Auditor = new("u", "审计员", Role.Auditor, Street.StationId);

    private static PlanRequest QuarterlyPlan(World world) => new("季度演练", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null);

    public static IEnumerable<KeyValuePair<Deed, Func<World, Task>>> Ways => OfAccounts.Concat(OfPeople).Concat(OfTheStation);

    private static readonly Dictionary<Deed, Func<World, Task>> OfPeople = new()
    {
        [Deed.PlanMade] = async world => Assert.Null(await world.The<PlanDesk>().Make(Organizer, QuarterlyPlan(world))),
        [Deed.PlanStopped] = async world =>
        {
            Assert.Null(await world.The<PlanDesk>().Make(Organizer, QuarterlyPlan(world)));
            Assert.Null(await world.The<PlanDesk>().Stop(Organizer, (await world.The<PlanBoard>().Plans(Organizer))[0].Plan.Id, "换人"));
        },
        [Deed.ReminderSeen] = async world =>
        {
            Assert.Null(await world.The<PlanDesk>().Make(Organizer, QuarterlyPlan(world)));
            var plan = (await world.The<PlanBoard>().Plans(Organizer))[0].Plan;
            await using var db = await world.Db();
            db.Reminders.Add(new Reminder { PlanId = plan.Id, DueAt = plan.DueAt!.Value, What = Reminding.Days30, Number = 0, At = world.Time.GetUtcNow() });
            await db.SaveChangesAsync();
            Assert.Null(await world.The<PlanDesk>().See(Organizer, plan.Id));
        },
        [Deed.CalendarSaved] = async world => Assert.Null(await world.The<PlanDesk>().Close(Organizer, "2027-02-06 春节")),
        [Deed.CodeMade] = async world => Assert.NotNull(await world.The<CodeDesk>().ForScreen(Admin, world.Street.Shop(0, 0).Id)),
        [Deed.CodesPrinted] = async world => Assert.NotEmpty(await world.The<CodeDesk>().ForPaper(Admin, world.Street.Shops, "printed")),
        [Deed.CodesRevoked] = world => world.The<CodeDesk>().RevokeBatch(Admin, Street.StationId, "printed"),
        [Deed.CodesPruned] = async world =>
        {
            await using (var db = await world.Db())
            {
                await db.EnrolCodes.ExecuteUpdateAsync(c => c.SetProperty(x => x.RevokedAt, world.Time.GetUtcNow() - Pruning.Kept - TimeSpan.FromSeconds(1)));
            }
            Assert.True(await world.The<Pruning>().Walk());
        },
        [Deed.Masked] = async world =>
        {
            var alert = (await world.Shop(0, 3).Press(new { mode = "test" })).AlertId;
            (await world.Console().Do(alert, "close", new { outcome = "test", reason = "x" })).Must(200);
            await using (var db = await world.Db()) await db.Alerts.Where(a => a.Id == alert).ExecuteUpdateAsync(a => a.SetProperty(x => x.ClosedAt, world.Time.GetUtcNow() - TimeSpan.FromDays(91)));
            world.Time.Advance(Masking.AfterStart);
            Assert.True(await world.The<Masking>().Walk());
        },
        [Deed.DeviceEnrolled] = async world => Assert.NotNull(await world.The<EnrolDesk>().Enrol((await world.The<CodeDesk>().ForScreen(Admin, world.Street.Shop(0, 0).Id))!.Code, "李")),
        [Deed.DeviceRevoked] = async world => Assert.True(await world.The<DeviceDesk>().Revoke(Admin, world.Shop(0, 1).Id)),
        [Deed.DevicesIssued] = async world => Assert.Equal(1, await world.The<IssueDesk>().ToShops(world.Street.Station.Name, _ => { })),
        [Deed.OfficerIssued] = world => world.The<IssueDesk>().ToOfficer(world.Street.Station.Name, "席", _ => { }),
        [Deed.TokenUsed] = async world => (await world.Console().Get("alerts")).Must(200),
        [Deed.SettingsSaved] = async world => Assert.Null(await world.The<SettingsDesk>().Save(Admin, Street.StationId, StationSettings.Of(world.The<TownHall>().Town.Stations[Street.StationId], world.Street.Rungs))),
        [Deed.ScenarioSaved] = async world => Assert.Equal(1, (await world.The<ScenarioDesk>().Copy(Admin with { Roles = Role.Organizer }, "robbery@1", "our-robbery")).Version),
        [Deed.NeededSaved] = async world => Assert.Null(await world.The<SettingsDesk>().Need(Admin, Street.StationId, [world.Street.Circles[0].Id], 4, 2)),
        [Deed.ShopSaved] = async world => Assert.Null(await world.The<ShopDesk>().Set(Admin, world.Street.Shop(0, 0).Id, "Mo-Su 08:00-20:00", trained: true, silent: false)),
        [Deed.HoursSaved] = async world => Assert.Null(await world.The<DayDesk>().Today(Admin, world.Street.Shop(0, 1).Id, closed: true)),
        [Deed.MemberSaved] = async world => await Member(world),
        [Deed.TrainingSaved] = async world => Assert.Null(await world.The<MemberDesk>().Train(Officer, await Member(world), new TrainingTyped(TrainingKind.Defence, new DateOnly(2026, 11, 1)))),
        [Deed.MembersMerged] = async world => Assert.Null(await world.The<MemberDesk>().Merge(Officer, await Member(world), await Member(world))),
        [Deed.MemberLinked] = async world =>
        {
            using var organizer = await Guest(world, Role.Organizer, "is-a-member");
            var member = await Member(world);
            Assert.Null(await world.The<MemberDesk>().Link(Officer, member, (await world.The<MemberBoard>().Accounts(Officer, Street.StationId, null)).Single(a => a.UserName == "is-a-member").Id));
        },
        [Deed.MembersRead] = world => Look<MembersPage>(world, Officer, "what-for", then: page => page.Find("[data-testid=for-devices]").Click()),
        [Deed.ShopHandedOver] = async world => Assert.Null(await world.The<ShopMoveDesk>().HandOver(Admin, world.Street.Shop(0, 3).Id)),
        [Deed.ShopLeft] = async world => Assert.Null(await world.The<ShopMoveDesk>().Leave(Admin, world.Street.Shop(0, 3).Id)),
        [Deed.DutySaved] = async world => Assert.Null(await world.The<DutyDesk>().Add(Admin, Street.StationId, await Member(world), world.Time.GetUtcNow(), world.Time.GetUtcNow().AddHours(8))),
        [Deed.WordsSet] = async world => Assert.Null(await world.The<WordsDesk>().Set(Admin, world.Street.Shop(0, 0).Id, "平安", "下雨")),
        [Deed.ShopsImported] = async world =>
        {
            var file = Path.Combine(world.Folder, "shops.csv");
            await File.WriteAllTextAsync(file, "shop_id,name,lat,lon\nnew-1,新店,45.7,126.6\n");
            Assert.Equal(CommandLine.Done, await ImportShops.Run(new Command("import shops", [file], new Dictionary<string, string> { ["data"] = world.Folder, ["station"] = world.Street.Station.Name }, [])));
        },
        [Deed.PeopleRead] = world => Look<PeoplePage>(world, Admin, "people"),
        [Deed.ShopRead] = world => Look<ShopPage>(world, Admin, "for-devices", p => p.Add(s => s.Id, world.Street.Shop(0, 0).Id), page => page.Find("[data-testid=for-devices]").Click()),
        [Deed.AlertRead] = async world =>
        {
            var alert = (await world.Shop(0, 0).Press()).AlertId;
            await Look<OneAlert>(world, Officer, "record", p => p.Add(a => a.Id, alert));
        },
        [Deed.AlertPrinted] = async world =>
        {
            var alert = (await world.Shop(0, 2).Press()).AlertId;
            await Look<OneAlert>(world, Officer, "print", p => p.Add(a => a.Id, alert), page => page.Find("[data-testid=print]").Click());
        },
        [Deed.LogRead] = world => Look<AuditPage>(world, Auditor, "log"),
        [Deed.LogVerified] = world => Look<AuditPage>(world, Auditor, "verify", then: async page =>
        {
            page.Find("[data-testid=verify]").Click();
            await Eventually.True(() => page.Find("[data-testid=verified]").GetAttribute("data-whole") == "true", "the log is whole");
        }),
        [Deed.LogExported] = async world =>
        {
            using var auditor = await Guest(world, Role.Auditor, "auditor");
            Assert.Contains(DeedSay.Of(Deed.LogExported).Zh, (await auditor.Open("/log/export")).Text, StringComparison.Ordinal); // its own record is in it
        },
        [Deed.DataExported] = async world =>
        {
            using var organizer = await Guest(world, Role.Organizer, "takes-along");
            Assert.Equal(200, (await organizer.Open("/my-data/export")).Code);
        },
        [Deed.DataCorrected] = async world =>
        {
            var (who, whose) = await Own(world);
            Assert.Null(await world.The<OwnDataDesk>().Rename(who, whose, "新名字"));
        },
        [Deed.DataForgotten] = async world =>
        {
            var (who, whose) = await Own(world);
            Assert.Null((await world.The<OwnDataDesk>().Forget(who, whose)).Why);
        },
        [Deed.AppealMade] = async world => await Appeal(world),
        [Deed.AppealAnswered] = async world => Assert.Null(await world.The<AppealDesk>().Answer(Commander, await Appeal(world), true, "看了录像")),
        [Deed.ShopCoached] = async world => Assert.Null(await world.The<AppealDesk>().Coach(Officer, await Slip(world), "聊过")),
        [Deed.DeviceRestricted] = async world => Assert.Null(await world.The<DeviceDesk>().Restrict(Commander, world.Street.DeviceOf(world.Street.Shop(0, 0)).Id, 3, "x")),
        [Deed.RestrictionLifted] = async world =>
        {
            var device = world.Street.DeviceOf(world.Street.Shop(0, 1)).Id;
            Assert.Null(await world.The<DeviceDesk>().Restrict(Commander, device, 3, "x"));
            Assert.Null(await world.The<DeviceDesk>().Lift(Commander, device));
        },
    };

    private static async Task<(Actor, Whose)> Own(World world)
    {
        foreach (var open in (await world.Console().Get("alerts?state=open")).Must(200).Json.GetProperty("alerts").EnumerateArray())
            (await world.Console().Do(open.GetProperty("alertId").GetString()!, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        var shop = world.Street.Shop(0, 1).Id;
        var (link, _) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", Ids.New(), Role.ShopStaff, shop));
        var who = new Actor(link!.AccountId, "李", Role.ShopStaff, Street.StationId, shop);
        return (who, (await world.The<OwnDataDesk>().Of(who))!);
    }

    private static async Task<string> Slip(World world)
    {
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(alert, "close", new { outcome = "slip", reason = "x" })).Must(200);
        return alert;
    }

    private static async Task<string> Appeal(World world)
    {
        Assert.Null(await world.The<AppealDesk>().Make(world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor(), await Slip(world), "有人踢门"));
        return (await world.The<FalseAlarmBoard>().Of(Street.StationId)).Open[0].Id;
    }

    private static Task Look<T>(World world, Actor who, string hook, Action<ComponentParameterCollectionBuilder<T>>? with = null, Action<IRenderedComponent<T>>? then = null) where T : IComponent =>
        Look(world, who, hook, page => { then?.Invoke(page); return Task.CompletedTask; }, with);

    private static async Task Look<T>(World world, Actor who, string hook, Func<IRenderedComponent<T>, Task> then, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent
    {
        await using var console = new OfficerConsole(world, who);
        var page = console.Render<T>(p =>
        {
            p.AddCascadingValue(Task.FromResult(new AuthenticationState(who.AsPrincipal("test"))));
            with?.Invoke(p);
        });
        await Eventually.True(() => page.FindAll($"[data-testid={hook}]").Count > 0, $"the page shows {hook}");
        await then(page);
    }
}
