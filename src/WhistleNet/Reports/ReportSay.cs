using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>Reports in words.</summary>
public static class ReportSay
{
    public static readonly Text Title = new("复盘报告", "After-action reports");
    public static readonly Text One = new("复盘报告", "After-action report");
    public static readonly Text Lead = new("每起实警和演练结束后都欠一份复盘；事实由系统填写，任何人不能改，只能评论。", "Every alert and drill owes a report when it ends. The facts are filled in and cannot be edited, only commented.");
    public static readonly Text None = new("这里没有报告。", "No report here.");
    public static readonly Text WhichReal = new("实警", "Real alerts");
    public static readonly Text WhichDrill = new("演练", "Drills");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Ended = new("结束时间", "Ended");
    public static readonly Text About = new("性质与类别", "Mode and kind");
    public static readonly Text Shop = new("商户", "Shop");
    public static readonly Text Circle = new("联防小组", "Circle");
    public static readonly Text Standing = new("状态", "State");
    public static readonly Text Due = new("截止", "Due");
    public static readonly Text Print = new("打印", "Print");
    public static readonly Text Layout = new("版式", "Headings");
    public static readonly Text Csv = new("导出 CSV", "CSV");
    public static readonly Text Json = new("导出 JSON", "JSON");
    public static readonly Text Number = new("报告编号 {0} · 警情编号 {1}", "Report {0} · alert {1}");
    public static readonly Text Answer = new("回答六个问题", "Answer the six questions");
    public static readonly Text DueLine = new("截止 {0}，保存到 {1}", "Due {0}, kept until {1}");

    public static readonly Text Raised = new("吹哨 {0}", "Raised {0}");
    public static readonly Text TakenLine = new("接哨 {0} {1}", "Taken {0} {1}");
    public static readonly Text NotTaken = new("无人接哨", "Not taken");
    public static readonly Text EndedLine = new("办结 {0}：{1}。{2}", "Ended {0}: {1}. {2}");
    public static readonly Text Masked = new("姓名和话语已到期脱敏；数字不变。", "Names and words were masked after their time; the figures stand.");
    public static readonly Text Attended = new("通知 {0} 户，送达 {1} 户；{2} 户应哨，其中 {3} 户说去，{4} 户去不了；{5} 户到场，需要 {6} 户。", "{0} shops told, {1} reached; {2} answered: {3} coming, {4} could not; {5} arrived, {6} were needed.");
    public static readonly Text OfficersLine = new("派出所：{0}", "Station: {0}");
    public static readonly Text Weather = new("天气", "Weather");
    public static readonly Text WeatherLine = new("天气：{0}（由人填写）", "Weather: {0} (as people said)");
    public static readonly Text Stage = new("阶段", "Stage");
    public static readonly Text Target = new("目标", "Target");
    public static readonly Text Took = new("实际", "Took");
    public static readonly Text Result = new("结果", "Result");
    public static readonly Text Reached = new("已送达", "Reached");
    public static readonly Text Late = new("迟到送达", "Late");
    public static readonly Text Unreached = new("未送达", "Unreached");
    public static readonly Text NeverArrived = new("说了去但没到", "Said coming, never arrived");
    public static readonly Text Nobody = new("没有", "none");
    public static readonly Text NoDeviation = new("没有偏差。", "No deviation.");
    public static readonly Text Seconds = new("{0} 秒", "{0} s");
    public static readonly Text Count = new("共 {0} 份", "{0} reports");

    public static readonly Text Grade = new("评级", "Grade");
    public static readonly Text Evidence = new("依据", "Evidence");
    public static readonly Text NotRated = new("未评", "not rated");
    public static readonly Text Cause = new("原因", "Cause");
    public static readonly Text What = new("问题", "Problem");
    public static readonly Text Keep = new("保存姓名到", "Names kept until");
    public static readonly Text RolesNotNames = new("写角色，不写姓名：报告会发给别人，也比姓名保存得久。", "Write roles, not names: a report is handed on, and is kept longer than names are.");
    public static readonly Text Save = new("保存评估", "Save the assessment");
    public static readonly Text OutsideLead = new("已办结的复盘报告：没有人名和原话。演练和实警分开列。", "Reports that are closed, without anybody's name or words. Drills and real alerts are two lists.");
    public static readonly Text Outside = new("这里不显示人名、原话和警情等级；数字、时间和商户照原样。", "Names, people's words and the alert's level are left out here; figures, times and shops are as they were.");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text AssessedBy = new("评估：{0} {1}", "Assessed by {0}, {1}");
    public static readonly Text Assess = new("填写评估", "Write the assessment");
    public static readonly Text MoreProblems = new("再加一个问题", "One more problem");
    public static readonly Text AnsweredBy = new("已答 {0} / {1}；还缺 {2}", "Answered {0} of {1}; still to come · {2}");
    public static readonly Text AllAnswered = new("参加的人都答了（{0}）", "Everybody who took part has answered ({0})");
    public static readonly Text Well = new("做得好", "Went well");
    public static readonly Text Better = new("要改进", "To improve");
    public static readonly Text Comment = new("评论事实", "Comment on the facts");
    public static readonly Text AddComment = new("写下评论", "Add the comment");
    public static readonly Text MetLine = new("本次达标：{0}（{1}）", "Met here: {0} ({1})");
    public static readonly Text NotMetLine = new("本次未达标：{0}（{1}）", "Not met here: {0} ({1})");
    public static readonly Text NotMeasured = new("没有测到", "not reached");

    public static readonly Text EvidenceMissing = new("每个评级都要写依据。什么都没有保存。", "Each grade needs its evidence. Nothing was stored.");
    public static readonly Text CauseMissing = new("每个问题都要写原因。什么都没有保存。", "Each problem needs its cause. Nothing was stored.");
    public static readonly Text KeepRange = new("保存日期要在结束之后、十年之内。什么都没有保存。", "Kept until is after the end and within ten years. Nothing was stored.");
    public static readonly Text SomebodyElse = new("刚才有别人保存了，您写的没有保存。请重新打开再写。", "Somebody else saved meanwhile; yours was not stored. Open it again and write it there.");
    public static readonly Text CommentMissing = new("请先写评论。", "Write the comment first.");

    /// <summary>What the station's strip says of reports that are waited for; a drill's are named as such.</summary>
    public static Text Waiting(Mode mode) => mode == Mode.Real ? new("复盘待写（实警）", "Reports waited for (real alerts)") : mode == Mode.Drill ? new("复盘待写（演练）", "Reports waited for (drills)") : new("复盘待写（测试）", "Reports waited for (tests)");

    public static string Letter(Performance grade) => grade switch
    {
        Performance.Performed => "P",
        Performance.SomeChallenges => "S",
        Performance.MajorChallenges => "M",
        _ => "U",
    };

    public static Text Of(Performance grade) => grade switch
    {
        Performance.Performed => new("P 顺利完成", "P performed without challenges"),
        Performance.SomeChallenges => new("S 有些困难", "S performed with some challenges"),
        Performance.MajorChallenges => new("M 困难很大", "M performed with major challenges"),
        _ => new("U 没能完成", "U unable to be performed"),
    };

    public static Text Of(Objective objective) => objective switch
    {
        Objective.SelfHelp => Of(Reports.Stage.SelfHelp),
        Objective.MutualHelp => Of(Reports.Stage.MutualHelp),
        Objective.OnScene => Of(Reports.Stage.OnScene),
        _ => new("通知到人", "The news reaches everybody"),
    };

    public static Text Of(Stage stage) => stage switch
    {
        Reports.Stage.SelfHelp => new("1 自救", "1 self-help"),
        Reports.Stage.MutualHelp => new("3 互救", "3 mutual help"),
        _ => new("5 到场", "5 on scene"),
    };

    public static Text Of(Reaching reaching) => reaching switch
    {
        Reaching.Running => new("计时中", "running"),
        Reaching.Overdue => new("已超时", "overdue"),
        Reaching.InTime => new("按时", "in time"),
        Reaching.Late => new("超时", "late"),
        _ => new("未达到", "not reached"),
    };

    public static Text Of(ReportStanding standing) => standing switch
    {
        ReportStanding.Owed => new("待写", "Owed"),
        ReportStanding.Due => new("已提醒", "Due"),
        ReportStanding.Overdue => new("逾期", "Overdue"),
        ReportStanding.Complete => new("完成", "Complete"),
        _ => new("不完整", "Incomplete"),
    };

    public static Text Of(Side part) => part switch
    {
        Side.Raiser => new("吹哨商户", "The shop that whistled"),
        Side.Neighbour => new("到场邻居", "A neighbour who came"),
        Side.Table => new("参加推演的商户", "A shop at the table"),
        Side.Observer => new("观察员", "An observer"),
        Side.Organizer => new("组织者", "The organizer"),
        _ => new("民警", "An officer"),
    };

    /// <summary>Names behind the part that they took, each part said once.</summary>
    public static string BySide(IEnumerable<Asked> asked) => string.Join(" · ", asked.GroupBy(a => a.Side).Select(side => new Text("{0}：{1}", "{0}: {1}").With(Of(side.Key), ListSay.Of(side.Select(a => a.Name)))));

    public static string Of(Deviation deviation) => deviation.What switch
    {
        DeviationKind.NobodyToTell => new Text("没有任何邻居可以通知", "there was no neighbour to tell").ToString(),
        DeviationKind.NobodyReached => new Text("通知的 {0} 户一户都没送达", "none of the {0} shops was reached").With(deviation.Count),
        DeviationKind.ShopsUnreached => new Text("{0} 户未送达", "{0} shops were not reached").With(deviation.Count),
        DeviationKind.NobodyCame => new Text("没有邻居到场", "no neighbour came").ToString(),
        DeviationKind.TooFewCame => new Text("只有 {0} 户到场，人数不够", "only {0} shops came, fewer than were needed").With(deviation.Count),
        DeviationKind.NeverArrived => new Text("{0} 户说了去但没到", "{0} shops said they were coming and never arrived").With(deviation.Count),
        DeviationKind.StageLate => new Text("{0}：超时 {1} 秒", "{0}: {1} s late").With(Of(deviation.Stage!.Value), (int)deviation.By!.Value.TotalSeconds),
        DeviationKind.StageNotReached => new Text("{0}：未达到", "{0}: not reached").With(Of(deviation.Stage!.Value)),
        DeviationKind.NotTaken => new Text("没有民警接哨", "no officer took it").ToString(),
        DeviationKind.Climbed => new Text("升级 {0} 次", "climbed {0} times").With(deviation.Count),
        DeviationKind.HandedBack => new Text("交回 {0} 次", "handed back {0} times").With(deviation.Count),
        DeviationKind.TakerReminded => new Text("接哨人被提醒 {0} 次", "the taker had to be reminded {0} times").With(deviation.Count),
        DeviationKind.Reopened => new Text("重开 {0} 次", "reopened {0} times").With(deviation.Count),
        DeviationKind.PressedLate => new Text("设备断线，按下 {0} 秒后哨声才发出", "the device had no line: the whistle left it {0} s after the press").With((int)deviation.By!.Value.TotalSeconds),
        _ => new Text("超过次数，只通知了派出所", "over the shop's quota: the station alone was told").ToString(),
    };

    public static Text Of(Heard heard) => heard switch
    {
        Heard.InTime => new("已送达", "reached"),
        Heard.Late => new("迟到送达", "reached late"),
        Heard.NotKnown => new("结束时还没有回执", "no receipt yet when it ended"),
        _ => new("未送达", "not reached"),
    };

    public static string Span(TimeSpan? span) => span is { } s ? Seconds.With((int)Math.Round(s.TotalSeconds)) : NotMeasured.ToString();
}
