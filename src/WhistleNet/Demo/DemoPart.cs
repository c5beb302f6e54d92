using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>Who somebody is in the demo, behind a sign-in link or in a pane: one device, or one person.</summary>
/// <param name="Word">What the link and the pane are called.</param>
/// <param name="Id">The device or the person; empty for the observer, who is let in anew at each drill.</param>
/// <param name="Kind">What device it is; none for a person.</param>
/// <param name="Home">The page it opens, relative to its base.</param>
public sealed record DemoPart(string Word, string Id, DeviceKind? Kind, string Home)
{
    private static readonly DemoPart Shop = new("shop", DemoTown.Phone("QSQ-001"), DeviceKind.Shop, "w");
    private static readonly DemoPart SecondPhone = new("shop2", DemoTown.SecondPhone, DeviceKind.Shop, "w");
    private static readonly DemoPart Neighbour = new("neighbour", DemoTown.Phone("QSQ-002"), DeviceKind.Shop, "w");
    private static readonly DemoPart Station = new("station", DemoTown.Officer, null, "station");
    private static readonly DemoPart Organizer = new("organizer", DemoTown.Organizer, null, "station");
    private static readonly DemoPart Observer = new("observer", "", null, "observe");
    private static readonly DemoPart Wall = new("wall", DemoTown.Wall, DeviceKind.Wall, "wall");

    /// <summary>Has neither account nor device, and a link for each drill.</summary>
    public bool IsObserver => Kind is null && Id.Length == 0;

    /// <summary>Those with a sign-in link, <c>/enter/{word}</c>.</summary>
    public static readonly IReadOnlyList<DemoPart> Links = [Shop, SecondPhone, Neighbour, Station, Organizer, Wall];

    /// <summary>Those with a pane, <c>/pane/{word}/</c>.</summary>
    public static readonly IReadOnlyList<DemoPart> Panes =
        [Shop, SecondPhone, Neighbour with { Word = "neighbour-1" }, Neighbour with { Word = "neighbour-2", Id = DemoTown.Phone("QSQ-003") }, Station, Wall, Observer, Organizer];
}
