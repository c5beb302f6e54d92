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
internal static class Deeds
{
    public const string Password = "the tram bell rings at six";
    public static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, Street.StationId);
    private static readonly Actor Commander = new("c", "赵所长", Role.DutyCommander, Street.StationId);
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);
    private static readonly Actor Auditor = new("u", "审计员", Role.Auditor, Street.StationId);

    private static NoteTyped Quarrel(World world) => new(NoteKind.Quarrel, "为摊位吵架", world.Street.Shop(0, 0).Id);

    private static PlanRequest QuarterlyPlan(World world) => new("季度演练", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null);

    public static readonly Dictionary<Deed, Func<World, Task>> Ways = new()
    {
        [Deed.FirstAccount] = async world =>
        {
            var link = world.The<FirstLink>();
            await link.Make();
            var path = new Uri(link.Line(["http://[::]:5080"])!.Split('\t')[1]).PathAndQuery;
            using var person = new Guest(world);
            await person.Open(path);
            Assert.Equal(302, (await person.Send("/first", ("code", path.Split('=')[1]), ("name", "王"), ("user", "wang"), ("password", Password))).Code);
        },
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
        [Deed.PersonInvited] = async world => await Invite(world, Role.Organizer, "invited"),
        [Deed.InviteAccepted] = async world => (await Guest(world, Role.Organizer, "accepts")).Dispose(),
        [Deed.SignIn] = async world =>
        {
            (await Guest(world, Role.Organizer, "comes")).Dispose();
            using var again = new Guest(world);
            await again.Open("/sign-in");
            Assert.Equal("/circles", (await again.Send("/sign-in", ("user", "comes"), ("password", Password))).Sent);
        },
        [Deed.SignOut] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "leaves");
            await person.Open("/sign-out");
            Assert.Equal(302, (await person.Send("/sign-out")).Code);
        },
        [Deed.SignInEnded] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "twice");
            using var elsewhere = new Guest(world);
            await elsewhere.Open("/sign-in");
            await elsewhere.Send("/sign-in", ("user", "twice"), ("password", Password));
            var page = await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/sign-ins/end", ("id", page.Text.Split("name=\"id\" value=\"")[1].Split('"')[0]))).Sent, StringComparison.Ordinal);
        },
        [Deed.Proved] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "proves");
            await person.Open("/prove");
            Assert.Equal("/account", (await person.Send("/prove", ("password", Password))).Sent);
        },
        [Deed.PasswordChanged] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "changes");
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/password", ("present", Password), ("password", "another tram bell rings at nine"))).Sent, StringComparison.Ordinal);
        },
        [Deed.PasskeyRemoved] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "removes");
            byte[] id = [1, 2, 3];
            await using (var scope = world.Services.CreateAsyncScope())
            {
                var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
                var account = (await users.FindByNameAsync("removes"))!;
                await users.AddOrUpdatePasskeyAsync(account, new UserPasskeyInfo(id, [1], world.Time.GetUtcNow(), 1, [], true, false, false, [], []) { Name = "p" });
            }
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/passkey/remove", ("id", Convert.ToBase64String(id)))).Sent, StringComparison.Ordinal);
        },
        [Deed.SecondFactorSet] = async world => (await Guest(world, Role.Officer, "sets", secondFactor: true)).Dispose(),
        [Deed.SecondFactorRenewed] = async world =>
        {
            using var person = await Guest(world, Role.Officer, "renews", secondFactor: true);
            await person.Open("/account");
            Assert.Equal(302, (await person.Send("/account/authenticator/renew")).Code);
        },
        [Deed.StationChosen] = async world =>
        {
            using var person = await Guest(world, Role.Admin, "chooses");
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/station", ("station", Street.StationId))).Sent, StringComparison.Ordinal);
        },
        [Deed.LinkRenewed] = async world => Assert.NotNull((await world.The<PeopleDesk>().NewLink(Admin, await Invite(world, Role.Officer, "renewed"))).Link),
        [Deed.RolesChanged] = async world => Assert.Null(await world.The<PeopleDesk>().ChangeRoles(Admin, await Invite(world, Role.Officer, "promoted"), Role.DutyCommander)),
        [Deed.PersonDisabled] = async world => Assert.Null(await world.The<PeopleDesk>().Disable(Admin, await Invite(world, Role.Officer, "disabled"))),
        [Deed.PersonEnabled] = async world => Assert.Null(await world.The<PeopleDesk>().Enable(Admin, await Invite(world, Role.Officer, "enabled"))),
        [Deed.LockoutLifted] = async world => Assert.Null(await world.The<PeopleDesk>().LiftLockout(Admin, await Invite(world, Role.Officer, "lifted"))),
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
        [Deed.GridSaved] = async world => await Grid(world),
        [Deed.GridRemoved] = async world => Assert.Null(await world.The<GridDesk>().Remove(Organizer, await Grid(world))),
        [Deed.GridFilled] = async world => Assert.Null(await world.The<GridDesk>().Fill(Organizer, Street.StationId, GridKind.Police, await Grid(world), [world.Street.Shop(0, 0).Id])),
        [Deed.GearSaved] = async world => await Shield(world),
        [Deed.GearIssued] = async world => Assert.Null(await world.The<GearDesk>().Issue(Officer, await Shield(world), "老张", null)),
        [Deed.RegisterUndone] = async world =>
        {
            await Split(world);
            var undo = world.The<UndoDesk>();
            Assert.Null(await undo.Do(Organizer, Street.StationId, (await undo.Look(Organizer, Street.StationId))!.Change.Id));
        },
        [Deed.CirclesRegrouped] = Split,
        [Deed.CircleSaved] = async world => Assert.Null(await world.The<CircleDesk>().Lead(Organizer, world.Street.Circles[0].Id, "周姐")),
        [Deed.ShopPlaced] = async world => Assert.Null(await world.The<PlaceDesk>().Place(Organizer, Street.StationId, await Waiting(world), world.Street.Shop(0, 0).Place, Datum.Wgs84)),
        [Deed.UnplacedDropped] = async world => Assert.Null(await world.The<PlaceDesk>().Drop(Organizer, Street.StationId, await Waiting(world))),
        [Deed.StationFounded] = async world => Assert.Null((await world.The<SetupDesk>().Found(Admin with { StationId = null }, "新派出所", "Asia/Shanghai")).Why),
        [Deed.AreaSaved] = async world => Assert.Null(await world.The<SetupDesk>().NameArea(Organizer, world.Street.Area.Id, "新商圈")),
        [Deed.GearReturned] = async world =>
        {
            var item = await Shield(world);
            Assert.Null(await world.The<GearDesk>().Issue(Officer, item, "老张", null));
            Assert.Null(await world.The<GearDesk>().Return(Officer, item, null));
        },
        [Deed.GearInspected] = async world => Assert.Null(await world.The<GearDesk>().Inspect(Officer, await Shield(world), new Inspected(true, GearKind.Shield.Rule().Checks))),
        [Deed.GearScrapped] = async world => Assert.Null(await world.The<GearDesk>().Scrap(Officer, await Shield(world), "开裂")),
        [Deed.GearImported] = async world =>
        {
            var file = Path.Combine(world.Folder, "gear.csv");
            await File.WriteAllTextAsync(file, $"serial,kind,shop_id\nI-1,fork,{world.Street.Shop(0, 0).Ref}\n");
            Assert.Equal(CommandLine.Done, await ImportGear.Run(new Command("import gear", [file], new Dictionary<string, string> { ["data"] = world.Folder, ["station"] = world.Street.Station.Name }, [])));
        },
        [Deed.GearExported] = async world =>
        {
            using var organizer = await Guest(world, Role.Organizer, "exporter");
            Assert.Equal(200, (await organizer.Open("/gear/export")).Code);
        },
        [Deed.NoteWritten] = async world => Assert.Null(await world.The<NoteDesk>().Write(Officer, Quarrel(world))),
        [Deed.MediationSaved] = async world =>
        {
            Assert.Null(await world.The<NoteDesk>().Write(Officer, Quarrel(world)));
            Assert.Null(await world.The<MediationDesk>().Follow(Officer, (await world.The<NoteBoard>().Of(Officer, null, 1)).Notes[0].Note.Id));
        },
        [Deed.BulletinSent] = async world => Assert.Null((await world.The<BulletinDesk>().Say(Organizer, "今晚夜市到十一点", [])).Problem),
        [Deed.ReportRead] = async world => await Look<OneReport>(world, Officer, "report", p => p.Add(r => r.Id, ReportOf(world).GetAwaiter().GetResult())),
        [Deed.ReportExported] = async world => (await world.Console().Get($"reports/{await ReportOf(world)}.csv")).Must(200),
        [Deed.StatisticsExported] = async world =>
        {
            using var organizer = await Guest(world, Role.Organizer, "counts");
            Assert.Equal(200, (await organizer.Open("/statistics/export?mode=drill")).Code);
        },
        [Deed.ReportSaved] = async world => Assert.Null(await world.The<ReportDesk>().Comment(Officer, await ReportOf(world), "门当时锁着")),
        [Deed.ImprovementSaved] = async world => await Improve(world),
        [Deed.ImprovementWithdrawn] = async world => Assert.Null(await world.The<ImprovementDesk>().Withdraw(Commander, await Improve(world), "店已搬走")),
        [Deed.BackedUp] = async world => Assert.Equal(CommandLine.Done, await Backup.Run(new Command("backup", [Path.Combine(world.Folder, "copy.db")], new Dictionary<string, string> { ["data"] = world.Folder }, []))),
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

    private static async Task<string> Grid(World world)
    {
        var name = Ids.New();
        Assert.Null(await world.The<GridDesk>().Make(Organizer, Street.StationId, GridKind.Police, new GridTyped(name, null, null)));
        return world.The<TownHall>().Town.Grids.All.Single(g => g.Name == name).Id;
    }

    // Of a circle of its own, since somewhere an alert is open.
    private static async Task Split(World world)
    {
        var circle = new Circle { Id = Ids.New(), StationId = Street.StationId, AreaId = world.Street.Area.Id, Name = "旧组" };
        var shops = new[] { 1, 2 }.Select(_ => Ids.New()).Select(id => new Shop { Id = id, Ref = id, StationId = Street.StationId, CircleId = circle.Id, Name = id, Lat = 45.9, Lon = 126.6 }).ToList();
        await using var db = await world.Db();
        db.AddRange([circle, .. shops]);
        await db.SaveChangesAsync();
        Assert.Null(await world.The<CircleDesk>().Do(Organizer, Street.StationId, new Regrouping(BulkKind.Split, circle.Id, [shops[0].Id], Name: "新组")));
    }

    private static async Task<string> Waiting(World world)
    {
        await using var db = await world.Db();
        var shop = new Unplaced { Id = Ids.New(), StationId = Street.StationId, Ref = Ids.New(), Name = "待定位" };
        db.Unplaced.Add(shop);
        await db.SaveChangesAsync();
        return shop.Id;
    }

    private static async Task<string> Shield(World world)
    {
        var serial = Ids.New();
        Assert.Null(await world.The<GearDesk>().Enter(Officer, Street.StationId, new GearTyped(GearKind.Shield, serial, world.Street.Shop(0, 0).Id, null)));
        return world.The<TownHall>().Ledger.OfStation(Street.StationId).Single(g => g.Serial == serial).Id;
    }

    private static async Task<string> Member(World world)
    {
        var name = Ids.New();
        Assert.Null(await world.The<MemberDesk>().Add(Officer, Street.StationId, new MemberTyped(name, Membership.Volunteer)));
        return (await world.The<MemberBoard>().Of(Officer, Street.StationId, null)).Single(m => m.Member.Name == name).Member.Id;
    }

    private static async Task<string> ReportOf(World world)
    {
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(alert, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        return (await world.Console().Get($"reports?alert={alert}")).Must(200)["reportId"];
    }

    private static async Task<string> Improve(World world)
    {
        var retest = new RetestTyped(Measure.Taken, world.Street.Circles[0].Id, null, 60, Real: true, Drill: true);
        Assert.Null(await world.The<ImprovementDesk>().Add(Commander, await ReportOf(world), new ImprovementTyped("慢", "排班", "组长", world.Time.GetUtcNow().AddDays(30), retest)));
        await using var db = await world.Db();
        return (await db.Improvements.OrderByDescending(i => i.Id).FirstAsync()).Id;
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
