using WhistleNet.Alerts;
using WhistleNet.Notes;

namespace WhistleNet.Demo;

/// <summary>One evening of the town's past when somebody whistled.</summary>
/// <param name="DaysAgo">Counted back from the day on which the demo begins.</param>
/// <param name="Comes">Who came, and after how many seconds they were there; one who only said so stands with 0.</param>
/// <param name="Taken">Seconds until the officer took it; 0 where nobody had to.</param>
internal sealed record Alarm(int DaysAgo, TimeOnly At, string Shop, Kind Kind, Outcome Outcome, string Reason, int Taken = 25, int OnScene = 0, params (string Shop, int Arrived)[] Comes);

/// <summary>
/// The town's last weeks beside its drills: whistles that were needed, slips, a quarrel at the market that comes back, its mediation that is
/// overdue, notes, a word to the shops that some have read, and thanks. The first circle had none since its drills: what it improves is the drills' to show.
/// </summary>
internal sealed class DemoMonth(DemoPast past, DateTimeOffset now, Func<DateOnly, TimeOnly, DateTimeOffset> at)
{
    private const string Stall = "DMS-014";

    /// <summary>Seconds after which the next ring is called.</summary>
    private const int Widened = 60;

    private readonly Queue<Alarm> _alarms = new(
    [
        new(72, new(20, 15), "QSQ-009", Kind.Disorder, Outcome.Stopped, "醉酒客人劝离 / A drunk guest was talked out", 22, 280, ("QSQ-005", 95), ("QSQ-004", 130)),
        new(52, new(21, 40), "DMS-010", Kind.Fight, Outcome.HandedToPolice, "两桌打架，带回处理 / Two tables fought; taken along", 18, 240, ("DMS-001", 100), ("DMS-007", 150), ("DMS-003", 170)),
        new(44, new(8, 5), "DMS-012", Kind.Unspecified, Outcome.Slip, "收摊时碰到 / Touched while tidying up", 0),
        new(36, new(18, 30), Stall, Kind.Fight, Outcome.Mediation, "为摊位过道争吵 / A quarrel over the way between stalls", 30, 310, ("DMS-016", 90), ("DMS-011", 120)),
        new(24, new(17, 50), Stall, Kind.Fight, Outcome.Mediation, "又为过道争吵，推搡 / The same again, with pushing", 26, 265, ("DMS-016", 80), ("DMS-012", 140), ("DMS-011", 0)),
        new(20, new(14, 10), "QSQ-016", Kind.LostChild, Outcome.Stopped, "孩子在茶馆找到 / The child was found at the tea house", 15, 0, ("QSQ-013", 60), ("QSQ-019", 75), ("QSQ-014", 110)),
        new(17, new(23, 20), "DMS-018", Kind.Fight, Outcome.NothingFound, "到场时人已散 / Everybody had gone", 40, 330, ("DMS-016", 200)),
        new(14, new(9, 30), "QSQ-020", Kind.Unspecified, Outcome.HonestMistake, "以为有人偷东西，是同事 / Took a colleague for a thief", 20),
        new(12, new(19, 45), "QSQ-019", Kind.Theft, Outcome.HandedToPolice, "人赃移交 / Handed over with what was taken", 19, 225, ("QSQ-013", 70), ("QSQ-014", 105), ("QSQ-022", 160)),
        new(9, new(12, 15), "DMS-002", Kind.Fire, Outcome.MedicalOrFire, "油锅起火，灭火毯盖灭 / A pan on fire, put out with a blanket", 12, 290, ("DMS-001", 45), ("DMS-003", 80), ("DMS-007", 95)),
        new(3, new(21, 10), "QSQ-022", Kind.Disorder, Outcome.Stopped, "住客争吵，劝开 / Guests quarrelled and were parted", 21, 250, ("QSQ-013", 65), ("QSQ-014", 100), ("QSQ-015", 120)),
    ]);

    /// <summary>What happened before this moment and was not played yet.</summary>
    public async Task Until(DateTimeOffset moment)
    {
        while (_alarms.TryPeek(out var next) && MomentOf(next) < moment) await Play(_alarms.Dequeue());
    }

    /// <summary>The last days: notes, a mediation of its own, words to the shops. What was closed as mediation weeks ago is overdue by now.</summary>
    public async Task End()
    {
        await Until(now);
        await past.The<MediationRound>().Owe();
        await past.Until(now.AddHours(-50));
        await Note(DemoTown.AsOfficer, NoteKind.Quarrel, Stall, "过道上的筐又摆出来了，两家各说各的。 / Baskets stand in the way again; each blames the other.");
        await Note(past.Phone("DMS-016"), NoteKind.NearMiss, "DMS-013", "水管漏到插座边，差点起火。 / Water ran to a socket; it nearly burned.", Kind.Fire);
        await Note(past.Phone("QSQ-013"), NoteKind.GoodNews, "QSQ-013", "几家一起把走失的孩子送回来了。 / Several shops brought the lost child home.");
        var quarrel = (await past.The<NoteBoard>().Of(DemoTown.AsOfficer, NoteKind.Quarrel, 1)).Notes[0].Note.Id;
        DemoHistory.Must(await past.The<MediationDesk>().Follow(DemoTown.AsOfficer, quarrel));
        DemoHistory.Must(await past.The<MediationDesk>().Assign(DemoTown.AsOfficer, quarrel, "老街调解员 周慧", null));
        await past.Until(now.AddHours(-26));
        var words = await past.The<BulletinDesk>().Say(DemoTown.AsOrganizer, "周六夜市到十一点，请各家把过道留出来。 / Saturday's night market runs until eleven: please keep the ways free.", []);
        DemoHistory.Must(words.Problem);
        await past.Until(now.AddHours(-20));
        foreach (var shop in new[] { "QSQ-004", "QSQ-005", "QSQ-013", "QSQ-014", "DMS-001", "DMS-016" }) await past.The<BulletinDesk>().Read(past.Phone(shop), words.Id);
        DemoHistory.Must((await past.The<BulletinDesk>().Thank(DemoTown.AsOrganizer, _last)).Problem);
    }

    private string _last = "";

    private DateTimeOffset MomentOf(Alarm alarm) => at(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-alarm.DaysAgo), alarm.At);

    private async Task Play(Alarm alarm)
    {
        var pressed = MomentOf(alarm);
        await past.Until(pressed);
        var press = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: false, null, alarm.Kind, Silent: false, null, pressed, null, null);
        _last = (await past.The<WhistleDesk>().Press(past.Phone(alarm.Shop), DemoTown.ShopId(alarm.Shop), press)).Value!.Press.AlertId;
        await past.Until(pressed.AddSeconds(1));
        await past.Hear(_last);
        var moves = alarm.Comes.Where(c => c.Arrived > 0).SelectMany(c => new[] { (At: c.Arrived / 3, Do: Says(c.Shop, Reply.Coming)), (At: c.Arrived, Do: Says(c.Shop, Reply.Arrived)) })
            .Concat(alarm.Comes.Where(c => c.Arrived == 0).Select(c => (At: 28, Do: Says(c.Shop, Reply.Coming))));
        if (alarm.Taken > 0) moves = moves.Append((alarm.Taken, async () => (await past.The<AlertDesk>().Take(DemoTown.AsOfficer, _last)).Done));
        if (alarm.OnScene > 0) moves = moves.Append((alarm.OnScene, async () => (await past.The<AlertDesk>().MarkAs(DemoTown.AsOfficer, _last, Mark.OnScene, null)).Done));
        foreach (var (second, act) in moves.OrderBy(m => m.At))
        {
            await past.Until(pressed.AddSeconds(second));
            if (!await act()) throw new InvalidOperationException($"The demo's past was refused: {alarm}");
            if (second > Widened) await past.Hear(_last); // whom the next ring called hears it too
        }
        await past.Until(pressed.AddSeconds(420));
        if (!(await past.The<AlertDesk>().Close(DemoTown.AsOfficer, _last, alarm.Outcome, alarm.Reason)).Done) throw new InvalidOperationException($"The demo's past was refused: {alarm}");
        await past.Hear(_last);
    }

    private Func<Task<bool>> Says(string shop, Reply reply) => async () => (await past.The<AnswerDesk>().Answer(past.Phone(shop), _last, reply, null)).Done;

    private async Task Note(People.Actor who, NoteKind kind, string shop, string text, Kind? about = null) =>
        DemoHistory.Must(await past.The<NoteDesk>().Write(who, new NoteTyped(kind, text, DemoTown.ShopId(shop), null, about)));
}
