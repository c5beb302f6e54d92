using WhistleNet.People;

namespace WhistleNet.Shell;

public static class Home
{
    /// <summary>The bare address leads each to their own page: a shop's device to its whistle, a wall to its alerts, a person to the station.</summary>
    public static void MapHome(this WebApplication app) => app.MapGet("/", (HttpContext http, Landing landing) => Results.LocalRedirect(http.Request.PathBase + http switch
    {
        _ when http.Request.Cookies.ContainsKey(DeviceCredential.ShopCookie) => "/w",
        _ when http.Request.Cookies.ContainsKey(DeviceCredential.WallCookie) => "/wall",
        _ when http.User.Identity?.IsAuthenticated == true => "/" + landing.Of(http.User.Actor()),
        _ => "/sign-in",
    })).AllowAnonymous().ExcludeFromDescription();
}
