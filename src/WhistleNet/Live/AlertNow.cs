using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.Live;

/// <summary>
/// One alert as a console shows it now: the alert as committed, its notices, its timeline, and who is reading it. It is replaced, never
/// changed, so that a card knows by the reference alone whether there is anything to draw.
/// </summary>
public sealed record AlertNow(Alert Alert, IReadOnlyList<Notice> Notices, IReadOnlyList<AlertLine> Lines, IReadOnlyList<string> Readers)
{
    public string Id => Alert.Id;

    /// <summary>The same alert with whatever of the news is newer; the news may come in any order, and more than once.</summary>
    public AlertNow With(AlertNews news) => this with
    {
        Alert = news.Alert is { } alert && alert.Version > Alert.Version ? alert : Alert,
        Notices = Newest(Notices, news.Audience.Concat(news.Changed)),
    };

    /// <summary>The notices with those that came put in place, a late older one ignored.</summary>
    public static IReadOnlyList<Notice> Newest(IEnumerable<Notice> have, IEnumerable<Notice> came)
    {
        var byId = new Dictionary<string, Notice>();
        foreach (var notice in have.Concat(came))
        {
            if (!byId.TryGetValue(notice.Id, out var known) || IsNewer(notice, known)) byId[notice.Id] = notice;
        }
        return [.. byId.Values.OrderBy(n => n.To).ThenBy(n => n.Ring).ThenBy(n => n.DistanceM).ThenBy(n => n.Name, StringComparer.Ordinal)];
    }

    // Each of the three moves forward only, so no clock of a device is needed to tell older from newer.
    private static bool IsNewer(Notice a, Notice b) =>
        a.At >= b.At && a.Version >= b.Version && (a.AnsweredAt ?? DateTimeOffset.MinValue) >= (b.AnsweredAt ?? DateTimeOffset.MinValue);
}

/// <summary>All that a station's console shows now.</summary>
public sealed record AlertsNow(IReadOnlyList<AlertNow> All, Watch Watch)
{
    public static readonly AlertsNow Empty = new([], Watch.Nothing);

    /// <summary>The drills that run, and those that are over and of which not everybody was told yet.</summary>
    public IReadOnlyList<Drill> Drills { get; init; } = [];

    /// <summary>Counts what was heard of drills, planned ones too: a page that lists them reads again where it is another number.</summary>
    public long DrillsMoved { get; init; }

    /// <summary>Open ones in the order in which they need somebody: real before drill before test, untaken before taken, oldest first.</summary>
    public IEnumerable<AlertNow> Open(bool real) => All.Where(a => a.Alert.IsOpen && a.Alert.Mode == Mode.Real == real)
        .OrderBy(a => a.Alert.Mode).ThenBy(a => a.Alert.State).ThenBy(a => a.Alert.RaisedAt);

    public IEnumerable<AlertNow> Untaken => All.Where(a => a.Alert.State == AlertState.Raised).OrderBy(a => a.Alert.Mode).ThenBy(a => a.Alert.RaisedAt);

    /// <summary>The last that were closed, newest first.</summary>
    public IEnumerable<AlertNow> Closed => All.Where(a => !a.Alert.IsOpen).OrderByDescending(a => a.Alert.ClosedAt);

    /// <summary>The highest mode that is open; none where nothing is. A frame is seen across the room: a secret drill has none.</summary>
    public Mode? Highest => All.Where(a => a.Alert.IsOpen).Select(a => (Mode?)a.Alert.Mode).Concat(Drills.Any(d => d.IsRunning && !d.IsSecret) ? [Mode.Drill] : []).Min();
}
