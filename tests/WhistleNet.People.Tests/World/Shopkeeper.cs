namespace WhistleNet;

/// <summary>What people do with their hands and what they see, in the contract's hooks. Every look waits until it is so.</summary>
public static class Shopkeeper
{
    public static ILocatorAssertions Expect(this ILocator what) => Assertions.Expect(what);

    /// <summary>The status of the shop's page.</summary>
    public static Task Is(this Visitor visitor, string state) => visitor.Hook("status").Expect().ToHaveAttributeAsync("data-state", state);

    public static Task LinkIs(this Visitor visitor, string link) => visitor.Hook("connection").Expect().ToHaveAttributeAsync("data-link", link);

    public static Task ModeIs(this Visitor visitor, string mode) => visitor.Page.Locator("html").Expect().ToHaveAttributeAsync("data-mode", mode);

    /// <summary>Opens the shop's page and begins the shift.</summary>
    public static async Task<Visitor> OnShift(this Visitor visitor, string path = "/w")
    {
        await visitor.Open(path);
        await visitor.Hook("start-shift").ClickAsync();
        await visitor.Is("ready");
        await visitor.LinkIs("up");
        return visitor;
    }

    /// <summary>Puts a finger on a button and leaves it there.</summary>
    public static async Task Press(this Visitor visitor, string hook)
    {
        await visitor.Hook(hook).ScrollIntoViewIfNeededAsync();
        var box = await visitor.Hook(hook).BoundingBoxAsync() ?? throw new InvalidOperationException($"{hook} is not on the page");
        await visitor.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await visitor.Page.Mouse.DownAsync();
    }

    public static Task LetGo(this Visitor visitor) => visitor.Page.Mouse.UpAsync();

    /// <summary>Holds the whistle until the page says that it left its former state: it fires while it is still held.</summary>
    public static async Task Whistle(this Visitor visitor, string until = "sent")
    {
        await visitor.Press("whistle");
        await visitor.Is(until);
        await visitor.LetGo();
    }

    /// <summary>The takeover that stands on top, by its alert.</summary>
    public static async Task<string> TakenOver(this Visitor visitor)
    {
        await visitor.Hook("takeover").Expect().ToBeVisibleAsync();
        return await visitor.Hook("takeover").GetAttributeAsync("data-alert") ?? "";
    }

    /// <summary>An alert on a station's page or a wall.</summary>
    public static ILocator Card(this Visitor visitor, string alertId) => visitor.Page.Locator($"[data-testid=alert][data-alert='{alertId}']");

    public static ILocator Hook(this ILocator card, string testId) => card.GetByTestId(testId);

    public static Task StateIs(this ILocator card, string state) => card.Expect().ToHaveAttributeAsync("data-state", state);
}
