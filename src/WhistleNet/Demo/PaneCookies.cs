using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>
/// Gives every request of a pane the cookies of that pane's device or person, and takes away whatever the browser holds: panes
/// share one browser, and its one cookie jar would make them all one person. Behind it, nothing knows that there are panes.
/// </summary>
internal sealed class PaneCookies(DemoFolder folder, IServiceScopeFactory scopes, IOptionsMonitor<CookieAuthenticationOptions> cookies, ObserverPhone observer, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30); // well within the time after which a person's cookie is checked again
    private static readonly string[] Ours = [DeviceCredential.ShopCookie, DeviceCredential.WallCookie, Doors.PersonCookie, ObserveEndpoints.Cookie];
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Cookie)> _people = new();

    public async Task Put(HttpContext http, DemoPart part)
    {
        var cookie = part.Kind switch
        {
            DeviceKind.Wall => $"{DeviceCredential.WallCookie}={folder.Token(part.Id)}",
            DeviceKind => $"{DeviceCredential.ShopCookie}={folder.Token(part.Id)}",
            null when part.IsObserver => $"{ObserveEndpoints.Cookie}={observer.Token}",
            null => await Person(part.Id),
        };
        http.Request.Headers.Cookie = string.Join("; ", http.Request.Cookies.Where(c => !IsOurs(c.Key)).Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}").Append(cookie));
        http.Response.OnStarting(() =>
        {
            var kept = http.Response.Headers.SetCookie.Where(c => !Ours.Any(name => c!.StartsWith(name, StringComparison.Ordinal))).ToArray();
            if (kept.Length > 0) http.Response.Headers.SetCookie = kept;
            else http.Response.Headers.Remove(HeaderNames.SetCookie);
            return Task.CompletedTask;
        });
    }

    private static bool IsOurs(string name) => Ours.Any(ours => name.StartsWith(ours, StringComparison.Ordinal));

    private async Task<string> Person(string id)
    {
        var now = time.GetUtcNow();
        if (_people.TryGetValue(id, out var kept) && kept.Until > now) return kept.Cookie;
        await using var scope = scopes.CreateAsyncScope();
        var doors = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var person = await doors.UserManager.FindByIdAsync(id) ?? throw new InvalidOperationException($"The demo's person {id} is gone.");
        var principal = (await doors.CreateUserPrincipalAsync(person)).SignedInStrongly();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, IdentityConstants.ApplicationScheme);
        var cookie = $"{Doors.PersonCookie}={cookies.Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Protect(ticket)}";
        _people[id] = (now + Fresh, cookie);
        return cookie;
    }
}
