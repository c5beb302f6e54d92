using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Drills in words.</summary>
public static class DrillSay
{
    /// <summary>Kept beside an alert as the reason of its closing; both languages, for whoever reads it later.</summary>
    public const string AlertsEnd = "演练结束 The drill is over";

    /// <summary>Who ended the drill where a real alert did.</summary>
    public const string RealAlert = "实警 Real alert";

    /// <summary>Said on the timeline of a drill's alert in the place of a telephone that is not called.</summary>
    public const string NotCalled = "演练不呼叫 not called in a drill";

    public static readonly Text NeedsTitle = new("请写标题（1 到 80 个字）。", "title is a text of 1 to 80 characters.");
    public static readonly Text NeedsCircles = new("请选择联防小组（1 到 200 个）。", "circleIds names 1 to 200 circles.");
    public static readonly Text CircleElsewhere = new("联防小组不存在，或不归您的派出所管。", "circleIds names a circle that is not there or not of your station.");
    public static readonly Text AreaElsewhere = new("片区不存在，或不归您的派出所管。", "areaId names an area that is not there or not of your station.");
    public static readonly Text AreaEmpty = new("这个片区还没有联防小组。", "The area has no circle yet.");
    public static readonly Text AreaOrCircles = new("片区和联防小组只能选一样。", "Name circleIds or areaId, not both.");
    public static readonly Text NeedsScenario = new("请选择情景。", "scenario is one of the known ones, name@version.");
    public static readonly Text NeedsForm = new("请选择形式。", "form is live, tableTop or comms.");
    public static readonly Text CommsPlaysNone = new("通信测试不放情景：只测每家每条通知路径通不通。", "A communication test plays no scenario: it tests every way to every shop.");
    public static readonly Text CommsUnobserved = new("通信测试是安静的，没有什么可观察。", "A communication test is quiet: observers would see nothing.");
    public static readonly Text TooManyObservers = new("观察员最多 60 位。", "observers are 60 at the most.");
    public static readonly Text ObserverNameless = new("请写每位观察员的姓名。", "Each of observers has a name.");
    public static readonly Text ObserverElsewhere = new("观察员站的商户不在所选联防小组里。", "observers names a shop that is in none of the circles.");
    public static readonly Text PhonesOnlyLive = new("只有实战演练会打电话。", "phoneRungs: only a live drill could ring a telephone.");
    public static readonly Text NoSuchPhone = new("没有这一级电话，请重新选择。", "phoneRungs names a rung that is no telephone of your station's ladder.");
    public static readonly Text NeedsStart = new("请写开始时间。", "startsAt is a time (RFC 3339).");
    public static readonly Text StartIsPast = new("开始时间已过。", "startsAt is in the past.");
    public static readonly Text StartIsFar = new("开始时间太远（两年以内）。", "startsAt is more than two years ahead.");
    public static readonly Text NeedsMinutes = new("时长是 1 到 480 分钟。", "minutes is a whole number from 1 to 480.");
    public static readonly Text CronWrong = new("定时写法读不懂（五段，例如 0 10 1 * *）。", "The cron line cannot be read (five fields, such as 0 10 1 * *).");
    public static readonly Text CronNever = new("按这个写法永远不会到期。", "Nothing would ever be due by it.");
    public static readonly Text NeedsMonths = new("间隔是 1 到 24 个月。", "The interval is 1 to 24 months.");
    public static readonly Text DayWrong = new("这一行不是日期（写成 2026-10-01 国庆）：", "This line is no day (write 2026-10-01 National Day): ");
    public static readonly Text PressShopElsewhere = new("吹哨商户不在所选联防小组里。", "pressShopId names a shop that is in none of the circles.");
    public static readonly Text BlindNeedsShop = new("双盲演练须是实战，并指定由哪家商户吹哨。", "A blind drill is live and names the shop that presses (pressShopId).");

    public static readonly Text Title = new("演练", "Drills");
    public static readonly Text Plan = new("计划演练", "Plan a drill");
    public static readonly Text None = new("还没有演练。", "There is no drill yet.");
    public static readonly Text RunningNow = new("正在进行", "Running now");
    public static readonly Text PlannedOnes = new("已计划", "Planned");
    public static readonly Text Past = new("已结束", "Past");
    public static readonly Text When = new("时间", "When");
    public static readonly Text What = new("演练", "Drill");
    public static readonly Text Where = new("联防小组", "Circles");
    public static readonly Text Area = new("片区", "Area");
    public static readonly Text ByCircles = new("不按片区，选小组", "no area: choose circles");
    public static readonly Text WholeArea = new("整个片区：{0}。以后新建的小组也算在内。", "The whole area: {0}. A circle that is founded later belongs to it as well.");
    public static readonly Text How = new("形式", "Form");
    public static readonly Text Form = new("形式", "Form");
    public static readonly Text TitleField = new("标题", "Title");
    public static readonly Text Scenario = new("情景", "Scenario");
    public static readonly Text Day = new("日期", "Day");
    public static readonly Text At = new("开始时间", "Starts at");
    public static readonly Text Minutes = new("时长（分钟）", "Minutes");
    public static readonly Text Blind = new("双盲", "double-blind");
    public static readonly Text BlindHint = new("第一声之前，只有值班指挥、组织者和吹哨商户知道；响起之后每块屏幕都写明是演练。", "Before the first sound only duty commander, organizer and the pressing shop know; from then on every screen says drill.");
    public static readonly Text PressShop = new("由哪家商户吹哨", "The shop that presses");
    public static readonly Text PhoneRungs = new("没人接哨时，演练可以打的电话", "Telephones that the drill may ring while nobody takes it");
    public static readonly Text PhoneRungsHint = new("不勾就不打，时间线写明“演练不呼叫”。", "Without a tick none is rung, and the timeline says so.");
    public static readonly Text PhoneRung = new("{0}（{1} 秒没人接哨）", "{0} (after {1} s)");
    public static readonly Text Rings = new("没人接哨时会打电话：{0}", "Rings while nobody takes it: {0}");
    public static readonly Text Armed = new("到点自动开始", "starts by itself");
    public static readonly Text ArmedHint = new("有实警未办结时不会开始。", "Not while a real alert is open.");
    public static readonly Text SavePlan = new("保存计划", "Save the plan");
    public static readonly Text Start = new("开始演练", "Start the drill");
    public static readonly Text Stop = new("停止演练", "Stop the drill");
    public static readonly Text Cancel = new("取消演练", "Cancel the drill");
    public static readonly Text Announce = new("告知大家：这是演练", "Tell everybody: this was a drill");
    public static readonly Text EndsAt = new("{0} 自动结束", "ends by itself at {0}");
    public static readonly Text AnnounceBy = new("最迟 {0} 告知大家这是演练", "everybody is told that it was a drill by {0}");
    public static readonly Text AnnouncedLate = new("告知晚了", "told late");
    public static readonly Text ToldLine = new("{0} 已告知大家：这是演练。", "Everybody was told at {0}: this was a drill.");
    public static readonly Text Planned = new("计划 {0} 开始，最长 {1} 分钟", "Planned for {0}, {1} minutes at most");
    public static readonly Text EndedAt = new("{0} 结束", "Ended {0}");
    public static readonly Text CalledOffAt = new("{0} 取消", "Called off {0}");
    public static readonly Text Length = new("历时 {0} 分 {1} 秒", "it took {0} min {1} s");
    public static readonly Text Whole = new("详情", "Details");
    public static readonly Text Report = new("演练报告", "Drill report");
    public static readonly Text Alerts = new("这次演练的警情", "Its alerts");
    public static readonly Text Long = new("时间早已过去", "its time had long passed");

    /// <summary>When and how it ended, who ended it and why; none while it has not.</summary>
    public static string? Ending(Drill drill, StationTime clock) => drill.EndedAt is not { } at ? null
        : string.Join(" · ", new[] { (drill.State == DrillState.Cancelled ? CalledOffAt : EndedAt).With(clock.DayAndTime(at)), drill.End is { } end ? Of(end).ToString() : null, drill.EndedBy, drill.Reason }.OfType<string>());

    /// <summary>How long it took.</summary>
    public static string Lasted(TimeSpan time) => Length.With((int)time.TotalMinutes, time.Seconds);

    public static Text Of(DrillState state) => state switch
    {
        DrillState.Planned => new("计划", "Planned"),
        DrillState.Running => new("进行中", "Running"),
        DrillState.Over => new("已结束", "Over"),
        _ => new("已取消", "Cancelled"),
    };

    public static Text Of(DrillForm form) => form switch
    {
        DrillForm.Live => new("实战", "live"),
        DrillForm.TableTop => new("桌面", "table-top"),
        _ => new("通信", "communication test"),
    };

    public static Text Of(Misplaced why) => why switch
    {
        Misplaced.CircleElsewhere => CircleElsewhere,
        Misplaced.AreaElsewhere => AreaElsewhere,
        Misplaced.AreaEmpty => AreaEmpty,
        Misplaced.Twice => AreaOrCircles,
        _ => NeedsCircles,
    };

    /// <summary>Why a drill cannot be held so.</summary>
    public static Text Of(Unfit why, Scenario? scenario, DrillForm form) => why switch
    {
        Unfit.NotItsForm => new($"“{scenario!.Title.Zh}”不适合{Of(form).Zh}，适合：{string.Join("、", scenario.Forms.Select(f => Of(f).Zh))}。", $"“{scenario.Title.En}” does not suit this form ({Of(form).En}); it suits: {string.Join(", ", scenario.Forms.Select(f => Of(f).En))}."),
        Unfit.NothingToTell => new($"“{scenario!.Title.Zh}”没有任何提示，围着桌子没有可推演的。请换情景，或改为实战。", $"“{scenario.Title.En}” tells nobody anything: round a table nothing would come up. Choose another one, or a live drill."),
        _ => NeedsScenario,
    };

    public static Text Of(DrillEnd end) => end switch
    {
        DrillEnd.Stopped => new("有人停止", "stopped"),
        DrillEnd.TimeOver => new("时间到", "its time was over"),
        _ => new("发生实警，演练让位", "a real alert: the drill gave way"),
    };

    public static Text Of(DrillEntry entry) => entry switch
    {
        DrillEntry.Planned => new("计划", "planned"),
        DrillEntry.Started => new("开始", "started"),
        DrillEntry.HeldBack => new("没有自动开始", "did not start by itself"),
        DrillEntry.FirstSound => new("第一声", "first sound"),
        DrillEntry.Stopped => new("停止", "stopped"),
        DrillEntry.TimeOver => new("时间到，结束", "its time was over"),
        DrillEntry.RealAlert => new("发生实警，演练结束", "ended by a real alert"),
        DrillEntry.Cancelled => new("取消", "cancelled"),
        DrillEntry.Announced => new("告知大家：这是演练", "everybody was told: this was a drill"),
        DrillEntry.AnnouncedLate => new("告知大家：这是演练（晚了）", "everybody was told, late: this was a drill"),
        DrillEntry.Told => new("提示", "message"),
        DrillEntry.Ticked => new("观察员勾选", "observer's tick"),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, null),
    };

    /// <summary>Why a drill was not moved, where it says something else than of an alert.</summary>
    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.DrillNotRunning => new("演练没有在进行。", "The drill is not running."),
        Refusal.RealAlertOpen => new("有实警未办结，演练不能开始。", "A real alert is open: no drill begins."),
        Refusal.CircleBusy => new("这个联防小组同一时间另有演练。", "Another drill has one of these circles at that time."),
        Refusal.AlreadyClosed => new("这场演练已经结束或取消。", "This drill is over, or was called off."),
        Refusal.NotPermitted => new("演练正在进行，请先停止。", "The drill is running: stop it first."),
        _ => ProblemSay.Of(refusal),
    };

    /// <param name="scenario">What the drill plays; without it a line names only the id of what was told or ticked.</param>
    public static string? TextOf(DrillLine line, Scenario? scenario) => line.What switch
    {
        DrillEntry.Told when scenario?.Injects.FirstOrDefault(i => i.Id == line.Text) is { } inject => $"{ScenarioSay.Of(inject.To)}: {ScenarioSay.Of(inject.Text)}",
        DrillEntry.Planned => line.Text is null ? null : Armed.ToString(),
        DrillEntry.HeldBack => (Words.Parse<Refusal>(line.Text) is { } why ? Of(why) : Long).ToString(),
        DrillEntry.Ticked => ScenarioSay.TextOf(scenario, line.Text)?.ToString() ?? line.Text,
        _ => line.Text,
    };

    public static string Circles(Drill drill, Town town) => Circles(drill.AreaId, drill.CircleIds, town);

    /// <summary>Its circles by their names, after that of the area whose they are.</summary>
    public static string Circles(string? areaId, IEnumerable<string> ids, Town town) => areaId is null ? Circles(ids, town) : $"{town.Areas.GetValueOrDefault(areaId)?.Name ?? areaId} ({Circles(ids, town)})";

    /// <summary>The telephones that a drill or a plan may ring, by their names; none where it rings none.</summary>
    public static string? Phones(IReadOnlyCollection<int> rungs, IEnumerable<Rung> ladder) =>
        rungs.Count == 0 ? null : Rings.With(ListSay.Of(ladder.Where(r => r.Kind == RungKind.Phone && rungs.Contains(r.Number)).Select(r => r.Name)));

    private static string Circles(IEnumerable<string> ids, Town town) => ListSay.Of([.. ids.Select(id => town.Circle(id)?.Name ?? id)]);
}
