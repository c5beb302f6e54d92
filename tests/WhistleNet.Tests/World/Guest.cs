using System.Net;

namespace WhistleNet;

/// <summary>Somebody with a browser that keeps cookies and runs no script: opens pages and sends their forms.</summary>
public sealed class Guest(World world) : IDisposable
{
    private const string TokenField = "name=\"__RequestVerificationToken\" value=\"";
    private readonly HttpClient _http = world.Http();
    private readonly Dictionary<string, string> _cookies = [];
    private string _page = "";

    /// <summary>What this browser would send along, for a line that is opened beside it.</summary>
    public string CookieHeader => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    /// <param name="from">The page on which the link was pressed.</param>
    public async Task<Seen> Open(string path, string? from = null)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null) asked.Headers.Referrer = new Uri(_http.BaseAddress!, from);
        return await Look(await _http.SendAsync(asked));
    }

    /// <summary>Sends a form of the page that is open, with its antiforgery token.</summary>
    public async Task<Seen> Send(string path, params (string Name, string Value)[] fields)
    {
        var token = _page.Contains(TokenField, StringComparison.Ordinal) ? _page.Split(TokenField)[1].Split('"')[0] : "";
        return await Look(await _http.PostAsync(path, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)))));
    }

    public void Dispose() => _http.Dispose();

    private async Task<Seen> Look(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (text.Contains("__RequestVerificationToken", StringComparison.Ordinal)) _page = text;
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        foreach (var cookie in cookies) _cookies[cookie.Split('=')[0]] = cookie.Split(';')[0].Split('=', 2)[1];
        return new Seen(response.StatusCode, WebUtility.HtmlDecode(text), response.Headers.Location?.ToString(), cookies);
    }
}

/// <summary>What a page answered.</summary>
public sealed record Seen(HttpStatusCode Status, string Text, string? Sent, IReadOnlyList<string> Cookies)
{
    public int Code => (int)Status;
}
