using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>
/// Tells somebody outside, each minute, that the engine runs: a service that raises the alarm when it hears nothing. It keeps silent where the
/// sweep stands still, so that a dead engine behind living pages is noticed too. <c>WhistleNet:Heartbeat:Url</c> says where; none by default.
/// </summary>
public sealed class OutsideHeartbeat(EscalationClock clock, IConfiguration configuration, IHttpClientFactory http, TimeProvider time, ILogger<OutsideHeartbeat> log) : BackgroundService, IWatcher
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private DateTimeOffset? _failingSince;

    /// <summary>Trouble while it cannot be sent.</summary>
    public IEnumerable<Signal> SignalsFor(string stationId) => _failingSince is { } since ? [new Signal(Grade.Trouble, SignalSay.HeartbeatFails, [], since)] : [];

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (configuration["WhistleNet:Heartbeat:Url"] is not { Length: > 0 } address) return;
        using var timer = new PeriodicTimer(Pace, time);
        do
        {
            if (clock.IsLate) continue;
            try
            {
                using var client = http.CreateClient();
                client.Timeout = Patience;
                using var answer = await client.PostAsync(address, null, stop);
                answer.EnsureSuccessStatusCode();
                _failingSince = null;
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                if (_failingSince is null) log.LogWarning("The outside heartbeat could not be sent: {Why}", broken.Message); // once, not each minute
                _failingSince ??= time.GetUtcNow();
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
