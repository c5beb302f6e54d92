using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>
/// The six questions: <c>/w/review</c> for the phone of a shop that took part, <c>/review</c> for an officer. Plain pages, each asking
/// for itself who is there; to whoever took no part they say that there is nothing to answer.
/// </summary>
public static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        foreach (var address in new[] { "w/review", "review" })
        {
            app.MapPaper("/" + address,
                (HttpContext http, ReportBoard board, Calling calling, string? report, bool saved = false) => Show(http, board, calling, address, report ?? "", saved),
                (HttpContext http, ReportBoard board, ReportDesk desk, Calling calling) => Answer(http, board, desk, calling, address));
        }
    }

    private static async Task<IResult> Show(HttpContext http, ReportBoard board, Calling calling, string address, string report, bool saved, Text? problem = null)
    {
        var who = http.User.Actor();
        var review = await board.ReviewFor(who, report);
        return Papers.Page<ReviewPage>(http, new { Address = address, Time = new StationTime(calling.ZoneOf(who.StationId ?? "")), Review = review, Saved = saved && review?.Answer is not null, Problem = problem },
            review is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Answer(HttpContext http, ReportBoard board, ReportDesk desk, Calling calling, string address)
    {
        var typed = await Papers.Typed(http);
        var (report, well, better) = (typed["report"].ToString(), typed["well"].ToString(), typed["improve"].ToString());
        var ticks = new Ticks(TickOf(typed, "q1"), TickOf(typed, "q2"), TickOf(typed, "q3"), TickOf(typed, "q4"));
        if (await Papers.Form(http) is null) return await Show(http, board, calling, address, report, saved: false, PaperSay.Expired);
        return await desk.Answer(http.User.Actor(), report, ticks, well, better)
            ? Papers.To(http, address + QueryString.Create("report", report).Add("saved", "true")) : await Show(http, board, calling, address, report, saved: false);
    }

    private static Tick? TickOf(IFormCollection form, string name) => Words.Parse<Tick>(form[name].ToString());
}
