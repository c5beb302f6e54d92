using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary><c>/my-shop</c>: the owner's words, hours and devices. The words are hashed at once, never shown, never logged.</summary>
public static class MyShopEndpoints
{
    public static void MapMyShop(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/my-shop").RequireAuthorization().ExcludeFromDescription().DisableAntiforgery();
        own.MapGet("", async (HttpContext http, TownHall hall, Calling calling, DrillBoard drills, bool saved = false) => Mine(http, hall) is { } shop ? await Page(http, shop, hall, calling, drills, null, saved) : NotYours(http));
        own.MapPost("/words", SetWords);
        own.MapPost("/hours", SetHours);
        own.MapPost("/revoke", Revoke);
        own.MapPost("/days", AddDay);
        own.MapPost("/days/remove", RemoveDay);
        own.MapPost("/today", Today);
    }

    private static async Task<IResult> SetWords(HttpContext http, TownHall hall, Calling calling, DrillBoard drills, WordsDesk desk)
    {
        if (Mine(http, hall) is not { } shop || !http.User.Actor().MayFor(Act.SetWords, shop.Id)) return NotYours(http);
        if (await Papers.Form(http) is not { } form) return await Page(http, shop, hall, calling, drills, PaperSay.Expired);
        if (await desk.Set(http.User.Actor(), shop.Id, form["safe"].ToString(), form["duress"].ToString()) is { } why) return await Page(http, shop, hall, calling, drills, why);
        await hall.Refresh();
        return Papers.To(http, "my-shop?saved=true");
    }

    private static async Task<IResult> SetHours(HttpContext http, TownHall hall, Calling calling, DrillBoard drills, ShopDesk desk)
    {
        if (Mine(http, hall) is not { } shop) return NotYours(http);
        if (await Papers.Form(http) is not { } form) return await Page(http, shop, hall, calling, drills, PaperSay.Expired);
        var (hours, silent) = (form["hours"].ToString(), form["silent"] == "1");
        return await desk.Set(http.User.Actor(), shop.Id, hours, shop.Trained, silent, form["holidays"] == "1") is { } why
            ? await Page(http, shop, hall, calling, drills, why, typed: (hours, silent)) : Papers.To(http, "my-shop?saved=true");
    }

    private static async Task<IResult> AddDay(HttpContext http, TownHall hall, Calling calling, DrillBoard drills, DayDesk desk)
    {
        if (Mine(http, hall) is not { } shop) return NotYours(http);
        if (await Papers.Form(http) is not { } form) return await Page(http, shop, hall, calling, drills, PaperSay.Expired);
        var typed = new DayTyped(form["from"], form["until"], form["hours"], form["name"], form["yearly"] == "1");
        return await desk.Add(http.User.Actor(), shop.StationId, shop.Id, typed) is { } why ? await Page(http, shop, hall, calling, drills, why, day: typed) : Papers.To(http, "my-shop?saved=true");
    }

    private static async Task<IResult> RemoveDay(HttpContext http, TownHall hall, Calling calling, DrillBoard drills, DayDesk desk)
    {
        if (Mine(http, hall) is not { } shop) return NotYours(http);
        if (await Papers.Form(http) is not { } form) return await Page(http, shop, hall, calling, drills, PaperSay.Expired);
        return await desk.Remove(http.User.Actor(), form["day"].ToString()) is { } why ? await Page(http, shop, hall, calling, drills, why) : Papers.To(http, "my-shop?saved=true");
    }

    private static async Task<IResult> Today(HttpContext http, TownHall hall, Calling calling, DrillBoard drills, DayDesk desk)
    {
        if (Mine(http, hall) is not { } shop) return NotYours(http);
        if (await Papers.Form(http) is not { } form) return await Page(http, shop, hall, calling, drills, PaperSay.Expired);
        return await desk.Today(http.User.Actor(), shop.Id, form["closed"] == "true") is { } why ? await Page(http, shop, hall, calling, drills, why) : Papers.To(http, "my-shop?saved=true");
    }

    private static async Task<IResult> Revoke(HttpContext http, TownHall hall, DeviceDesk desk)
    {
        if (Mine(http, hall) is null) return NotYours(http);
        if (await ProveEndpoints.First(http, "/my-shop") is { } first) return first;
        var done = await Papers.Form(http) is { } form && await desk.Revoke(http.User.Actor(), form["device"].ToString());
        return Papers.To(http, done ? "my-shop?saved=true" : "my-shop");
    }

    private static Shop? Mine(HttpContext http, TownHall hall) =>
        hall.Town.Shop(http.User.Actor().ShopId) is { } shop && http.User.Actor().MayFor(Act.ManageHours, shop.Id) ? shop : null;

    private static async Task<IResult> Page(HttpContext http, Shop shop, TownHall hall, Calling calling, DrillBoard drills, Text? problem, bool saved = false, (string Hours, bool Silent)? typed = null, DayTyped? day = null) => Papers.Page<MyShopPage>(http, new
    {
        Days = Ahead(hall, shop, calling, Now(http)), ClosedToday = IsClosed(hall, shop, calling, Now(http)), Day = day ?? new DayTyped(null),
        Shop = shop, Devices = hall.Roster.OfShop(shop.Id).OrderBy(d => d.IssuedAt).ToList(), Time = new StationTime(calling.ZoneOf(shop.StationId)),
        Hours = typed?.Hours ?? shop.Hours?.ToString(), Silent = typed?.Silent ?? shop.Silent, Saved = saved, Problem = problem, NextDrill = await drills.NextFor(http.User.Actor(), shop), Gear = http.RequestServices.GetRequiredService<GearBoard>().Mine(http.User.Actor()),
    });

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static List<SpecialDay> Ahead(TownHall hall, Shop shop, Calling calling, DateTimeOffset now) =>
        [.. hall.Calendar.For(shop).Where(d => d.IsAhead(DateOnly.FromDateTime(calling.TimeAt(shop.StationId, now)))).OrderBy(d => d.Yearly).ThenBy(d => d.From)];

    private static bool IsClosed(TownHall hall, Shop shop, Calling calling, DateTimeOffset now) =>
        hall.Calendar.On(shop, DateOnly.FromDateTime(calling.TimeAt(shop.StationId, now))) is { IsClosed: true } || hall.Calendar.ClosedNow(shop, calling.TimeAt(shop.StationId, now)).Any();

    private static IResult NotYours(HttpContext http) => Papers.To(http, "sign-in" + QueryString.Create("to", "/my-shop"));
}
