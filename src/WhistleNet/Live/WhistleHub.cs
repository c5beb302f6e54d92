using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>
/// The line to shop devices, walls and console clients. A connection hears its own shop's or its own station's groups and no
/// others; the groups are derived from its credential, never from what it asks for.
/// </summary>
[Authorize(Policy = Doors.Hub)]
public sealed class WhistleHub(Boards boards, Presence presence, AlertWriter writer, AnswerDesk answers, ScriptBoard scripts, AccessLog log) : Hub<IWhistleClient>
{
    private static readonly object Key = new();

    /// <summary>All devices of a shop; for a loud alert.</summary>
    public static string ShopGroup(string shopId) => "shop:" + shopId;

    /// <summary>One device alone; a silent alert must not reach the shop's other devices.</summary>
    public static string DeviceGroup(string deviceId) => "device:" + deviceId;

    public static string StationGroup(string stationId) => "station:" + stationId;

    /// <summary>The station's screens, which show no person's name.</summary>
    public static string WallGroup(string stationId) => "wall:" + stationId;

    /// <summary>Who plans drills, and so knows of a blind one before it sounds.</summary>
    public static string PlannersGroup(string stationId) => "planners:" + stationId;

    public override async Task OnConnectedAsync()
    {
        var who = Who;
        await Groups.AddToGroupAsync(Context.ConnectionId, DeviceGroup(who.Id));
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(who));
        if (who.StationId is { } station && who.May(Act.KnowSecretDrills, station)) await Groups.AddToGroupAsync(Context.ConnectionId, PlannersGroup(station));
        presence.Came(who.Id, Context.ConnectionId, Context.Abort);
        if (who.Is(Role.OfficerToken)) _ = log.Try(who, Deed.TokenUsed, who.Id, "hub"); // not waited for: whoever hears whistles must not wait for the log
        var board = await boards.For(who, Context.ConnectionAborted);
        await Clients.Caller.Board(board); // after the groups: what happens meanwhile comes twice, never not at all
        foreach (var drill in board.Drills.Where(d => d.State == DrillState.Running.Word()))
        {
            foreach (var told in await scripts.ToldTo(who, drill.DrillId)) await Clients.Caller.Inject(told);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        presence.Went(Who.Id, Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>The client applied this version, the closing one too.</summary>
    public Task Received(string alertId, long version) => Confirm(alertId, version, seen: false);

    /// <summary>The screen was visible and drawn.</summary>
    public Task Seen(string alertId) => Confirm(alertId, 0, seen: true);

    public async Task Answer(string alertId, string answer, string? reason = null)
    {
        if (Words.Parse<Reply>(answer) is not { } reply) throw new HubException("answer must be one of " + string.Join(' ', Words.All<Reply>()));
        var ruling = await answers.Answer(Who, alertId, reply, FreeText.Cut(reason));
        if (ruling.Denied is { } denied) throw new HubException(denied.Word());
        if (ruling.Refusal is { } refusal) throw new HubException(refusal.Word());
    }

    public Task Beat(BeatNews? beat)
    {
        presence.Beat(Who.Id, beat?.Audio, beat?.Battery is >= 0 and <= 1 ? beat.Battery : null);
        return Task.CompletedTask;
    }

    private static string GroupOf(Actor who) =>
        who.IsShop ? ShopGroup(who.ShopId!) : who.Is(Role.Wall) ? WallGroup(who.StationId!) : StationGroup(who.StationId!);

    // Read from the claims once a connection: each of fifty receipts asks.
    private Actor Who => Context.Items.TryGetValue(Key, out var known) ? (Actor)known! : (Actor)(Context.Items[Key] = Context.User!.Actor())!;

    private async Task Confirm(string? alertId, long version, bool seen)
    {
        if (alertId is not { Length: 32 }) return;
        var who = Who;
        presence.Beat(who.Id);
        await writer.Confirm(new Confirmation(alertId, who.Id, version, seen), who.IsStation);
        if (who.IsStation) await writer.Confirm(new Confirmation(alertId, Climbing.AnyConsole(who.StationId!), version, seen), who.IsStation);
    }
}
