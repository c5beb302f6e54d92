using System.Collections.Concurrent;

namespace WhistleNet.Demo;

/// <summary>The panes' links to the server, each of which somebody can cut.</summary>
public sealed class Links
{
    private readonly ConcurrentDictionary<string, Link> _links = new();

    public Link Of(string pane) => _links.GetOrAdd(pane, _ => new Link());
}

/// <summary>
/// One pane's link. Cut, it is a black hole: nothing is refused and nothing arrives, as when a phone walks behind a wall. What was
/// on its way comes through once the link is back, if anybody still waits for it.
/// </summary>
public sealed class Link
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _back;

    public bool IsCut
    {
        get { lock (_gate) return _back is not null; }
    }

    public void Cut()
    {
        lock (_gate) _back ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Mend()
    {
        TaskCompletionSource? back;
        lock (_gate) (back, _back) = (_back, null);
        back?.SetResult();
    }

    /// <summary>Waits while the link is cut.</summary>
    public ValueTask Up(CancellationToken cancel)
    {
        lock (_gate) return _back is { } back ? new ValueTask(back.Task.WaitAsync(cancel)) : ValueTask.CompletedTask;
    }
}
