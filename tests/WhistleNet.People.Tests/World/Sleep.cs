namespace WhistleNet;

/// <summary>A page that stands still as a sleeping phone's does: no timer, no message, no handler runs. (The browser's own freeze does nothing to a page that is being tested, since that counts as seen.)</summary>
public sealed class Sleep
{
    private readonly ICDPSession _hand;
    private readonly IPage _page;

    private Sleep(ICDPSession hand, IPage page) => (_hand, _page) = (hand, page);

    public static async Task<Sleep> Begin(Visitor visitor)
    {
        var hand = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        var still = new TaskCompletionSource();
        hand.Event("Debugger.paused").OnEvent += (_, _) => still.TrySetResult();
        await hand.SendAsync("Debugger.enable");
        await hand.SendAsync("Debugger.pause"); // takes hold with the next timer
        await still.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        return new Sleep(hand, visitor.Page);
    }

    /// <summary>It goes on, and is told so as a browser tells it; the page's own time of that is in <c>window.woke</c>.</summary>
    public async Task End()
    {
        await _hand.SendAsync("Debugger.resume");
        await _hand.SendAsync("Debugger.disable");
        await _page.EvaluateAsync("() => { window.woke = performance.now(); document.dispatchEvent(new Event('resume')); }");
    }
}
