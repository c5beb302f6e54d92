using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The shop's page of what it may appeal against; plain, for any phone.</summary>
public static class AppealEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder app) => app.MapPaper("/w/appeal", Show, Send);

    private static Task<IResult> Show(HttpContext http, AppealDesk desk, Calling calling, bool saved = false) => Page(http, desk, calling, null, saved);

    private static async Task<IResult> Send(HttpContext http, AppealDesk desk, Calling calling)
    {
        var typed = await Papers.Typed(http);
        if (await Papers.Form(http) is null) return await Page(http, desk, calling, PaperSay.Expired, false, typed["text"]);
        return await desk.Make(http.User.Actor(), typed["about"].ToString(), typed["text"]) is { } why ? await Page(http, desk, calling, why, false, typed["text"]) : Papers.To(http, "w/appeal?saved=true");
    }

    private static async Task<IResult> Page(HttpContext http, AppealDesk desk, Calling calling, Text? problem, bool saved, string? typed = null)
    {
        var who = http.User.Actor();
        var open = await desk.Open(who);
        return Papers.Page<AppealPage>(http, new { Open = open, Time = new StationTime(calling.ZoneOf(who.StationId ?? "")), Problem = problem, Saved = saved && open.Any(a => a.Appeal is not null), Typed = typed },
            who.IsShop ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }
}
