using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Live;

public static class LiveSetup
{
    /// <summary>How many connections wait to be accepted: after a restart a whole town comes back within seconds, and whoever finds the default 512 places taken is asked by TCP to try again a second later. The system's own limit (<c>somaxconn</c>) holds as well.</summary>
    private const int Waiting = 8_192;

    /// <summary>A device that takes no bytes for this long is dropped; its next connect brings it the whole board.</summary>
    private static readonly TimeSpan SlowSend = TimeSpan.FromSeconds(2);

    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AlertFeed>().AddSingleton<Presence>().AddSingleton<Boards>().AddSingleton<Readers>().AddSingleton<RevokedPresses>().AddSingleton<Supervision>();
        // In the order in which a console shows their troubles.
        builder.Services.AddWatcher<EscalationClock>().AddWatcher<RevokedPresses>().AddWatcher<DiskWatch>().AddWatcher<LogWatch>().AddWatcher<OutsideHeartbeat>().AddWatcher<Pruning>().AddWatcher<Masking>().AddWatcher<Watchman>().AddWatcher<PlanRound>();
        builder.Services.AddScoped<OfficerScreen>().AddScoped<CircuitHandler>(s => s.GetRequiredService<OfficerScreen>());
        builder.Services.AddHostedService<HubRelay>();
        builder.Services.AddSingleton<HelpCalls>().AddHostedService(s => s.GetRequiredService<HelpCalls>());
        builder.Services.AddSingleton<LastBeats>().AddHostedService(s => s.GetRequiredService<LastBeats>());
        builder.WebHost.UseSockets(sockets => sockets.Backlog = Waiting);
        builder.Services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.AddFilter<HubErrors>();
            hub.AddFilter<HubPace>();
        }).AddJsonProtocol(json =>
        {
            json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // 3 bytes for a Chinese character, not 6: news stay under 1 KB
        }).AddMessagePackProtocol();
        builder.Services.AddSingleton<IHubProtocol>(s => new ShortCalls(new AlikeNews(ActivatorUtilities.CreateInstance<JsonHubProtocol>(s)))); // of two with a name the last counts
        builder.Services.AddSingleton<IHubProtocol>(s => new ShortCalls(ActivatorUtilities.CreateInstance<MessagePackHubProtocol>(s)));
        builder.Services.AddSingleton<HubErrors>().AddSingleton<HubPace>();
        foreach (var theirs in HubErrors.Instead) builder.Logging.AddFilter(theirs, LogLevel.None);
        return builder;
    }

    public static void MapLive(this WebApplication app) => app.MapHub<WhistleHub>("/hubs/whistle", o => o.TransportSendTimeout = SlowSend).RequireAuthorization(Doors.Hub);
}
