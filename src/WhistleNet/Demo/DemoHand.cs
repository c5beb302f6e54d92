using WhistleNet.Live;

namespace WhistleNet.Demo;

/// <summary>The hand at the demo's clock.</summary>
internal sealed class DemoHand(DemoClock clock, Presence presence, Links links)
{
    /// <summary>A pushed clock is no silence: whoever is connected was heard all the while.</summary>
    public void Push(TimeSpan by)
    {
        clock.Push(by);
        var cut = DemoPart.Panes.Where(p => links.Of(p.Word).IsCut).Select(p => p.Id).ToHashSet();
        foreach (var (id, sign) in presence.All.Where(s => s.Value.Connections > 0 && !cut.Contains(s.Key))) presence.Beat(id);
    }
}
