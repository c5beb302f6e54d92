using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.Live;

/// <summary>What one commit changed about one alert. A hint for whoever listens; the rows are the fact.</summary>
/// <param name="Alert">The alert as committed; none where only receipts moved.</param>
/// <param name="Audience">Everybody who is to hear of it; empty where only receipts moved.</param>
/// <param name="Changed">The notices that are new or moved.</param>
public sealed record AlertNews(string StationId, string AlertId, Alert? Alert, IReadOnlyList<Notice> Audience, IReadOnlyList<Notice> Changed)
{
    /// <summary>The drill that moved; none where an alert did. The id is then the drill's.</summary>
    public Drill? Drill { get; init; }

    /// <summary>What of its scenario is told; the drill itself is then what it was.</summary>
    public IReadOnlyList<Telling> Told { get; init; } = [];

    /// <summary>A drill that moved, and whoever was called in it, where they are to hear of it.</summary>
    public static AlertNews Of(Drill drill, IReadOnlyList<Notice> called) => new(drill.StationId, drill.Id, null, called, []) { Drill = drill };

    public static AlertNews OfNotices(string stationId, string alertId, IReadOnlyList<Notice> changed) => new(stationId, alertId, null, [], changed);

    /// <summary>Folds what was waiting and what came into one: the newest alert, and of each notice the newest.</summary>
    public AlertNews After(AlertNews older)
    {
        if (Drill is { } drill) return older.Drill?.Version > drill.Version ? older : this;
        var olderIsNewer = Alert is null || older.Alert is { } was && was.Version > Alert.Version;
        return new(StationId, AlertId, olderIsNewer ? older.Alert : Alert, olderIsNewer ? older.Audience : Audience,
            [.. older.Changed.Concat(Changed).GroupBy(n => n.Id, (_, same) => same.Last())]);
    }
}
