using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>
/// The six questions: <c>/w/review</c> for the phone of a shop that took part, <c>/review</c> for an officer, and beside an observer's page for who watched round a table. Plain pages, each asking
/// for itself who is there; to whoever took no part they say that there is nothing to answer.
/// </summary>
public static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        foreach (var address in new[] { "w/review", "review" })
        {
            app.MapPaper("/" + address,
                (HttpContext http, ReportBoard board, Calling calling, string? report, bool saved = false) => Show(http, http.User.Actor(), board, calling, address, report ?? "", saved),
                async (HttpContext http, ReportBoard board, ReportDesk desk, Calling calling) => await Answer(http, http.User.Actor(), board, desk, calling, address, (await Papers.Typed(http))["report"].ToString()));
        }
        app.MapPaper("/observe/{drillId}/review",
            async (HttpContext http, string drillId, ObserverDesk observers, ReportBoard board, Calling calling, bool saved = false) => await Show(http, await Observer(http, drillId, observers), board, calling, $"observe/{drillId}/review", drillId, saved),
            async (HttpContext http, string drillId, ObserverDesk observers, ReportBoard board, ReportDesk desk, Calling calling) => await Answer(http, await Observer(http, drillId, observers), board, desk, calling, $"observe/{drillId}/review", drillId));
    }

    private static async Task<IResult> Show(HttpContext http, Actor who, ReportBoard board, Calling calling, string address, string report, bool saved, Text? problem = null)
    {
        var review = await board.ReviewFor(who, report);
        return Papers.Page<ReviewPage>(http, new { Address = address, Time = new StationTime(calling.ZoneOf(who.StationId ?? "")), Review = review, Saved = saved && review?.Answer is not null, Problem = problem },
            review is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Answer(HttpContext http, Actor who, ReportBoard board, ReportDesk desk, Calling calling, string address, string report)
    {
        var typed = await Papers.Typed(http);
        var (well, better) = (typed["well"].ToString(), typed["improve"].ToString());
        var ticks = new Ticks(TickOf(typed, "q1"), TickOf(typed, "q2"), TickOf(typed, "q3"), TickOf(typed, "q4"));
        if (await Papers.Form(http) is null) return await Show(http, who, board, calling, address, report, saved: false, PaperSay.Expired);
        return await desk.Answer(who, report, ticks, well, better)
            ? Papers.To(http, address + QueryString.Create("report", report).Add("saved", "true")) : await Show(http, who, board, calling, address, report, saved: false);
    }

    // Who observes has no account: the phone's own cookie says who it is, for that drill alone. Whoever has none is nobody, and is asked nothing.
    private static async Task<Actor> Observer(HttpContext http, string drillId, ObserverDesk observers) =>
        await observers.Who(drillId, http.Request.Cookies[ObserveEndpoints.Cookie]) is { } watching ? new Actor(watching.Observer.Id, watching.Observer.Name ?? "", Role.None, watching.Drill.StationId) : new Actor("", "", Role.None);

    private static Tick? TickOf(IFormCollection form, string name) => Words.Parse<Tick>(form[name].ToString());
}
