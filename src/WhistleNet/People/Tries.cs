using System.Collections.Concurrent;
using System.Net;

namespace WhistleNet.People;

/// <summary>
/// Counts wrong codes and passwords by address over the last hour, in memory. <c>WhistleNet:Limits:EnrolPerHour</c> and
/// <c>SignInPerHour</c> set how many are taken before every further one is answered slowly, as wrong, without a look.
/// </summary>
public sealed class Tries(TimeProvider time, IConfiguration configuration)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan Slowly = TimeSpan.FromSeconds(1);
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(Door, string), Queue<DateTimeOffset>> _wrong = new();

    public enum Door { Enrol, SignIn }

    /// <summary>Whether this address has had its tries; it then waits a moment as well.</summary>
    public async Task<bool> AreUsedUp(Door door, HttpContext http)
    {
        if (!_wrong.TryGetValue((door, Of(http)), out var times)) return false;
        lock (times)
        {
            Forget(times);
            if (times.Count < Limit(door)) return false;
        }
        await Task.Delay(Slowly, http.RequestAborted);
        return true;
    }

    public void Wrong(Door door, HttpContext http)
    {
        if (_wrong.Count >= MostKept) Tidy();
        var times = _wrong.GetOrAdd((door, Of(http)), _ => []);
        lock (times)
        {
            Forget(times);
            if (times.Count < Limit(door)) times.Enqueue(time.GetUtcNow());
        }
    }

    private int Limit(Door door) => door == Door.Enrol ? configuration.GetValue("WhistleNet:Limits:EnrolPerHour", 10) : configuration.GetValue("WhistleNet:Limits:SignInPerHour", 60);

    private void Forget(Queue<DateTimeOffset> times)
    {
        while (times.TryPeek(out var oldest) && time.GetUtcNow() - oldest >= Window) times.Dequeue();
    }

    private void Tidy()
    {
        foreach (var (who, times) in _wrong)
        {
            lock (times) Forget(times);
            if (times.Count == 0) _wrong.TryRemove(who, out _);
        }
    }

    private static string Of(HttpContext http) => (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString();
}
