using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using WhistleNet.Alerts;
using WhistleNet.Live;

namespace WhistleNet.Demo;

/// <summary>
/// One simulated shopkeeper's phone on the real hub with a real credential: it beats, confirms what it hears, is looked at after a
/// moment, answers as its keeper is, and walks. It knows nothing that a phone would not know.
/// </summary>
internal sealed class Neighbour : IAsyncDisposable
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(25);
    private static readonly BeatNews Beat = new() { Audio = true, Visible = true, Battery = 0.8 };

    private readonly HubConnection _hub;
    private readonly Temper _temper;
    private readonly Manners _manners;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _gone = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, News> _heard = [];

    public Neighbour(Household shop, Uri hub, string token, TimeProvider time, ILogger log)
    {
        (_temper, _manners, _time, _log) = (shop.Temper, new Manners(shop.Ref), time, log);
        _hub = new HubConnectionBuilder()
            .WithUrl(hub, to =>
            {
                to.AccessTokenProvider = () => Task.FromResult<string?>(token);
                (to.SkipNegotiation, to.Transports) = (true, HttpTransportType.WebSockets);
            })
            .WithAutomaticReconnect(new EverySecond(_gone.Token)).Build();
        _hub.On<Board>(nameof(IWhistleClient.Board), board => { foreach (var news in board.Alerts) Hear(news); });
        _hub.On<News>(nameof(IWhistleClient.News), Hear);
        _hub.Reconnected += _ => Say(nameof(WhistleHub.Beat), Beat);
    }

    /// <summary>Connects and beats; on shift when it returns, and until <paramref name="end"/>.</summary>
    public async Task Come(CancellationToken end)
    {
        end.Register(_gone.Cancel);
        await _hub.StartAsync(end);
        await Say(nameof(WhistleHub.Beat), Beat);
        _ = GoOnBeating();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _hub.DisposeAsync();
        _gone.Dispose();
    }

    private void Hear(News news)
    {
        bool isNew;
        lock (_gate)
        {
            isNew = !_heard.TryGetValue(news.AlertId, out var was);
            if (was?.Version >= news.Version) return;
            _heard[news.AlertId] = news;
        }
        _ = Say(nameof(WhistleHub.Received), news.AlertId, news.Version);
        if (isNew && IsOpen(news.AlertId) && news.You == Reader.Neighbour.Word()) _ = Act(news);
    }

    // Every moment is counted from the hearing, not from the step before: a pushed clock moves the whole walk.
    private async Task Act(News news)
    {
        var heardAt = _time.GetUtcNow();
        var plan = _manners.Next(news.DistanceM ?? 0);
        try
        {
            await Until(heardAt + plan.Looks);
            if (!IsOpen(news.AlertId)) return;
            await Say(nameof(WhistleHub.Seen), news.AlertId);
            if (_temper is not (Temper.Comes or Temper.Declines)) return;

            await Until(heardAt + plan.Answers);
            await Task.Delay(plan.Breath, TimeProvider.System, _gone.Token);
            if (!IsOpen(news.AlertId) || Enough(news.AlertId)) return; // enough come: stay inside
            await Answer(news.AlertId, _temper == Temper.Comes ? Reply.Coming : Reply.CannotCome);
            if (_temper == Temper.Declines) return;

            await Until(heardAt + plan.Answers + plan.Walks);
            if (IsOpen(news.AlertId)) await Answer(news.AlertId, Reply.Arrived);
        }
        catch (OperationCanceledException)
        {
            // the demo ends
        }
    }

    private Task Answer(string alertId, Reply reply) => Say(nameof(WhistleHub.Answer), alertId, reply.Word(), null);

    private async Task GoOnBeating()
    {
        using var timer = new PeriodicTimer(BeatEvery, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token)) await Say(nameof(WhistleHub.Beat), Beat);
        }
        catch (OperationCanceledException)
        {
            // the demo ends
        }
    }

    private async Task Say(string what, params object?[] words)
    {
        try
        {
            await _hub.SendCoreAsync(what, words, _gone.Token);
        }
        catch (Exception lost) when (lost is InvalidOperationException or WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            if (!_gone.IsCancellationRequested) _log.LogDebug(lost, "A simulated phone could not say {What}; the next board asks again", what);
        }
    }

    private Task Until(DateTimeOffset moment)
    {
        var left = moment - _time.GetUtcNow();
        return left > TimeSpan.Zero ? Task.Delay(left, _time, _gone.Token) : Task.CompletedTask;
    }

    private bool IsOpen(string alertId)
    {
        lock (_gate) return _heard[alertId].State != AlertState.Closed.Word();
    }

    private bool Enough(string alertId)
    {
        lock (_gate) return _heard[alertId].Enough;
    }

    private sealed class EverySecond(CancellationToken gone) : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => gone.IsCancellationRequested ? null : TimeSpan.FromSeconds(1);
    }
}
