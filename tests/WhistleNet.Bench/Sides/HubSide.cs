using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench.Sides;

/// <summary>What raw and ours share: the hub's crowd, and a press over HTTP on a connection that is kept.</summary>
public abstract class HubSide : Side
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private HttpClient? _http;
    private Served? _server;
    private Crowd? _crowd;

    public override Served Server => _server!;
    public Crowd Crowd => _crowd!;
    protected Street Street { get; private set; } = new(0, 0, 0);

    public override async Task Open(Street street, CancellationToken cancel)
    {
        Street = street;
        _server = await Start();
        _http = new HttpClient { BaseAddress = new Uri($"http://{Server.Address}/"), Timeout = Patience };
        _crowd = new Crowd(Server.Address);
        try
        {
            await _crowd.Gather(StationPath, [.. Enumerable.Range(0, street.Connected).Where(shop => !Elsewhere(shop)).Select(shop => (shop, PathOf(shop)))], cancel);
        }
        catch (IOException cut)
        {
            throw new InvalidOperationException("not all could connect: " + Server.Said, cut);
        }
    }

    /// <summary>Devices that somebody else connects, and that nobody here waits for.</summary>
    public Func<int, bool> Elsewhere { get; init; } = _ => false;

    /// <summary>Where a shop's device connects.</summary>
    public abstract string PathOf(int shop);

    protected abstract Task<Served> Start();
    protected abstract string StationPath { get; }
    protected abstract string? TokenOf(int shop);
    protected abstract string DeviceOf(int shop);

    /// <summary>Presses and returns at the answer.</summary>
    public async Task<Whistle> Send(int shop, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var (alertId, notified) = await Post(shop, cancel);
        var whistle = Crowd.Of(alertId);
        (whistle.Start, whistle.Answered) = (start, Stopwatch.GetTimestamp());
        if (notified != Street.Hearers) throw new InvalidOperationException($"{notified} notified, {Street.Hearers} were to hear: {Server.Said}");
        var elsewhere = Enumerable.Range(shop / Street.CircleSize * Street.CircleSize, Street.CircleSize).Count(Elsewhere);
        whistle.Expect(Street.Hearers - elsewhere, Street.CircleSize - elsewhere);
        Sent(alertId);
        return whistle;
    }

    protected virtual void Sent(string alertId) { }

    public override async Task<Timing?> Press(int shop, CancellationToken cancel)
    {
        var whistle = await Send(shop, cancel);
        return await Timing(whistle, shop, cancel);
    }

    public async Task<Timing?> Timing(Whistle whistle, int shop, CancellationToken cancel)
    {
        await Task.WhenAny(whistle.All, Task.Delay(Patience, cancel));
        return whistle.Timing(DeviceOf(shop));
    }

    private async Task<(string AlertId, int Notified)> Post(int shop, CancellationToken cancel)
    {
        using var answer = await Post("api/v1/whistles", $"{{\"pressId\":\"{Guid.NewGuid()}\",\"shop\":{shop}}}", TokenOf(shop), cancel);
        return (answer.RootElement.GetProperty("alertId").GetString()!, answer.RootElement.GetProperty("notified").GetInt32());
    }

    protected async Task<JsonDocument> Post(string path, string body, string? token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http!.SendAsync(request, cancel);
        var said = await response.Content.ReadAsByteArrayAsync(cancel);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {Encoding.UTF8.GetString(said)}");
        return JsonDocument.Parse(said);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_crowd is not null) await _crowd.DisposeAsync();
        _http?.Dispose();
        _server?.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The bare SignalR server.</summary>
public sealed class Raw : HubSide
{
    protected override Task<Served> Start() =>
        Served.Start(typeof(Raw).Assembly.Location, Served.FreeAddress(), "raw", "--circle", $"{Street.CircleSize}");

    protected override string StationPath => "/hubs/whistle";
    public override string PathOf(int shop) => "/hubs/whistle?shop=" + shop;
    protected override string? TokenOf(int shop) => null;
    protected override string DeviceOf(int shop) => $"{shop}";
}

/// <summary>The product: <c>serve</c> on a fresh copy of a made town.</summary>
public sealed class Ours(Towns towns) : HubSide
{
    private readonly List<string> _open = [];
    private MadeTown? _town;
    private string _data = "";

    /// <summary>What is done to the data before the server starts.</summary>
    public Func<string, Task>? Before { get; init; }

    public MadeTown Town => _town!;
    public string Data => _data;

    protected override async Task<Served> Start()
    {
        (_town, _data) = await towns.Fresh(Street);
        if (Before is { } prepare) await prepare(_data);
        return await Served.Start(Towns.Program, Served.FreeAddress(), "serve", "--data", _data);
    }

    protected override string StationPath => "/hubs/whistle?access_token=" + Town.OfficerToken;
    public override string PathOf(int shop) => "/hubs/whistle?access_token=" + Town.Devices[shop].Token;
    protected override string? TokenOf(int shop) => Town.Devices[shop].Token;
    protected override string DeviceOf(int shop) => Town.Devices[shop].Id;

    protected override void Sent(string alertId)
    {
        lock (_open) _open.Add(alertId);
    }

    /// <summary>Closes what is open, and waits until the station knows that everybody knows.</summary>
    public override async Task Quiet(CancellationToken cancel)
    {
        await Parallel.ForEachAsync(_open, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (alertId, stop) =>
        {
            (await Post($"api/v1/alerts/{alertId}/close", "{\"outcome\":\"nothingFound\",\"reason\":\"bench\"}", Town.OfficerToken, stop)).Dispose();
            await Task.WhenAny(Crowd.Of(alertId).Over, Task.Delay(Patience, stop));
        });
        _open.Clear();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_data.Length > 0) Directory.Delete(_data, recursive: true);
    }
}
