using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using WhistleNet.Live;

namespace WhistleNet.Faults;

/// <summary>A device on the hub that confirms what it hears and, when its line is torn, comes back as the page does: after a random wait of up to 2 s, then 4 s, then 5 s.</summary>
internal sealed class ReturningDevice(Uri house, string token)
{
    private static readonly double[] Windows = [2, 4, 5];
    private long _boardAt;

    /// <summary>When its newest board came, by the stopwatch; 0 before the first.</summary>
    public long BoardAt => Interlocked.Read(ref _boardAt);

    public async Task Live(CancellationToken end)
    {
        try
        {
            for (var failures = 0; ; failures++)
            {
                await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Windows[Math.Min(failures, Windows.Length - 1)]), end);
                if (await Listened(end)) failures = -1;
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Listens until the line is torn; false where nobody answered.</summary>
    private async Task<bool> Listened(CancellationToken end)
    {
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(house, "hubs/whistle"), to =>
        {
            (to.Transports, to.SkipNegotiation) = (HttpTransportType.WebSockets, true);
            to.AccessTokenProvider = () => Task.FromResult<string?>(token);
        }).Build();
        var torn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            torn.TrySetResult();
            return Task.CompletedTask;
        };
        hub.On<Board>(nameof(IWhistleClient.Board), async board =>
        {
            Interlocked.Exchange(ref _boardAt, Stopwatch.GetTimestamp());
            foreach (var news in board.Alerts) await Confirm(hub, news);
        });
        hub.On<News>(nameof(IWhistleClient.News), news => Confirm(hub, news));
        try
        {
            await hub.StartAsync(end);
        }
        catch (Exception refused) when (!end.IsCancellationRequested && refused is HttpRequestException or WebSocketException or IOException or InvalidOperationException)
        {
            return false;
        }
        await torn.Task.WaitAsync(end);
        return true;
    }

    private static async Task Confirm(HubConnection hub, News news)
    {
        try
        {
            await hub.SendAsync(nameof(WhistleHub.Received), news.AlertId, news.Version);
        }
        catch (Exception torn) when (torn is InvalidOperationException or IOException or OperationCanceledException)
        {
            // the next board asks for it again
        }
    }
}
