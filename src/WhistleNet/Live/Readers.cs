using System.Collections.Concurrent;

namespace WhistleNet.Live;

/// <summary>Who has which alert open on a screen right now, so that two officers do not telephone the same shop. In memory: it is worth nothing tomorrow.</summary>
public sealed class Readers(AlertFeed feed)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _byAlert = new();

    /// <summary>A screen shows the details of an alert.</summary>
    public void Open(string stationId, string alertId, string screen, string name)
    {
        _byAlert.GetOrAdd(alertId, _ => new())[screen] = name;
        Tell(stationId, alertId);
    }

    public void Close(string stationId, string alertId, string screen)
    {
        if (!_byAlert.TryGetValue(alertId, out var readers) || !readers.TryRemove(screen, out _)) return;
        if (readers.IsEmpty) _byAlert.TryRemove(new(alertId, readers));
        Tell(stationId, alertId);
    }

    /// <summary>The names of those who read it, each once.</summary>
    public IReadOnlyList<string> Of(string alertId) =>
        _byAlert.TryGetValue(alertId, out var readers) ? [.. readers.Values.Distinct().Order(StringComparer.Ordinal)] : [];

    private void Tell(string stationId, string alertId) => feed.Publish(AlertNews.OfNotices(stationId, alertId, []));
}
