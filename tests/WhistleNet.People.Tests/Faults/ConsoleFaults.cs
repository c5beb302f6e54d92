using System.Diagnostics;
using System.Globalization;
using WhistleNet.People;

namespace WhistleNet.Faults;

/// <summary>Consoles whose server dies, whose tab sleeps, and which all drop at once.</summary>
public sealed class ConsoleFaults : IAsyncLifetime
{
    private const int MostPages = 30; // as many as a small machine has room for; the hundreds are without browsers
    private const int ConsolesEach = 5; // of one person: a county has many
    private readonly Street _street = Street.Of(circles: 1, shopsEach: 3);
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.With(_street);

    [Fact, Trait("fault", "F9")]
    public async Task After_kill_9_a_console_can_be_used_again_by_itself()
    {
        var (server, cookie, alert) = await Process();
        try
        {
            await using var officer = await Console(server.Address, cookie, alert);
            var times = new List<double>();
            var run = new Run("F9", few: 1, () => $"usable again {times.Count} times");
            while (run.Next() is not null)
            {
                await server.Kill();
                await officer.LinkIs("down");
                server.Dispose();
                server = await HouseProcess.Start(_house.Folder, server.Address.Port);
                var ready = Stopwatch.GetTimestamp();
                await officer.LinkIs("up");
                await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();
                times.Add(Stopwatch.GetElapsedTime(ready).TotalSeconds);
            }
            await officer.Card(alert).Hook("take").ClickAsync();
            await officer.Card(alert).StateIs("taken");
            Assert.All(times, t => Assert.InRange(t, 0, 6 + Rounds.Slack / 1_000));
            Figures.Held("F9", string.Create(CultureInfo.InvariantCulture, $"{times.Count} kill -9: the console was usable, view restored, {Figures.Percentile(times, 0.5):F1} s after ready, {times.Max():F1} s at worst"));
        }
        finally
        {
            server.Dispose();
        }
    }

    // Six minutes would leave a page whose circuit the server has dropped and whose socket is dead but looks alive; both are made at once.
    [Fact, Trait("fault", "F9")]
    public async Task A_console_that_was_hidden_for_long_begins_anew_when_it_is_seen()
    {
        var (server, cookie, alert) = await Process();
        try
        {
            await using var line = new Line(server.Address);
            await using var officer = await Console(line.Address, cookie, alert);
            await officer.Page.EvaluateAsync("() => { document.documentElement.dataset.slept = ''; ahead = 360_000; }");
            var sleep = await Sleep.Begin(officer);
            line.SilenceTheConnected();
            await server.Kill();
            server.Dispose();
            server = await HouseProcess.Start(_house.Folder, server.Address.Port);

            await sleep.End();
            var shown = Stopwatch.GetTimestamp();
            await officer.Page.Locator("html:not([data-slept]) [data-testid=connection][data-link=up]").Expect().ToBeVisibleAsync();
            var back = Stopwatch.GetElapsedTime(shown).TotalSeconds;
            await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();
            Assert.InRange(back, 0, 3 + Rounds.Slack / 1_000);
            Figures.Held("F9", string.Create(CultureInfo.InvariantCulture, $"stood still, its circuit gone and its socket dead, its clock six minutes on: usable {back:F1} s after it was shown"));
        }
        finally
        {
            server.Dispose();
        }
    }

    [Fact, Trait("fault", "F10")]
    public async Task Consoles_that_drop_together_are_all_back()
    {
        var count = Math.Min(Figures.Rounds(10), MostPages);
        await using var line = new Line(_house.Address);
        var (officers, pages) = (new List<Visitor>(), new List<IPage>());
        for (var desk = 0; desk < (count + ConsolesEach - 1) / ConsolesEach; desk++) officers.Add(await _house.Desk(Role.Officer, by: line.Address));
        for (var n = 0; n < count; n++)
        {
            var officer = officers[n / ConsolesEach];
            pages.Add(n % ConsolesEach == 0 ? officer.Page : await officer.Context.NewPageAsync());
            await pages[^1].GotoAsync("station");
        }
        await AllAre(pages, "up");

        line.Refuse();
        await AllAre(pages, "down");
        line.Mend();
        var mended = Stopwatch.GetTimestamp();
        await AllAre(pages, "up");
        var back = Stopwatch.GetElapsedTime(mended).TotalSeconds;
        var alert = await _house.Whistle(_street.Shop(0, 0));
        foreach (var page in pages) await page.Locator($"[data-testid=alert][data-alert='{alert}']").Expect().ToBeAttachedAsync();
        Figures.Held("F10", string.Create(CultureInfo.InvariantCulture, $"{pages.Count} consoles in one browser dropped together: all back after {back:F1} s, and all heard the next whistle"));
        foreach (var officer in officers) await officer.DisposeAsync();
    }

    // More than a machine has browsers for: what the server keeps, gives back and draws anew is the same without them.
    [Fact, Trait("fault", "F10")]
    public async Task Hundreds_of_circuits_that_drop_together_are_all_back_and_hear_the_next_whistle()
    {
        var count = Figures.Rounds(20);
        await using var line = new Line(_house.Address);
        var cookies = new List<string>();
        for (var officer = 0; officer <= count / ConsolesEach; officer++) cookies.Add($"{Doors.PersonCookie}={await _house.PersonCookie(Role.Officer, $"{officer}号")}");
        var consoles = Enumerable.Range(0, count).Select(n => new LightConsole(line.Address, cookies[n / ConsolesEach])).ToList();
        try
        {
            await Parallel.ForEachAsync(consoles, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (console, _) => await console.Open());
            var first = await _house.Whistle(_street.Shop(0, 1));
            await All(consoles, c => c.Shows(first), "heard the first whistle");

            line.Refuse();
            await All(consoles, c => !c.IsUp, "is down");
            line.Mend();
            var mended = Stopwatch.GetTimestamp();
            await All(consoles, c => c.IsUp, "is back");
            var back = Stopwatch.GetElapsedTime(mended).TotalSeconds;
            var next = await _house.Whistle(_street.Shop(0, 0));
            await All(consoles, c => c.Shows(next), "heard the next whistle");
            Figures.Held("F10", string.Create(CultureInfo.InvariantCulture, $"{count} circuits without browsers dropped together: all back after {back:F1} s, {consoles.Count(c => c.Anew > 0)} of them anew, and all were drawn the next whistle"));
        }
        finally
        {
            await Task.WhenAll(consoles.Select(c => c.DisposeAsync().AsTask()));
        }
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The house goes on in a process that can be killed.
    private async Task<(HouseProcess Server, string Cookie, string Alert)> Process()
    {
        var (alert, cookie) = (await _house.Whistle(_street.Shop(0, 0)), await _house.PersonCookie(Role.Officer, "王警官"));
        await _house.Stop();
        return (await HouseProcess.Start(_house.Folder), cookie, alert);
    }

    private static async Task<Visitor> Console(Uri home, string cookie, string alert)
    {
        var officer = await Visitor.Desk(home, "zh-CN");
        await officer.Keep(Doors.PersonCookie, cookie);
        await officer.Page.AddInitScriptAsync("{ const real = performance.now.bind(performance); window.ahead = 0; performance.now = () => real() + ahead; }");
        await officer.Open("/station?alert=" + alert);
        await officer.LinkIs("up");
        return officer;
    }

    private static async Task All(List<LightConsole> consoles, Func<LightConsole, bool> what, string say)
    {
        foreach (var console in consoles) await Eventually.True(() => what(console), $"console {consoles.IndexOf(console)} of {consoles.Count} {say}");
    }

    private static Task AllAre(IEnumerable<IPage> pages, string link) =>
        Task.WhenAll(pages.Select(p => p.GetByTestId("connection").Expect().ToHaveAttributeAsync("data-link", link, new() { Timeout = 60_000 })));
}
