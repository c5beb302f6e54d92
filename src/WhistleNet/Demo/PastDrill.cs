using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Reports;

namespace WhistleNet.Demo;

/// <summary>A drill that was played, and what is kept of it.</summary>
internal sealed record DrillPlayed(string DrillId, string AlertId, string ReportId);

/// <summary>What one of the town's people does at a drill.</summary>
internal enum Cue { HelpsItself, TellsKind, Comes, CannotCome, Arrives, Leaves, Takes, IsThere, Contains, Ticks, Rates, Notes, Nothing }

/// <param name="At">Seconds from the press.</param>
/// <param name="Who">A shop's reference; empty for the station and the observer.</param>
/// <param name="About">What an observer looks at, and what they write of it.</param>
internal sealed record Move(int At, Cue Cue, string Who = "", string? About = null, string? Text = null, int? Rating = null);

/// <summary>Plays one drill of the town's past, move by move, at the desks that take such moves today.</summary>
internal sealed class PastDrill(DemoPast past, string planId)
{
    private const string Raiser = "QSQ-001", Ironmonger = "QSQ-002", Stationer = "QSQ-004", Noodles = "QSQ-005", Barber = "QSQ-006";
    private const int FromStartToPress = 36, LastMove = 540;

    /// <summary>The officer is called twice, the shield stands in the back room, and the third shop comes after five minutes.</summary>
    public static readonly IReadOnlyList<Move> Slow =
    [
        new(30, Cue.Nothing), new(44, Cue.Takes), new(48, Cue.HelpsItself, Raiser), new(60, Cue.Nothing), new(66, Cue.Comes, Noodles), new(75, Cue.Comes, Stationer), new(83, Cue.TellsKind, Raiser), new(90, Cue.CannotCome, Barber), new(120, Cue.Nothing),
        new(152, Cue.Comes, Ironmonger), new(205, Cue.Arrives, Noodles), new(225, Cue.Nothing), new(262, Cue.Arrives, Stationer),
        new(281, Cue.Ticks, About: "form-up"), new(290, Cue.IsThere), new(318, Cue.Arrives, Ironmonger), new(320, Cue.Nothing),
        new(330, Cue.Rates, About: "arrive", Rating: 2), new(341, Cue.Notes, Text: "盾牌锁在里屋，找钥匙花了一分多钟。 / The shield was locked in the back room; finding the key took over a minute."),
        new(372, Cue.Leaves, Noodles), new(380, Cue.Leaves, Stationer), new(384, Cue.Leaves, Ironmonger), new(430, Cue.Contains),
    ];

    /// <summary>The shield stands at the door: the first shop is there in a minute and a half. Three together still take too long.</summary>
    public static readonly IReadOnlyList<Move> Better =
    [
        new(21, Cue.Takes), new(24, Cue.Comes, Noodles), new(28, Cue.HelpsItself, Raiser), new(33, Cue.Comes, Stationer), new(41, Cue.CannotCome, Barber), new(47, Cue.TellsKind, Raiser),
        new(60, Cue.Nothing), new(88, Cue.Arrives, Noodles), new(96, Cue.Comes, Ironmonger), new(108, Cue.Nothing), new(131, Cue.Arrives, Stationer),
        new(150, Cue.Ticks, About: "form-up"), new(163, Cue.Rates, About: "form-up", Rating: 4), new(170, Cue.Notes, Text: "盾前叉侧，门口留出来了；只有一个人说话。 / Shield in front, forks at the sides, the door left free; one of them talked."),
        new(221, Cue.Arrives, Ironmonger), new(232, Cue.Rates, About: "arrive", Rating: 3), new(268, Cue.IsThere), new(298, Cue.Nothing),
        new(340, Cue.Leaves, Noodles), new(344, Cue.Leaves, Ironmonger), new(352, Cue.Leaves, Stationer), new(396, Cue.Contains), new(410, Cue.Ticks, About: "contained"),
        new(425, Cue.Notes, Text: "第三家等人替班才出门。 / The third shop left only once somebody had taken over the counter."),
    ];

    private DateTimeOffset _pressedAt;
    private string _alert = "";
    private Watching _observer = null!;

    public async Task<DrillPlayed> Play(IReadOnlyList<Move> moves)
    {
        var desk = past.The<DrillDesk>();
        var plan = DemoDrill.Plan(past.Now, planId);
        await desk.Plan(DemoTown.AsOrganizer, plan);
        _observer = await Join(plan.DrillId);
        await desk.Start(DemoTown.AsOrganizer, plan.DrillId);
        await past.Until(past.Now);
        _pressedAt = past.Now.AddSeconds(FromStartToPress);
        await Press(plan.DrillId);
        foreach (var move in moves)
        {
            await past.Until(_pressedAt.AddSeconds(move.At));
            await Do(move);
        }
        await past.Until(_pressedAt.AddSeconds(LastMove));
        await desk.Stop(DemoTown.AsOrganizer, plan.DrillId, PastVoices.PlayedThrough);
        await past.Hear(_alert);
        await past.Until(past.Now.AddSeconds(40));
        await desk.Announce(DemoTown.AsOrganizer, plan.DrillId);
        await past.The<ReportRounds>().DraftOne(_alert);
        return new DrillPlayed(plan.DrillId, _alert, await Report());
    }

    private async Task Press(string drillId)
    {
        await past.Until(_pressedAt);
        var press = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: true, drillId, Kind.Unspecified, Silent: false, null, _pressedAt, null, null);
        _alert = (await past.The<WhistleDesk>().Press(past.Phone(Raiser), DemoTown.ShopId(Raiser), press)).Value!.Press.AlertId;
        await past.Until(_pressedAt.AddSeconds(1));
        await past.Hear(_alert);
    }

    private async Task Do(Move move)
    {
        var (answers, station) = (past.The<AnswerDesk>(), past.The<AlertDesk>());
        var done = move.Cue switch
        {
            Cue.HelpsItself => (await answers.Observe(past.Phone(move.Who), _alert, Observation.SelfHelp, null)).Done,
            Cue.TellsKind => (await station.Tell(past.Phone(move.Who), _alert, Kind.Disorder, null)).Done,
            Cue.Comes => await Says(move, Reply.Coming),
            Cue.CannotCome => await Says(move, Reply.CannotCome, PastVoices.AloneInTheShop),
            Cue.Arrives => await Says(move, Reply.Arrived),
            Cue.Leaves => await Says(move, Reply.Withdrawn),
            Cue.Takes => (await station.Take(DemoTown.AsOfficer, _alert)).Done,
            Cue.IsThere => (await station.MarkAs(DemoTown.AsOfficer, _alert, Mark.OnScene, null)).Done,
            Cue.Contains => (await station.MarkAs(DemoTown.AsOfficer, _alert, Mark.Contained, null)).Done,
            Cue.Ticks => await Write(move, ObserverEntry.Ticked),
            Cue.Rates => await Write(move, ObserverEntry.Rated),
            Cue.Notes => await Write(move, ObserverEntry.Noted),
            _ => true, // time passed, and what was due then was done
        };
        if (!done) throw new InvalidOperationException($"The demo's past was refused: {move}");
        await past.Hear(_alert);
    }

    private async Task<bool> Says(Move move, Reply reply, string? why = null) => (await past.The<AnswerDesk>().Answer(past.Phone(move.Who), _alert, reply, why)).Done;

    private async Task<Watching> Join(string drillId)
    {
        var desk = past.The<ObserverDesk>();
        var code = await desk.Invite(DemoTown.AsOrganizer, drillId, DemoTown.ShopId(Raiser));
        var token = await desk.Join(drillId, code, DemoTown.Observer, new DefaultHttpContext());
        return (await desk.Who(drillId, token))!;
    }

    private Task<bool> Write(Move move, ObserverEntry what) => past.The<ObserverDesk>().Write(new ObserverLine
    {
        ObserverId = _observer.Observer.Id, Id = Guid.NewGuid().ToString("D"), DrillId = _observer.Drill.Id, Who = DemoTown.Observer, At = past.Now, ReceivedAt = past.Now,
        What = what, About = move.About, Rating = move.Rating, Text = move.Text,
    });

    private async Task<string> Report()
    {
        await using var db = await past.The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        return await db.Reports.Where(r => r.AlertId == _alert).Select(r => r.Id).SingleAsync();
    }
}
