using System.Collections.Concurrent;
using System.Net;

namespace WhistleNet.People;

/// <summary>
/// Counts wrong codes and passwords over the last hour, in memory: by address, and by account wherever they come from.
/// <c>WhistleNet:Limits:EnrolPerHour</c>, <c>SignInPerHour</c> and <c>SignInPerAccountPerHour</c> set how many are taken before every
/// further one is answered as wrong, without a look; by address also slowly.
/// </summary>
public sealed class Tries(TimeProvider time, IConfiguration configuration)
{
    /// <summary>How long a wrong try counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly TimeSpan Slowly = TimeSpan.FromSeconds(1);
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(Door, string), Queue<DateTimeOffset>> _wrong = new();

    public enum Door { Enrol, SignIn, Account }

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

    public void Wrong(Door door, HttpContext http) => Take(door, Of(http));

    /// <summary>The same as <see cref="AreUsedUp"/>, and the try is counted before it is looked at: a hundred at once get no more than one after the other.</summary>
    public async Task<bool> Begin(Door door, HttpContext http)
    {
        if (Take(door, Of(http)) > 0) return true;
        await Task.Delay(Slowly, http.RequestAborted);
        return false;
    }

    /// <summary>What was begun was right, and so no try.</summary>
    public void Right(Door door, HttpContext http) => GiveBack(door, Of(http));

    /// <summary>Counts a try at this account before it is looked at.</summary>
    /// <returns>Which of the hour it is, from 1; 0 where there are none left.</returns>
    public int Begin(Account account) => Take(Door.Account, account.Id);

    public void Right(Account account) => GiveBack(Door.Account, account.Id);

    /// <summary>Whether a try that is the so-manieth of its hour was the last.</summary>
    public bool IsLast(int number) => number >= Limit(Door.Account);

    /// <summary>The station lets the account try again.</summary>
    public void Lift(string accountId) => _wrong.TryRemove((Door.Account, accountId), out _);

    private int Take(Door door, string who)
    {
        if (_wrong.Count >= MostKept) Tidy();
        var times = _wrong.GetOrAdd((door, who), _ => []);
        lock (times)
        {
            Forget(times);
            if (times.Count >= Limit(door)) return 0;
            times.Enqueue(time.GetUtcNow());
            return times.Count;
        }
    }

    // Any of this hour: which of them was right makes less than a second's difference to when the others end.
    private void GiveBack(Door door, string who)
    {
        if (!_wrong.TryGetValue((door, who), out var times)) return;
        lock (times)
        {
            var kept = times.SkipLast(1).ToList();
            times.Clear();
            kept.ForEach(times.Enqueue);
        }
    }

    private int Limit(Door door) => door switch
    {
        Door.Enrol => configuration.GetValue("WhistleNet:Limits:EnrolPerHour", 10),
        Door.SignIn => configuration.GetValue("WhistleNet:Limits:SignInPerHour", 60),
        _ => configuration.GetValue("WhistleNet:Limits:SignInPerAccountPerHour", 10),
    };

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
