using WhistleNet.Alerts;
using WhistleNet.Live;

namespace WhistleNet.Data;

/// <summary>
/// The receipts that news may bring at once. Those who hear a whistle confirm it within a moment of each other: written together they are
/// one commit, and the last of them is told sooner than behind the commit of the first.
/// </summary>
/// <param name="most">No more than this are waited for.</param>
internal sealed class Awaited(int most)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);

    private int _left; // that have not come; below zero where more came
    private volatile TaskCompletionSource? _gathering; // while they are waited for

    /// <summary>One of them came.</summary>
    public void Came()
    {
        if (Interlocked.Decrement(ref _left) == 0) _gathering?.TrySetResult();
    }

    /// <summary>Waits for them for a moment. Nobody's press waits for it, nor anybody's receipt for longer than this, whatever the house's clock says.</summary>
    public async Task Gather(Task<bool> press, CancellationToken stop)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gathering = enough;
        if (Volatile.Read(ref _left) > 0) await Task.WhenAny(enough.Task, press, Task.Delay(Patience, TimeProvider.System, stop));
        _gathering = null;
        Volatile.Write(ref _left, 0);
    }

    /// <summary>From now on its receipts may come; for before the news is told.</summary>
    public void Tell(List<AlertNews> news)
    {
        var telling = news.Where(n => n.Alert is not null).Sum(n => 1 + n.Audience.Count(Answers));
        Volatile.Write(ref _left, Math.Min(most, Math.Max(0, Volatile.Read(ref _left)) + telling)); // a receipt that comes between the two costs a moment's waiting, no more
    }

    // Whoever was there a moment ago; the one beside them is that the news was handed out.
    private static bool Answers(Notice notice) => notice is { To: To.Shop, DeviceId: not null, State: not Delivery.Unreached };
}
