using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhistleNet.Live;

namespace WhistleNet.Bench.Sides;

/// <summary>
/// The baseline: a bare SignalR server with our settings and our messages. A press is sent to one group a shop; receipts that wait
/// together go to the station in one message. It keeps nothing, knows nobody, and decides nothing.
/// </summary>
public static class RawServer
{
    /// <summary><c>raw --circle SIZE --urls ADDRESS</c></summary>
    public static async Task Run(int circleSize, string urls)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddSingleton<Receipts>().AddHostedService(s => s.GetRequiredService<Receipts>());
        builder.Services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            hub.MaximumReceiveMessageSize = 32 * 1024;
        }).AddJsonProtocol(json =>
        {
            json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        var app = builder.Build();
        app.MapHub<RawHub>("/hubs/whistle");
        app.MapPost("/api/v1/whistles", async (RawPress press, IHubContext<RawHub> hub) =>
        {
            var (alertId, first) = (Guid.NewGuid().ToString("N"), press.Shop / circleSize * circleSize);
            var neighbours = Enumerable.Range(first, circleSize).Where(shop => shop != press.Shop).Select(Group).ToList();
            await hub.Clients.Groups(neighbours).SendAsync("News", News(alertId, press.Shop, Reader.Neighbour));
            await hub.Clients.Group(Group(press.Shop)).SendAsync("News", News(alertId, press.Shop, Reader.Raiser));
            await hub.Clients.Group(RawHub.Station).SendAsync("News", News(alertId, press.Shop, Reader.Station));
            return Results.Json(new { alertId, press.PressId, version = 1, notified = neighbours.Count }, statusCode: StatusCodes.Status201Created);
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }

    private static string Group(int shop) => "shop:" + shop;

    // As long as ours: the same record, filled alike.
    private static News News(string alertId, int shop, Reader you) => new()
    {
        AlertId = alertId, Version = 1, Mode = "real", State = "raised", Kind = "unspecified", Silent = false, You = you.ToString().ToLowerInvariant(),
        Shop = new NewsShop { Id = Guid.Empty.ToString("N"), Ref = World.Street.Ref(shop), Name = $"平安商店 {shop}", Address = "和平街 1", Lat = 30.512345, Lon = 120.512345 },
        Circle = "Area 12 1", Area = "Area 12", DistanceM = 42, Bearing = 270, RaisedAt = "2026-11-25T01:02:03.456Z", Coming = 0, Needed = 3, Enough = false,
    };
}

internal sealed record RawPress(string PressId, int Shop);

internal sealed class RawHub(Receipts receipts) : Hub
{
    public const string Station = "station";

    public override async Task OnConnectedAsync()
    {
        var shop = Context.GetHttpContext()!.Request.Query["shop"].ToString();
        Context.Items[Station] = shop;
        await Groups.AddToGroupAsync(Context.ConnectionId, shop.Length == 0 ? Station : "shop:" + shop);
        await Clients.Caller.SendAsync("Board", new Board("2026-11-25T01:02:03.456Z", [], []));
    }

    public void Received(string alertId, long version)
    {
        if (Context.Items[Station] is string { Length: > 0 } shop) receipts.Take(alertId, shop, version);
    }

    public void Beat(BeatNews beat) => Context.Items["beat"] = beat;
}

/// <summary>Receipts on their way to the station: what waits together is one message.</summary>
internal sealed class Receipts(IHubContext<RawHub> hub) : BackgroundService
{
    private readonly Channel<(string AlertId, NoticeNews Notice)> _waiting = Channel.CreateBounded<(string, NoticeNews)>(65_536);

    public void Take(string alertId, string shop, long version) => _waiting.Writer.TryWrite((alertId, new NoticeNews
    {
        To = "shop", ShopId = Guid.Empty.ToString("N"), DeviceId = shop, Name = "平安商店 " + shop, State = "received", Version = version, At = "2026-11-25T01:02:03.456Z",
    }));

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (await _waiting.Reader.WaitToReadAsync(stop))
        {
            var together = new List<(string AlertId, NoticeNews Notice)>();
            while (together.Count < 2_048 && _waiting.Reader.TryRead(out var one)) together.Add(one);
            foreach (var alert in together.GroupBy(r => r.AlertId))
                await hub.Clients.Group(RawHub.Station).SendAsync("Notices", new NoticesNews(alert.Key, [.. alert.Select(r => r.Notice)]), stop);
        }
    }
}
