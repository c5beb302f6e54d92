using WhistleNet.Reports;
using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>What the town's people said and wrote after a drill, in both languages at once: it is theirs, and a page cannot translate it.</summary>
internal sealed record PastVoices(Assessment Assessment, string Comment, Func<DemoPast, IEnumerable<(Actor Who, Ticks Ticks, string? Well, string? Better)>> Answers)
{
    public const string PlayedThrough = "情景走完 / played to its end";
    public const string AloneInTheShop = "店里只有我一个人 / alone in the shop";
    private const string Distribution = "各组组长、派出所 / circle leaders and the station";

    public static readonly PastVoices OfSlow = new(
        new Assessment(
            [
                new(Objective.SelfHelp, Performance.SomeChallenges, "48 秒自救，民警 30 秒没接、第二民警被叫 / helped itself after 48 s; not taken within 30 s, the second officer was called"),
                new(Objective.MutualHelp, Performance.MajorChallenges, "三家 5 分 18 秒才到齐 / three shops together only after 5 min 18 s"),
                new(Objective.OnScene, Performance.Performed, "4 分 50 秒到场 / on the scene after 4 min 50 s"),
                new(Objective.Reach, Performance.SomeChallenges, "两家没通知到：一家没有设备，一家没上班 / two shops not reached: one without a device, one off duty"),
            ],
            "店主先退到柜台后面再说话 / the shopkeeper stepped behind the counter before talking",
            [new("第一家 3 分 25 秒才到 / the first shop came after 3 min 25 s", "盾牌锁在里屋 / the shield was locked in the back room")],
            "盾牌放门口，钥匙不上锁 / keep the shield at the door, unlocked", Distribution),
        "接哨慢是因为电话占线，已要求座机旁留一人 / slow to take: the line was busy; somebody now stays at the desk",
        past =>
        [
            (past.Phone("QSQ-001"), new(Tick.Yes, Tick.Partly, Tick.No, Tick.Partly), "按得动，灯也亮了 / easy to press, and it showed", "等邻居时不知道说什么 / not knowing what to say while waiting"),
            (past.Phone("QSQ-005"), new(Tick.Yes, Tick.Partly, Tick.No, Tick.Yes), null, "盾牌要放在手边 / keep the shield within reach"),
            (past.Phone("QSQ-004"), new(Tick.Yes, Tick.Yes, Tick.Partly, Tick.Yes), "大家都没有上手 / nobody laid a hand on him", null),
            (past.Phone("QSQ-002"), new(Tick.Partly, Tick.Yes, Tick.Yes, Tick.Partly), null, "看到消息晚了 / saw the message late"),
            (DemoTown.AsOfficer, new(Tick.Yes, Tick.Yes, Tick.Yes, Tick.Partly), "邻居站得远，门口留着 / the neighbours kept their distance and left the door free", null),
        ]);

    public static readonly PastVoices OfBetter = new(
        new Assessment(
            [
                new(Objective.SelfHelp, Performance.Performed, "21 秒接哨，28 秒自救 / taken after 21 s, helped itself after 28 s"),
                new(Objective.MutualHelp, Performance.SomeChallenges, "第一家 1 分 28 秒，三家 3 分 41 秒到齐 / first shop after 1 min 28 s, three together after 3 min 41 s"),
                new(Objective.OnScene, Performance.Performed, "4 分 28 秒到场 / on the scene after 4 min 28 s"),
                new(Objective.Reach, Performance.SomeChallenges, "裁缝铺仍然没有设备 / the tailor still has no device"),
            ],
            "盾牌在门口，第一家快了近两分钟 / with the shield at the door the first shop was nearly two minutes faster",
            [new("第三家出门晚 / the third shop left late", "店里没有人替班 / nobody to take over the counter")],
            "每家写好替班的人，哨响先叫替班 / each shop names who takes over, and calls them first", Distribution),
        "撤开的时机把握得好 / they drew back at the right moment",
        past =>
        [
            (past.Phone("QSQ-001"), new(Tick.Yes, Tick.Yes, Tick.Yes, Tick.Yes), "第一家来得很快 / the first shop came very soon", "希望再多一家懂急救 / one more who knows first aid"),
            (past.Phone("QSQ-005"), new(Tick.Yes, Tick.Yes, Tick.Yes, Tick.Yes), "盾牌拿了就走 / picked up the shield and went", null),
            (past.Phone("QSQ-004"), new(Tick.Yes, Tick.Yes, Tick.Partly, Tick.Yes), null, "钢叉只有一把 / there is only one fork"),
            (past.Phone("QSQ-002"), new(Tick.Yes, Tick.Yes, Tick.Yes, Tick.Yes), null, "要有人替我看店 / I need somebody to mind the shop"),
            (DemoTown.AsOfficer, new(Tick.Yes, Tick.Yes, Tick.Yes, Tick.Yes), "到场时他已经坐下了 / he was sitting down when we came", null),
        ]);

    /// <summary>Written down after the slow drill; the next one meets it.</summary>
    public static ImprovementTyped ShieldAtTheDoor(DateTimeOffset due) => new(
        "盾牌锁在里屋，第一家到得太晚 / The shield is locked away; the first shop comes too late", "盾牌挂在面馆门口，不上锁 / Hang the shield at the noodle shop's door, unlocked",
        "一组组长 / leader of circle 1", due, new RetestTyped(Measure.FirstArrived, DemoTown.FirstCircle, null, 120, Real: true, Drill: true));

    /// <summary>Written down after the better one; still open.</summary>
    public static ImprovementTyped ThreeTogether(DateTimeOffset due) => new(
        "三家到齐要 3 分 41 秒 / Three shops together take 3 min 41 s", "每家写好替班的人 / Each shop names who takes over the counter",
        "一组组长 / leader of circle 1", due, new RetestTyped(Measure.MutualHelp, DemoTown.FirstCircle, null, 180, Real: true, Drill: true));
}
