using WhistleNet.Drills;

namespace WhistleNet.Demo;

/// <summary>The phone of the demo's observer: let in by a link of its own at each drill, and seen in a pane.</summary>
internal sealed class ObserverPhone(ObserverDesk desk)
{
    private volatile Pass? _pass;

    /// <summary>What its browser holds; nothing before the first drill.</summary>
    public string? Token => _pass?.Token;

    /// <summary>The page of this drill, from the pane's base; none where the phone was not let in.</summary>
    public string? PageOf(string drillId) => _pass?.DrillId == drillId ? $"observe/{drillId}" : null;

    public async Task Join(string drillId)
    {
        var code = await desk.Invite(DemoTown.AsOrganizer, drillId, DemoTown.ShopId("QSQ-001"));
        if (await desk.Join(drillId, code, DemoTown.Observer, new DefaultHttpContext()) is { } token) _pass = new(drillId, token);
    }

    private sealed record Pass(string DrillId, string Token);
}
