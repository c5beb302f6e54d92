using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace WhistleNet;

/// <summary>One person's browser: a context of its own, one page, and a note of every address that it asked for and everything it complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] Chromes = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly AxeRunOptions Wcag22Aa = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly SemaphoreSlim Gate = new(1);
    private static IBrowser? _browser;

    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentBag<string> _asked = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page, _home) = (context, page, home);
        context.Request += (_, request) => _asked.Add(request.Url);
        page.WebSocket += (_, socket) => _asked.Add(socket.Url);
        // What is wrong with the content security policy is said here as well.
        page.Console += (_, message) => { if (message.Type == "error") _complaints.Enqueue($"{message.Text} ({message.Location})"); };
        page.PageError += (_, error) => _complaints.Enqueue("thrown: " + error);
    }

    public IPage Page { get; }
    public IBrowserContext Context => _context;

    public static Task<Visitor> Phone(Uri home, string language, bool script = true) => Come(home, new()
    {
        Locale = language, BaseURL = home.ToString(), ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2,
        JavaScriptEnabled = script, IgnoreHTTPSErrors = true,
    });

    public static Task<Visitor> Desk(Uri home, string language) => Come(home, new()
    {
        Locale = language, BaseURL = home.ToString(), ViewportSize = new() { Width = 1440, Height = 900 },
    });

    public static void NeedsChromium() => Assert.SkipUnless(Chromes.Any(File.Exists), "Chromium is not installed");

    public Task Keep(string cookie, string value) => _context.AddCookiesAsync([new() { Name = cookie, Value = value, Url = _home.ToString() }]);

    public async Task<Visitor> Open(string path)
    {
        await Page.GotoAsync(path.TrimStart('/'));
        return this;
    }

    public ILocator Hook(string testId) => Page.GetByTestId(testId);

    /// <summary>Addresses at other hosts that this browser asked for; there must be none.</summary>
    public IReadOnlyList<string> AskedElsewhere => [.. _asked.Where(url => Uri.TryCreate(url, UriKind.Absolute, out var at)
        && at.Scheme is "http" or "https" or "ws" or "wss" && at.Authority != _home.Authority)];

    /// <summary>Errors of the console, breaches of the policy among them.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Nothing was asked of another host, and the console said nothing of errors.</summary>
    public void HadNoTrouble()
    {
        Assert.Equal([], AskedElsewhere);
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
    }

    /// <summary>What axe has against the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> AxeFindings()
    {
#pragma warning disable CS0618 // Of the page itself: the way that replaces it opens a blank page, with a process of its own, for each look, and takes four times as long to find the same.
        var result = await Page.Locator("html").RunAxeLegacy(Wcag22Aa);
#pragma warning restore CS0618
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static async Task<Visitor> Come(Uri home, BrowserNewContextOptions options)
    {
        var context = await (await Browser()).NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync(), home);
    }

    // One browser for the whole run; each visitor is a context of it.
    private static async Task<IBrowser> Browser()
    {
        NeedsChromium();
        await Gate.WaitAsync();
        try
        {
            if (_browser is not null) return _browser;
            Assertions.SetDefaultExpectTimeout(15_000); // two busy cores
            return _browser = await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = Chromes.First(File.Exists), Args = Flags });
        }
        finally
        {
            Gate.Release();
        }
    }
}
