using System.Text.RegularExpressions;

namespace WhistleNet;

/// <summary>
/// What must be right about every page in every state: nothing for axe to find, nothing to push sideways at 320 px, the language said,
/// no bare key where a text should be, no other host, no error.
/// </summary>
public static partial class Looks
{
    private static readonly (int Width, int Height)[] Phone = [(390, 844), (320, 640)];
    private static readonly (int Width, int Height)[] Desktop = [(1440, 900), (320, 640)];

    public static Task LooksRightOnAPhone(this Visitor visitor, string state, string language) => visitor.LooksRight(state, language, Phone);

    public static Task LooksRightOnADesk(this Visitor visitor, string state, string language) => visitor.LooksRight(state, language, Desktop);

    /// <summary>Where a test itself answered in the server's place or cut the line, which the console repeats.</summary>
    public static Task LooksRightButForTheNetwork(this Visitor visitor, string state, string language) => visitor.LooksRight(state, language, Phone, refused: true);

    private static async Task LooksRight(this Visitor visitor, string state, string language, (int Width, int Height)[] sizes, bool refused = false)
    {
        var wrong = new List<string>();
        foreach (var (width, height) in sizes)
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            if (sizes == Desktop) await visitor.Page.EvaluateAsync("scrollTo(0, 0)"); // what is half under the strip is no smaller for it
            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0) wrong.Add($"{width} px: {wide} px too wide: {await Widest(visitor)}");
            wrong.AddRange((await visitor.AxeFindings()).Select(f => $"{width} px: {f}"));
        }
        await visitor.Page.SetViewportSizeAsync(sizes[0].Width, sizes[0].Height);
        if (await visitor.Page.Locator("html").GetAttributeAsync("lang") is var said && said != language) wrong.Add($"lang is {said}");
        var text = await visitor.Page.Locator("body").InnerTextAsync();
        wrong.AddRange(Bare().Matches(text).Select(m => "a bare key: " + m.Value));
        wrong.AddRange(visitor.AskedElsewhere.Select(a => "asked of another host: " + a));
        wrong.AddRange(visitor.Complaints.Where(c => !refused || !c.StartsWith("Failed to load resource", StringComparison.Ordinal) && !c.StartsWith("WebSocket connection", StringComparison.Ordinal)));
        Assert.True(wrong.Count == 0, $"{state} ({language}):\n{string.Join('\n', wrong)}");
    }

    private static Task<string> Widest(Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        "[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.cloneNode(false).outerHTML).join(' ')");

    // What say() shows where it has no text, and what a format leaves where it got no value.
    [GeneratedRegex(@"\[[a-z]+(?:-[A-Za-z0-9]+)*\]|\{\w+\}|missing:", RegexOptions.None, 1000)]
    private static partial Regex Bare();
}
