using Microsoft.AspNetCore.SignalR;
using WhistleNet.Circles;
using WhistleNet.Live;

namespace WhistleNet.People;

/// <summary>
/// Says goodbye to whoever was revoked, here or by another process: each time the roster is read, connected devices that it no longer
/// trusts hear <c>Revoked()</c> and their lines are cut; so are the lines of people whose account was disabled or changed.
/// </summary>
public sealed class Farewell(TownHall hall, Presence presence, IHubContext<WhistleHub, IWhistleClient> hub, ILogger<Farewell> log) : IHostedService
{
    private static readonly TimeSpan ToHear = TimeSpan.FromSeconds(2); // a dead line must not keep its credential alive

    private Roster _before = hall.Roster;

    public Task StartAsync(CancellationToken cancel)
    {
        hall.RosterRead += Look;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel)
    {
        hall.RosterRead -= Look;
        return Task.CompletedTask;
    }

    private void Look(Roster roster)
    {
        var before = Interlocked.Exchange(ref _before, roster);
        foreach (var (id, _) in presence.All.Where(s => s.Value.Connections > 0))
        {
            if (!roster.Trusts(id)) _ = SayGoodbye(id);
            else if (roster.StampOf(id) != before.StampOf(id)) presence.End(id); // another role or another password: whoever still is somebody comes back at once
        }
    }

    private async Task SayGoodbye(string id)
    {
        try
        {
            await hub.Clients.Group(WhistleHub.DeviceGroup(id)).Revoked().WaitAsync(ToHear);
        }
        catch (Exception unheard)
        {
            log.LogWarning(unheard, "{Id} did not hear that it was revoked; its line is cut all the same", id);
        }
        presence.End(id);
    }
}
