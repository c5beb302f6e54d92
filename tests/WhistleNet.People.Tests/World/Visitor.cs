using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace WhistleNet;

/// <summary>One person's browser: a context of its own, one page, and a note of every address that it asked for.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] Chromes = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly SemaphoreSlim Gate = new(1);
    private static IBrowser? _browser;

    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentBag<string> _asked = [];

    private Visitor(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page, _home) = (context, page, home);
        context.Request += (_, request) => _asked.Add(request.Url);
    }

    public IPage Page { get; }
    public IBrowserContext Context => _context;

    public static Task<Visitor> Phone(Uri home, string language) => Come(home, new()
    {
        Locale = language, BaseURL = home.ToString(), ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2,
    });

    public static Task<Visitor> Desk(Uri home, string language) => Come(home, new()
    {
        Locale = language, BaseURL = home.ToString(), ViewportSize = new() { Width = 1440, Height = 900 },
    });

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

    /// <summary>What axe has against the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> AxeFindings()
    {
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }

    /// <summary>Holds a button as a finger does, for so long.</summary>
    public async Task Hold(ILocator what, int milliseconds)
    {
        var box = await what.BoundingBoxAsync() ?? throw new InvalidOperationException("it is not on the page");
        await Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await Page.Mouse.DownAsync();
        await Page.WaitForTimeoutAsync(milliseconds);
        await Page.Mouse.UpAsync();
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
        if (Chromes.FirstOrDefault(File.Exists) is not { } chrome)
        {
            Assert.Skip("Chromium is not installed");
            throw new InvalidOperationException();
        }
        await Gate.WaitAsync();
        try
        {
            return _browser ??= await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = chrome, Args = Flags });
        }
        finally
        {
            Gate.Release();
        }
    }
}
