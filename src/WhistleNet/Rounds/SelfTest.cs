using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>
/// At start the house whistles to itself, in mode <c>test</c> and to its built-in device alone, over its own address and all the way: the
/// press, the disk, the feed, the hub, the receipt, the disk. Until that receipt is on disk the house is not ready, whatever else answers.
/// </summary>
public sealed class SelfTest(IServer server, IHostApplicationLifetime life, TownHall hall, IDbContextFactory<WhistleDb> databases, TimeProvider time, ILogger<SelfTest> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the first whistle that goes the whole way; false where the house is stopped before.</summary>
    public async Task<bool> Passed(CancellationToken stop) => await Task.WhenAny(_passed.Task, Task.Delay(Timeout.Infinite, stop)) == _passed.Task;

    /// <summary>Where the way is broken; nothing once a whistle went all of it.</summary>
    public string? Failing { get; private set; } = "the whistle to itself has not been tried yet";

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Started(stop);
        if (Own() is not { } address)
        {
            Failing = "the house listens at no address that it can call itself by";
            log.LogWarning("Not ready: {Where}", Failing);
            return;
        }
        while (Failing is not null)
        {
            try
            {
                await Whistle(address, stop);
                Failing = null;
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("Not ready: {Where} ({Why})", Failing, broken.Message);
                await Task.Delay(Pause, time, stop);
            }
        }
        _passed.SetResult();
    }

    private async Task Whistle(Uri address, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        var (self, end) = (hall.BuiltIn, patience.Token);

        Failing = "the hub does not let the built-in device in";
        await using var hub = Ear(address, self.Token);
        var heard = new TaskCompletionSource<News>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<News>(nameof(IWhistleClient.News), news => heard.TrySetResult(news));
        await hub.StartAsync(end);
        Failing = "a press is not answered";
        var alertId = await Press(address, self.Token, end);
        Failing = "the news of a press does not come over the hub";
        var news = await heard.Task.WaitAsync(end);
        if (news.AlertId != alertId || news.Mode != Mode.Test.Word()) throw new InvalidOperationException($"heard {news.AlertId} in mode {news.Mode}");
        Failing = "a receipt does not reach the disk";
        await hub.SendAsync(nameof(WhistleHub.Received), news.AlertId, news.Version, end);
        while (!await IsReceived(alertId, end)) await Task.Delay(Look, end);
    }

    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }

    private async Task<bool> IsReceived(string alertId, CancellationToken end)
    {
        await using var db = await databases.CreateDbContextAsync(end);
        return await db.Notices.AnyAsync(n => n.AlertId == alertId && n.State == Delivery.Received, end);
    }

    private static async Task<string> Press(Uri address, string token, CancellationToken end)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = { RemoteCertificateValidationCallback = AnyName } }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsJsonAsync("api/v1/whistles", new { pressId = Guid.NewGuid(), mode = Mode.Test.Word() }, end);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(end)).GetProperty("alertId").GetString()!;
    }

    private static HubConnection Ear(Uri address, string token) => new HubConnectionBuilder().WithUrl(new Uri(address, "hubs/whistle"), to =>
    {
        (to.Transports, to.SkipNegotiation) = (HttpTransportType.WebSockets, true);
        to.AccessTokenProvider = () => Task.FromResult<string?>(token);
        to.WebSocketConfiguration = socket => socket.RemoteCertificateValidationCallback = AnyName;
    }).Build();

#pragma warning disable MA0039 // a certificate names the station's public name, and we call ourselves by an address of this machine
    private static readonly RemoteCertificateValidationCallback AnyName = (_, certificate, _, _) => certificate is not null;
#pragma warning restore MA0039

    /// <summary>The address that the server bound, as this machine can call it.</summary>
    private Uri? Own()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (bound is null || !Uri.TryCreate(bound.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri)) return null;
        var everywhere = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        return everywhere ? new UriBuilder(uri) { Host = ip!.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri : uri;
    }
}
