using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary><c>/print/handover/{id}</c>, an alert on one page for the station's own records; <c>/print/hand-on/{id}</c>, a card for whoever needs legal help.</summary>
public static class HandoverEndpoints
{
    public static void MapHandover(this IEndpointRouteBuilder app)
    {
        app.MapGet("/print/handover/{id}", Sheet).RequireAuthorization(Doors.Console).ExcludeFromDescription();
        app.MapGet("/print/hand-on/{id}", Card).RequireAuthorization(Doors.Console).ExcludeFromDescription();
    }

    private static async Task<IResult> Sheet(HttpContext http, string id, IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, AccessLog log, TimeProvider time)
    {
        var who = http.User.Actor();
        await using var db = await databases.CreateDbContextAsync();
        if (await Mine(db, who, id) is not { } alert) return Problems.NotFound(http);
        await log.Write(who, Deed.AlertPrinted, id, hall.Town.Shop(alert.ShopId)?.Name, reason: id); // before it is shown: paper leaves the house
        return Papers.Page<HandoverPage>(http, new
        {
            Alert = alert, Town = hall.Town, Time = new StationTime(calling.ZoneOf(alert.StationId)), Now = time.GetUtcNow(),
            Story = await db.Lines.AsNoTracking().Where(l => l.AlertId == id).OrderBy(l => l.Seq).ToListAsync(), Notices = await db.Notices.AsNoTracking().Where(n => n.AlertId == id).ToListAsync(),
        });
    }

    // Of a mediation, or of an alert that is over.
    private static async Task<IResult> Card(HttpContext http, string id, IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, IConfiguration set, TimeProvider time)
    {
        var who = http.User.Actor();
        await using var db = await databases.CreateDbContextAsync();
        var mediation = await db.Mediations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id);
        var alert = mediation is null ? await Mine(db, who, id) : null;
        var station = mediation is not null && who.StationId == mediation.StationId && who.May(Act.SeeNotes, mediation.StationId) ? mediation.StationId : alert is { State: AlertState.Closed } ? alert.StationId : null;
        if (station is null) return Problems.NotFound(http);
        return Papers.Page<HandOnPage>(http, new
        {
            Help = LegalHelp.Of(set), Station = hall.Town.Stations.GetValueOrDefault(station)?.Name ?? "", Day = new StationTime(calling.ZoneOf(station)).Day(time.GetUtcNow()),
            Matter = (alert is { Outcome: not Outcome.Mediation } ? AlertSay.Of(alert.Kind) : HandoverSay.Quarrel).ToString(), Number = id,
        });
    }

    private static async Task<Alert?> Mine(WhistleDb db, Actor who, string id) =>
        await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is { } alert && who.May(Act.SeeNotices, alert) && who.May(Act.SeeReports, alert.StationId) ? alert : null;
}
