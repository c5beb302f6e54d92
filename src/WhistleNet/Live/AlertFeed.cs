using System.Collections.Immutable;

namespace WhistleNet.Live;

/// <summary>
/// Announces what the database already believes. Listeners stand in an immutable set, so that nobody's code is called under a
/// lock; it keeps no truth and waits for nobody: an ear only puts the news into its own bounded box.
/// </summary>
public sealed class AlertFeed(ILogger<AlertFeed> log)
{
    private ImmutableList<Ear> _ears = [];

    public int Listeners => _ears.Count;

    /// <summary>Opens an ear; it must not block. Disposing closes it.</summary>
    public IDisposable Listen(Action<AlertNews> hear)
    {
        var ear = new Ear(this, hear);
        ImmutableInterlocked.Update(ref _ears, ears => ears.Add(ear));
        return ear;
    }

    public void Publish(AlertNews news)
    {
        foreach (var ear in _ears)
        {
            try
            {
                ear.Hear(news);
            }
            catch (Exception broken)
            {
                log.LogError(broken, "A listener failed on alert {AlertId}; the others still hear", news.AlertId);
            }
        }
    }

    private sealed class Ear(AlertFeed feed, Action<AlertNews> hear) : IDisposable
    {
        public Action<AlertNews> Hear => hear;
        public void Dispose() => ImmutableInterlocked.Update(ref feed._ears, ears => ears.Remove(this));
    }
}
