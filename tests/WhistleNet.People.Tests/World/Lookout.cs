using System.Collections.Concurrent;

namespace WhistleNet;

/// <summary>
/// Looks whether any text became more than text in some browsers: what ran, what the policy complained of, elements that only markup
/// of somebody else could have made, and everything that was told outside of the page.
/// </summary>
public sealed class Lookout
{
    // Notifications as a browser shows them to whoever holds the phone, the page's title at each change, and what live regions say.
    private const string Hear = """
        window.toldOutside = []; window.titles = []; window.readAloud = [];
        window.Notification = function (title, more) { toldOutside.push(title + " " + JSON.stringify(more ?? {})); };
        Object.assign(window.Notification, { permission: "granted", requestPermission: async () => "granted" });
        if (window.ServiceWorkerRegistration) ServiceWorkerRegistration.prototype.showNotification = async function (title, more) { toldOutside.push(title + " " + JSON.stringify(more ?? {})); };
        addEventListener("DOMContentLoaded", () => {
          const live = "[aria-live], [role=alert], [role=status], [role=alertdialog], [role=timer]";
          const look = () => {
            if (titles.at(-1) !== document.title) titles.push(document.title);
            for (const region of document.querySelectorAll(live)) if (!readAloud.includes(region.textContent)) readAloud.push(region.textContent);
          };
          look();
          new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
        });
        """;

    private const string Strangers = """
        () => {
          const never = "marquee, keygen, embed, object, iframe, math, animate, applet, noembed, audio, video, template, base ~ base, svg svg script, img[src=x], form[action^='javascript' i], [background], meta[http-equiv]";
          const ours = s => s.type === "application/json" || s.src.startsWith(location.origin + "/");
          return [
            ...document.querySelectorAll(never),
            ...[...document.querySelectorAll("script")].filter(s => !ours(s)),
            ...[...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => a.name.startsWith("on"))),
            ...[...document.querySelectorAll("[src], [href]")].filter(e => URL.parse(e.getAttribute("src") ?? e.getAttribute("href"), document.baseURI)?.host === "evil.example"),
            ...[...document.querySelectorAll("a")].filter(a => URL.parse(a.getAttribute("href") ?? "", document.baseURI)?.protocol === "javascript:"),
          ].map(e => e.outerHTML.slice(0, 160));
        }
        """;

    private readonly ConcurrentQueue<string> _ran = [];
    private readonly List<Visitor> _visitors = [];

    /// <summary>How many pages were looked at.</summary>
    public int Looks { get; private set; }

    public async Task Watch(params Visitor[] visitors)
    {
        foreach (var visitor in visitors)
        {
            visitor.Page.Dialog += async (_, dialog) =>
            {
                _ran.Enqueue($"{visitor.Page.Url}: {dialog.Message}");
                await dialog.DismissAsync();
            };
            await visitor.Page.AddInitScriptAsync(Hear);
            _visitors.Add(visitor);
        }
    }

    /// <summary>The page as it stands holds texts of payloads, and nothing that one of them made.</summary>
    /// <param name="shows">Whether a payload must stand in it, as text or in an attribute: else the look would show nothing.</param>
    public async Task Look(Visitor visitor, bool shows = true)
    {
        var strangers = await visitor.Page.EvaluateAsync<string[]>(Strangers);
        Assert.True(strangers.Length == 0, $"{visitor.Page.Url}: {string.Join('\n', strangers)}");
        if (shows) Assert.Contains("alert(1)", await visitor.Page.EvaluateAsync<string>("document.documentElement.outerHTML"), StringComparison.Ordinal);
        Looks++;
    }

    /// <summary>The same as it would come out of the printer; the browser really makes the paper.</summary>
    public async Task LookAtPaper(Visitor visitor)
    {
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Look(visitor);
        Assert.True((await visitor.Page.PdfAsync()).Length > 1_000);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    public static Task<string[]> Told(Visitor visitor, string where) => visitor.Page.EvaluateAsync<string[]>(where);

    public void NothingHappened()
    {
        Assert.Equal([], _ran);
        foreach (var visitor in _visitors)
        {
            Assert.Equal([], visitor.AskedElsewhere);
            Assert.Equal([], visitor.Complaints.Where(c => c.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || c.StartsWith("thrown", StringComparison.Ordinal)));
        }
    }
}
