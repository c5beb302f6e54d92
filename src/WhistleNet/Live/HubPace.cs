using Microsoft.AspNetCore.SignalR;

namespace WhistleNet.Live;

/// <summary>
/// How fast one connection may talk: a board of two hundred alerts is confirmed at once, and in a storm, 5,000 shops within ten seconds, a
/// console confirms each; what goes on beyond that is no client of ours, and is told so instead of being written down.
/// </summary>
public sealed class HubPace(TimeProvider time) : IHubFilter
{
    /// <summary>Calls that may come at once.</summary>
    public const int Burst = 10_000;

    /// <summary>Calls a second that come back.</summary>
    public const int PerSecond = 1_000;

    public const string TooMany = "tooManyCalls";

    private static readonly object Key = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var left = (Allowance)call.Context.Items[Key]!;
        return left.Take(time.GetUtcNow()) ? next(call) : throw new HubException(TooMany);
    }

    public Task OnConnectedAsync(HubLifetimeContext line, Func<HubLifetimeContext, Task> next)
    {
        line.Context.Items[Key] = new Allowance(time.GetUtcNow());
        return next(line);
    }

    // A connection's calls come one after the other.
    private sealed class Allowance(DateTimeOffset now)
    {
        private double _left = Burst;
        private DateTimeOffset _at = now;

        public bool Take(DateTimeOffset now)
        {
            (_left, _at) = (Math.Min(Burst, _left + Math.Max(0, (now - _at).TotalSeconds) * PerSecond), now);
            if (_left < 1) return false;
            _left--;
            return true;
        }
    }
}
