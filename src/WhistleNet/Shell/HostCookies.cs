using Microsoft.Net.Http.Headers;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// Wherever TLS is on, every cookie that we set has the <c>__Host-</c> prefix, so that neither a neighbouring name nor an answer
/// without TLS can plant one. Behind this nothing knows of it. Language, text size and the like are no secrets and keep their names.
/// </summary>
public static class HostCookies
{
    public const string Prefix = "__Host-";
    private static readonly string[] Devices = [DeviceCredential.ShopCookie, DeviceCredential.WallCookie];

    public static void UseHostCookies(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.Request.IsHttps) return next();
        var sent = http.Request.Cookies.ToList();
        var old = Devices.Where(name => sent.Exists(c => c.Key == name)).ToList();
        var known = sent.Where(c => IsOpen(c.Key)).Concat(sent.Where(c => c.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(c => KeyValuePair.Create(c.Key[Prefix.Length..], c.Value))).ToList();
        // A device that was enrolled under the old name stays one; its next visit to its own page renews it under the new.
        known.AddRange(sent.Where(c => old.Contains(c.Key) && !known.Exists(k => k.Key == c.Key)));
        http.Request.Headers.Cookie = string.Join("; ", known.Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}"));
        http.Response.OnStarting(() =>
        {
            Rename(http.Response.Headers, old);
            return Task.CompletedTask;
        });
        return next();
    });

    /// <summary>What scripts and the language keep: nothing that lets anybody in.</summary>
    private static bool IsOpen(string name) => name.StartsWith("wn-", StringComparison.Ordinal) && !Devices.Contains(name) && !name.StartsWith(Doors.PersonCookie, StringComparison.Ordinal);

    private static void Rename(IHeaderDictionary headers, List<string> old)
    {
        if (headers.SetCookie.Count == 0) return;
        var named = new List<string>();
        foreach (var cookie in SetCookieHeaderValue.ParseList(headers.SetCookie.ToArray()!))
        {
            var name = cookie.Name.ToString();
            if (!IsOpen(name))
            {
                if (old.Contains(name)) named.Add(new SetCookieHeaderValue(name, "") { Path = "/", MaxAge = TimeSpan.Zero, Secure = true, HttpOnly = true }.ToString());
                (cookie.Name, cookie.Path, cookie.Domain, cookie.Secure) = (Prefix + name, "/", default, true); // or a browser would not take it
            }
            named.Add(cookie.ToString());
        }
        headers.SetCookie = named.ToArray();
    }
}
