using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;
using static WhistleNet.Log.DeedStories;

namespace WhistleNet.Log;

/// <summary>What is done to a station's register, gear, notes and reports.</summary>
internal static partial class Deeds
{
    private static readonly Dictionary<Deed, Func<World, Task>> OfTheStation = new()
    {
        [Deed.GridSaved] = async world => await Grid(world),
        [Deed.GridRemoved] = async world => Assert.Null(await world.The<GridDesk>().Remove(Organizer, await Grid(world))),
        [Deed.GridFilled] = async world => Assert.Null(await world.The<GridDesk>().Fill(Organizer, Street.StationId, GridKind.Police, await Grid(world), [world.Street.Shop(0, 0).Id])),
        [Deed.GearLookedAt] = async world =>
        {
            var (from, to, now) = (await Member(world), await Member(world), world.Time.GetUtcNow());
            Assert.Null(await world.The<DutyDesk>().Add(Officer, Street.StationId, from, now.AddHours(-1), now.AddHours(4)));
            var shift = world.The<TownHall>().Duty.Shifts(Street.StationId).Single(s => s.WhoId == from);
            Assert.Null(await world.The<DutyDesk>().HandOver(Officer, Street.StationId, shift.Id, to, new GearLook("一顶头盔")));
        },
        [Deed.GearRead] = async world =>
        {
            await Shield(world);
            await Look<GearPage>(world, Officer, "what-for", then: page => page.Find("[data-testid=for-drill]").Click());
        },
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
        [Deed.AreaMade] = async world => Assert.Null(await world.The<AreaDesk>().Make(Organizer, Street.StationId, Ids.New())),
        [Deed.AreaSaved] = async world => Assert.Null(await world.The<AreaDesk>().Rename(Organizer, world.Street.Area.Id, "新商圈")),
        [Deed.AreaFilled] = async world => Assert.Null(await world.The<AreaDesk>().Fill(Organizer, await Area(world), [world.Street.Circles[0].Id])),
        [Deed.AreaRemoved] = async world => Assert.Null(await world.The<AreaDesk>().Remove(Organizer, await Area(world))),
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

    private static NoteTyped Quarrel(World world) => new(NoteKind.Quarrel, "为摊位吵架", world.Street.Shop(0, 0).Id);

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

    private static async Task<string> Area(World world)
    {
        var name = Ids.New();
        Assert.Null(await world.The<AreaDesk>().Make(Organizer, Street.StationId, name));
        return world.The<TownHall>().Town.Areas.Values.Single(a => a.Name == name).Id;
    }

    private static async Task<string> Improve(World world)
    {
        var retest = new RetestTyped(Measure.Taken, world.Street.Circles[0].Id, null, 60, Real: true, Drill: true);
        Assert.Null(await world.The<ImprovementDesk>().Add(Commander, await ReportOf(world), new ImprovementTyped("慢", "排班", "组长", world.Time.GetUtcNow().AddDays(30), retest)));
        await using var db = await world.Db();
        return (await db.Improvements.OrderByDescending(i => i.Id).FirstAsync()).Id;
    }
}
