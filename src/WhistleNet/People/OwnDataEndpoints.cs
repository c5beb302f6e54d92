using System.Text;
using System.Text.Json;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>
/// One's own data, <c>/w/my-data</c> for the person of a shop's phone and <c>/my-data</c> for who has an account; and <c>/privacy</c>, which tells everybody what is
/// stored, what for, and how long.
/// </summary>
public static class OwnDataEndpoints
{
    private static readonly JsonSerializerOptions Readable = new(Columns.Json) { WriteIndented = true };

    public static void MapOwnData(this IEndpointRouteBuilder app)
    {
        app.MapPaper("/privacy", (HttpContext http, Retention retention) => Papers.Page<PrivacyPage>(http, new { Retention = retention }));
        foreach (var address in new[] { "w/my-data", "my-data" })
        {
            app.MapPaper("/" + address, (HttpContext http, OwnDataDesk desk, bool saved = false) => Page(http, desk, address, null, saved));
            app.MapPaper($"/{address}/export", (HttpContext http, OwnDataDesk desk) => Export(http, desk));
            app.MapPost($"/{address}/name", (HttpContext http, OwnDataDesk desk) => Rename(http, desk, address)).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
            app.MapPost($"/{address}/forget", (HttpContext http, OwnDataDesk desk) => Forget(http, desk, address)).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Page(HttpContext http, OwnDataDesk desk, string address, Text? problem, bool saved)
    {
        var who = http.User.Actor();
        return await desk.Of(who) is not { } whose ? Nobody(http, address)
            : Papers.Page<OwnDataPage>(http, new { Address = address, Whose = whose, Held = await desk.See(whose), MayNot = await desk.MayNot(who, whose), Problem = problem, Saved = saved });
    }

    // A file for its owner: nobody asks a page for it, and it opens as text.
    private static async Task<IResult> Export(HttpContext http, OwnDataDesk desk)
    {
        var who = http.User.Actor();
        if (await desk.Of(who) is not { } whose) return Problems.NotFound(http);
        if (!who.IsShop && await ProveEndpoints.First(http, "/my-data") is { } first) return first;
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(await desk.Export(who, whose), Readable)), "application/json", "my-data.json");
    }

    private static async Task<IResult> Rename(HttpContext http, OwnDataDesk desk, string address)
    {
        var who = http.User.Actor();
        if (await desk.Of(who) is not { } whose) return Nobody(http, address);
        if (await Papers.Form(http) is not { } form) return await Page(http, desk, address, PaperSay.Expired, false);
        return await desk.Rename(who, whose, form["name"]) is { } why ? await Page(http, desk, address, why, false) : Papers.To(http, address + "?saved=true");
    }

    private static async Task<IResult> Forget(HttpContext http, OwnDataDesk desk, string address)
    {
        var who = http.User.Actor();
        if (await desk.Of(who) is not { } whose) return Nobody(http, address);
        if (await Papers.Form(http) is null) return await Page(http, desk, address, PaperSay.Expired, false);
        if (who.Is(Role.ShopOwner | Role.ShopStaff) && await ProveEndpoints.First(http, "/my-data") is { } first) return first;
        var (done, why) = await desk.Forget(who, whose);
        return why is not null ? await Page(http, desk, address, why, false) : Papers.Page<ForgottenPage>(http, new { Done = done });
    }

    private static IResult Nobody(HttpContext http, string address) =>
        address.StartsWith('w') ? Problems.NotFound(http) : Papers.To(http, "sign-in" + QueryString.Create("to", "/" + address));
}
