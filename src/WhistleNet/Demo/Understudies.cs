using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Demo;

/// <summary>
/// In a drill of the demo they step in for whoever has a pane and does nothing: the shop that is to press, the first neighbour, the officer, the
/// organizer. They do what the scenario expects, a little later than a person would, and nothing that was done already. In a real alert they never act.
/// </summary>
internal sealed class Understudies(IDbContextFactory<WhistleDb> databases, WhistleDesk whistles, AnswerDesk answers, AlertDesk station, DrillDesk drills, PlanRound plans, TownHall hall, DemoClock clock)
{
    private const string Raiser = "QSQ-001", Neighbour = "QSQ-002";

    /// <summary>Does what is due; done twice it does nothing more.</summary>
    /// <returns>True where the show is over.</returns>
    public async Task<bool> Look(string drillId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var drill = await db.Drills.AsNoTracking().SingleAsync(d => d.Id == drillId);
        if (drill.IsRunning) await Play(db, drill, now);
        else if (drill is { End: not DrillEnd.RealAlert, AnnouncedAt: null } && Past(drill.EndedAt, 20, now)) await drills.Announce(DemoTown.AsOrganizer, drillId);
        if (drill.IsRunning || drill is { End: not DrillEnd.RealAlert, AnnouncedAt: null }) return false;
        await plans.Remind(); // the drill that was completed dates the next
        return true;
    }

    private async Task Play(WhistleDb db, Drill drill, DateTimeOffset now)
    {
        var alert = await db.Alerts.AsNoTracking().Where(a => a.DrillId == drill.Id && a.Mode == Mode.Drill).OrderBy(a => a.RaisedAt).FirstOrDefaultAsync();
        if (alert is null)
        {
            if (Past(drill.StartedAt, 75, now)) await Press(drill);
            return;
        }
        if (!alert.IsOpen) return;
        var lines = await db.Lines.AsNoTracking().Where(l => l.AlertId == alert.Id).ToListAsync();
        DateTimeOffset? When(Entry what) => lines.Find(l => l.What == what)?.At;
        var raised = alert.RaisedAt;
        if (Past(raised, 22, now) && When(Entry.Taken) is null) await station.Take(DemoTown.AsOfficer, alert.Id);
        if (Past(raised, 35, now) && When(Entry.Observed) is null) await answers.Observe(Phone(Raiser), alert.Id, Observation.SelfHelp, null);
        if (Past(raised, 50, now) && alert.Kind == Kind.Unspecified) await station.Tell(Phone(Raiser), alert.Id, Kind.Disorder, null);
        await Neighbourly(db, alert, When(Entry.OnScene), now);
        if (Past(raised, 240, now) && When(Entry.OnScene) is null) await station.MarkAs(DemoTown.AsOfficer, alert.Id, Mark.OnScene, null);
        if (Past(When(Entry.OnScene), 120, now) && When(Entry.Contained) is null) await station.MarkAs(DemoTown.AsOfficer, alert.Id, Mark.Contained, null);
    }

    private async Task Neighbourly(WhistleDb db, Alert alert, DateTimeOffset? onScene, DateTimeOffset now)
    {
        var said = await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id && n.DeviceId == DemoTown.Phone(Neighbour)).Select(n => n.Answer).FirstOrDefaultAsync();
        var next = said switch
        {
            null when Past(alert.RaisedAt, 30, now) => Reply.Coming,
            Reply.Coming when Past(alert.RaisedAt, 95, now) => Reply.Arrived,
            Reply.Arrived when Past(onScene, 60, now) => Reply.Withdrawn,
            _ => (Reply?)null,
        };
        if (next is { } reply) await answers.Answer(Phone(Neighbour), alert.Id, reply, null);
    }

    private Task<Ruling<Pressed>> Press(Drill drill)
    {
        var press = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: true, drill.Id, Kind.Unspecified, Silent: false, null, null, null, null);
        return whistles.Press(Phone(Raiser), DemoTown.ShopId(Raiser), press);
    }

    private Actor Phone(string shopRef) => hall.Roster.ById(DemoTown.Phone(shopRef))!.AsActor();

    private static bool Past(DateTimeOffset? since, int seconds, DateTimeOffset now) => since is { } at && now >= at.AddSeconds(seconds);
}
