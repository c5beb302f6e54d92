using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>Somebody with a credential: a shop's phone, a console, a wall. Presses over HTTP and hears over the hub.</summary>
public sealed class Client(World world, Actor actor, string? token)
{
    private readonly ConcurrentQueue<News> _news = [];
    private readonly ConcurrentQueue<NoticeNews> _notices = [];
    private readonly ConcurrentQueue<Board> _boards = [];
    private readonly ConcurrentQueue<DrillNews> _drills = [];
    private readonly ConcurrentQueue<InjectNews> _injects = [];
    private HubConnection? _hub;

    public string Id => actor.Id;
    public string? ShopId => actor.ShopId;
    public bool WasRevoked { get; private set; }

    /// <summary>All news since the ear was opened, in the order in which they came.</summary>
    public IReadOnlyList<News> Heard => [.. _news];

    public IReadOnlyList<Board> Boards => [.. _boards];
    public IReadOnlyList<NoticeNews> NoticesHeard => [.. _notices];

    /// <summary>All that was said of drills since the ear was opened, in the order in which it came.</summary>
    public IReadOnlyList<DrillNews> Drills => [.. _drills];

    /// <summary>What a scenario told since the ear was opened, by the ids of its injects, in the order in which it came.</summary>
    public IReadOnlyList<string> Injects => [.. _injects.Select(i => i.InjectId)];
    public IReadOnlyList<InjectNews> InjectsHeard => [.. _injects];

    /// <summary>The newest that is known of an alert, as a page would know it: the higher version wins.</summary>
    public News? Knows(string alertId) => _boards.SelectMany(b => b.Alerts).Concat(_news).Where(n => n.AlertId == alertId).MaxBy(n => n.Version);

    public bool HeardOf(string alertId) => Knows(alertId) is not null;

    /// <summary>Connects to the hub and waits for the board.</summary>
    public async Task<Client> Listen(bool messagePack = false, bool confirms = false)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(world.Server.BaseAddress, "hubs/whistle"), o =>
        {
            o.Transports = HttpTransportType.WebSockets;
            o.SkipNegotiation = true;
            o.AccessTokenProvider = () => Task.FromResult(token);
            o.WebSocketFactory = async (context, cancel) =>
            {
                var sockets = world.Server.CreateWebSocketClient();
                sockets.ConfigureRequest = request => request.Headers.Authorization = "Bearer " + token;
                return await sockets.ConnectAsync(context.Uri, cancel);
            };
        });
        if (messagePack) hub.AddMessagePackProtocol();
        _hub = hub.Build();
        _hub.On<Board>("Board", _boards.Enqueue);
        _hub.On<News>("News", async news =>
        {
            _news.Enqueue(news);
            if (confirms) await Say("Received", news.AlertId, news.Version);
        });
        _hub.On<NoticesNews>("Notices", notices => notices.Notices.ToList().ForEach(_notices.Enqueue));
        _hub.On<DrillNews>("Drill", _drills.Enqueue);
        _hub.On<InjectNews>("Inject", _injects.Enqueue);
        _hub.On("Revoked", () => { WasRevoked = true; });
        var before = _boards.Count;
        await _hub.StartAsync();
        await Eventually.True(() => _boards.Count > before, "the board came on connect");
        return this;
    }

    public Task Say(string method, params object?[] arguments) => _hub!.InvokeCoreAsync(method, arguments);

    public async Task HangUp()
    {
        if (_hub is not { } hub) return;
        _hub = null;
        await hub.DisposeAsync();
    }

    public bool IsConnected => _hub?.State == HubConnectionState.Connected;

    /// <summary>A press with a fresh id, or with this one.</summary>
    public async Task<Answer> Press(object? more = null, string? pressId = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["pressId"] = pressId ?? Guid.NewGuid().ToString();
        return await Post("whistles", body.ToJsonString());
    }

    public Task<Answer> Do(string alertId, string move, object? body = null) => Post($"alerts/{alertId}/{move}", JsonSerializer.Serialize(body ?? new { }));

    public Task<Answer> Post(string path, string body, string type = "application/json") =>
        Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = new StringContent(body, Encoding.UTF8, type) });

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path.StartsWith('/') ? path : "/api/v1/" + path));

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var http = world.Http();
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>What HTTP answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string? Type)
{
    public int Code => (int)Status;
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    public string this[string name] => Json.GetProperty(name).ToString();
    public bool Has(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out _);
    public string AlertId => this["alertId"];

    public Answer Must(int code)
    {
        Assert.True(Code == code, $"expected {code}, got {Code}: {Text}");
        return this;
    }
}
