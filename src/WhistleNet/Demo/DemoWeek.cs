using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>
/// Who keeps the town ready, and when: members of all kinds with what they were trained in, both trees of grids, street posts, the station next door; in the last
/// days a roster whose next shift begins late, a market night, a holiday, and a shop that does not agree with how its alarm was judged.
/// </summary>
internal static class DemoWeek
{
    private const string Consulted = "老街议事团 杨老师", Patrol = "郑强", CalledPost = "青石桥头警务站";

    private static readonly TimeSpan Slot = TimeSpan.FromHours(12), Late = TimeSpan.FromHours(3);
    private static readonly TimeOnly Morning = new(8, 0);

    private sealed record Trained(TrainingKind Kind, int GoodForDays);

    private static readonly (string Name, Membership Kinds, string? Shop, Trained[] In)[] People =
    [
        ("李秀英", Membership.Owner | Membership.Leader, "QSQ-001", [new(TrainingKind.Fire, 210)]), ("王建国", Membership.Staff, "QSQ-001", []), ("周志强", Membership.Owner, "QSQ-002", []),
        ("陈慧", Membership.Owner, "QSQ-003", [new(TrainingKind.FirstAid, 150)]), ("林晓燕", Membership.Owner, "QSQ-004", [new(TrainingKind.Defence, 12)]), ("赵大勇", Membership.Owner, "QSQ-005", [new(TrainingKind.Defence, 240), new(TrainingKind.Fire, 240)]),
        ("沈墨", Membership.Owner | Membership.Leader, "QSQ-014", [new(TrainingKind.Defence, 180)]), ("高建民", Membership.Owner | Membership.Leader, "DMS-001", [new(TrainingKind.FirstAid, 60)]), ("邹安", Membership.Owner, "DMS-016", [new(TrainingKind.Defence, 120)]),
        ("老街管家 周慧", Membership.Steward, null, []), (Patrol, Membership.Volunteer, null, [new(TrainingKind.Defence, 200)]), ("何平", Membership.Volunteer, null, [new(TrainingKind.FirstAid, 90)]),
        ("梁敏", Membership.GridWorker, null, []), ("县消防救援大队 刘队", Membership.Partner, null, []), (Consulted, Membership.Consultative, null, []),
    ];

    /// <summary>What stood from the beginning.</summary>
    /// <param name="now">When the demo begins: a training is good for so many days from then.</param>
    public static async Task Begin(DemoPast past, DateTimeOffset now)
    {
        var (members, today) = (past.The<MemberDesk>(), DateOnly.FromDateTime(now.UtcDateTime));
        foreach (var (name, kinds, shop, trained) in People)
        {
            DemoHistory.Must(await members.Add(DemoTown.AsOrganizer, DemoTown.StationId, new MemberTyped(name, kinds, shop is null ? null : DemoTown.ShopId(shop))));
            if (trained.Length == 0) continue;
            var id = (await past.The<MemberBoard>().Of(DemoTown.AsOrganizer, DemoTown.StationId, shop is null ? null : DemoTown.ShopId(shop))).Single(m => m.Member.Name == name).Member.Id;
            foreach (var (kind, days) in trained) DemoHistory.Must(await members.Train(DemoTown.AsOrganizer, id, new TrainingTyped(kind, today.AddDays(days).AddMonths(-Training.UsualMonths), today.AddDays(days))));
        }
        DemoHistory.Must(await past.The<CircleDesk>().Centre(DemoTown.AsOrganizer, DemoTown.FirstCircle, DemoTown.ShopId("QSQ-009")));
        await Grids(past);
        await Posts(past);
    }

    private static async Task Grids(DemoPast past)
    {
        var (desk, hall) = (past.The<GridDesk>(), past.The<TownHall>());
        async Task<string> Make(GridKind kind, string name, string? under = null, string? officer = null)
        {
            DemoHistory.Must(await desk.Make(DemoTown.AsOrganizer, DemoTown.StationId, kind, new GridTyped(name, under, officer)));
            return hall.Town.Grids.All.Single(g => g.Kind == kind && g.Name == name).Id;
        }
        var (police, community) = (await Make(GridKind.Police, "青石桥警务区", officer: DemoTown.Commander), await Make(GridKind.Community, "桥东社区"));
        string[] beats = [await Make(GridKind.Police, "老街警格", police, DemoTown.Officer), await Make(GridKind.Police, "东门警格", police, DemoTown.SecondOfficer)];
        string[] blocks = [await Make(GridKind.Community, "第一网格", community), await Make(GridKind.Community, "第二网格", community)];
        foreach (var (area, at) in hall.Town.Areas.Values.Where(a => a.StationId == DemoTown.StationId).OrderByDescending(a => a.Id == hall.Town.Circles[DemoTown.FirstCircle].AreaId).Select((a, at) => (a, at)))
        {
            var shops = hall.Town.InArea(area.Id).SelectMany(c => hall.Town.InCircle(c.Id)).Select(s => s.Id).ToList();
            DemoHistory.Must(await desk.Fill(DemoTown.AsOrganizer, DemoTown.StationId, GridKind.Police, beats[at], shops));
            DemoHistory.Must(await desk.Fill(DemoTown.AsOrganizer, DemoTown.StationId, GridKind.Community, blocks[at], shops));
        }
    }

    // Two posts, and a neighbouring station that was asked and agreed.
    private static async Task Posts(DemoPast past)
    {
        var (desk, hall) = (past.The<PostDesk>(), past.The<TownHall>());
        async Task Post(string name, string beside, string hours, string? hears)
        {
            var place = hall.Town.Shop(DemoTown.ShopId(beside))!.Place;
            DemoHistory.Must(await desk.SavePost(DemoTown.AsOrganizer, DemoTown.StationId, new PostTyped(name, Math.Round(place.Lat + 0.00012, 6), place.Lon, hours, hears)));
        }
        await Post(CalledPost, "QSQ-005", "00:00-24:00", DemoTown.Wall);
        await Post("东门夜市巡逻点", "DMS-018", "18:00-02:00", null);
        var (helper, why) = await past.The<SetupDesk>().Found(Verb.Administrator, "柳溪派出所", "Asia/Shanghai");
        DemoHistory.Must(why);
        DemoHistory.Must(await desk.Ask(DemoTown.AsOrganizer, DemoTown.StationId, helper));
        await past.Until(past.Now.AddHours(20));
        DemoHistory.Must(await desk.Agree(new Actor("commander of " + helper, "夏明", Role.DutyCommander, helper), hall.Duty.Pacts(DemoTown.StationId).Single().Id));
    }

    /// <summary>The last day before the demo begins.</summary>
    public static async Task End(DemoPast past, DateTimeOffset now, StationTime here)
    {
        await Roster(past, now, here);
        await CallThePost(past);
        var (days, today) = (past.The<DayDesk>(), here.DayOf(now));
        var saturday = today.AddDays(1 + (7 + DayOfWeek.Saturday - today.AddDays(1).DayOfWeek) % 7);
        DemoHistory.Must(await days.Add(DemoTown.AsOrganizer, DemoTown.StationId, null, new DayTyped($"{saturday:yyyy-MM-dd}", null, "00:00-24:00", "周六夜市 / Saturday's night market")));
        DemoHistory.Must(await days.Add(DemoTown.AsOrganizer, DemoTown.StationId, null, new DayTyped($"{today.Year + 1}-01-01", null, null, "元旦 / New Year", Yearly: true, ForAll: false)));
        DemoHistory.Must(await past.The<ShopDesk>().Set(DemoTown.AsOrganizer, DemoTown.ShopId("DMS-019"), past.The<TownHall>().Town.Shop(DemoTown.ShopId("DMS-019"))!.Hours!.ToString(), trained: false, silent: false, keepsHolidays: true));
        await Appeal(past);
    }

    // Between the wall and the command centre; the screen that hears for it stands in a pane.
    private static async Task CallThePost(DemoPast past)
    {
        var (desk, hall) = (past.The<SettingsDesk>(), past.The<TownHall>());
        var settings = StationSettings.Of(hall.Town.Stations[DemoTown.StationId], hall.Ladders.Of(DemoTown.StationId));
        settings.Rungs.Add(new() { AfterSeconds = 90, Name = CalledPost, Kind = RungKind.Post, TargetId = hall.Duty.Posts(DemoTown.StationId).Single(p => p.Name == CalledPost).Id });
        DemoHistory.Must(await desk.Save(DemoTown.AsOrganizer, DemoTown.StationId, settings));
    }

    // Day and night by turns; the shift after this one begins three hours late, and a volunteer has what is left of it.
    private static async Task Roster(DemoPast past, DateTimeOffset now, StationTime here)
    {
        var (desk, volunteer) = (past.The<DutyDesk>(), past.The<TownHall>().Duty.Volunteers(DemoTown.StationId).Single(m => m.Name == Patrol).Id);
        var first = here.At(here.DayOf(now).AddDays(-1), Morning);
        while (first + Slot <= now) first += Slot;
        var next = first + Slot;
        var isDay = here.Here(first).Hour == Morning.Hour;
        var (mine, other) = isDay ? (DemoTown.Officer, DemoTown.SecondOfficer) : (DemoTown.SecondOfficer, DemoTown.Officer);
        DemoHistory.Must(await desk.Cover(DemoTown.AsOrganizer, DemoTown.StationId, 1));
        DemoHistory.Must(await desk.Add(DemoTown.AsOrganizer, DemoTown.StationId, mine, first, next, alsoDays: 6));
        DemoHistory.Must(await desk.Add(DemoTown.AsOrganizer, DemoTown.StationId, volunteer, next + Late, next + Slot));
        DemoHistory.Must(await desk.Add(DemoTown.AsOrganizer, DemoTown.StationId, other, next.AddDays(1), next.AddDays(1) + Slot, alsoDays: 5));
    }

    private static async Task Appeal(DemoPast past)
    {
        var (desk, shop) = (past.The<AppealDesk>(), past.Phone("QSQ-020"));
        var judged = (await desk.Open(shop)).Single();
        DemoHistory.Must(await desk.Coach(DemoTown.AsOfficer, judged.AlertId!, "一起看了怎么认同事的工牌。 / We looked together at how to know a colleague's badge."));
        DemoHistory.Must(await desk.Make(shop, judged.About, "那人没有工牌，我按得没错。 / The man wore no badge; I was right to press."));
    }
}
