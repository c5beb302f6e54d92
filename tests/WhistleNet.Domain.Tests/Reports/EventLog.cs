using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>An event log written by hand: what happened, at which second after the raise, by whom.</summary>
public sealed class EventLog
{
    private readonly List<Notice> _notices = [];

    public EventLog(Mode mode = Mode.Real, int needed = 2, params string[] neighbours)
    {
        Alert = Some.Alert(mode, needed: needed);
        foreach (var shop in neighbours) _notices.Add(New(shop, "d-" + shop));
    }

    public Alert Alert { get; }
    public Targets Targets { get; init; } = Targets.Default;
    public IReadOnlyList<Notice> Notices => _notices;

    public static Town Town { get; } = new(
        [Some.Shop("shop", 40.1, 111.1), .. "ABCDEF".Select((c, i) => Some.Shop(c.ToString(), 40.1, 111.1 + 0.001 * (i + 1)))],
        [new Circle { Id = "circle", StationId = "station", AreaId = "area", Name = "一组" }, new Circle { Id = "elsewhere", StationId = "other", AreaId = "area", Name = "别处" }],
        [new Area { Id = "area", StationId = "station", Name = "东街" }], [new Station { Id = "station", Name = "东街派出所" }]);

    private static DateTimeOffset After(int second) => Some.Morning.AddSeconds(second);

    public EventLog Second(string shop, Delivery state = Delivery.Received)
    {
        var notice = New(shop, $"d2-{shop}");
        notice.State = state;
        _notices.Add(notice);
        return this;
    }

    public EventLog Unreached(string shop, Unreached why)
    {
        foreach (var notice in _notices.Where(n => n.ShopId == shop)) (notice.State, notice.Reason) = (Delivery.Unreached, why);
        return this;
    }

    public EventLog Late(string shop)
    {
        foreach (var notice in _notices.Where(n => n.ShopId == shop)) (notice.State, notice.Reason, notice.Late) = (Delivery.Received, Alerts.Unreached.DeviceSilent, true);
        return this;
    }

    public EventLog StillPushed(string shop)
    {
        foreach (var notice in _notices.Where(n => n.ShopId == shop)) notice.State = Delivery.Pushed;
        return this;
    }

    public EventLog Says(int second, string shop, Reply reply, bool person = false)
    {
        var notice = _notices.First(n => n.ShopId == shop);
        var by = person ? new Actor("person-" + shop, shop, Role.ShopStaff, "station", shop) : Some.Of(notice);
        Assert.Null(Alert.Answer(notice, reply, null, _notices, by, After(second), ringsLeft: false));
        return this;
    }

    public EventLog Asks(string shop, UnitRole role, params GearKind[] bring)
    {
        foreach (var notice in _notices.Where(n => n.ShopId == shop)) notice.Ask(role, bring);
        return this;
    }

    public EventLog SelfHelp(int second) => Did(Alert.Observe(Observation.SelfHelp, "卷帘门已关", Some.Raiser, After(second)));

    public EventLog Sees(int second, string shop) => Did(Alert.Observe(Observation.Seen, null, Some.Of(_notices.First(n => n.ShopId == shop)), After(second)));

    public EventLog Take(int second, Actor? by = null) => Did(Alert.Take(by ?? Some.Officer, After(second), Clocks.Default));

    public EventLog HandBack(int second) => Did(Alert.HandBack(Some.Officer, After(second), null));

    public EventLog OnScene(int second) => Did(Alert.MarkAs(Mark.OnScene, Some.Officer, After(second), Clocks.Default));

    public EventLog Climb(int second) => Did(Alert.Escalate(Actor.System, After(second), Clocks.Default, 1, "第二民警", null));

    public EventLog Duress(int second)
    {
        Assert.Null(Alert.SaySafe(false, SafeWord.Duress, Some.Raiser, After(second)));
        return this;
    }

    public EventLog Close(int second, Outcome? outcome = null) =>
        Did(Alert.Close(Some.Officer, outcome ?? (Alert.Mode == Mode.Drill ? Outcome.Drill : Outcome.Stopped), "已处置", After(second)));

    public EventLog Reopen(int second) => Did(Alert.Reopen(Some.Officer, "又打起来了", After(second), Clocks.Default, null, ringsLeft: false));

    public Measured Measured => Measured.Of(Alert, Alert.Lines, _notices, Targets);

    public ReportFacts Facts => ReportDraft.Of(Alert, Alert.Lines, _notices, Measured, Town);

    public Finished Finished => new(Alert.Id, Alert.CircleId, Alert.ShopId, Alert.Mode, Alert.RaisedAt, Measured);

    private EventLog Did(Refusal? refusal)
    {
        Assert.Null(refusal);
        return this;
    }

    private static Notice New(string shop, string device) => new()
    {
        Id = device, AlertId = "alert", StationId = "station", To = To.Shop, ShopId = shop, DeviceId = device, Name = shop, State = Delivery.Received, At = Some.Morning, DistanceM = shop[0],
    };
}
