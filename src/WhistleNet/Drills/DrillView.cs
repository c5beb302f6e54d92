using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Reports;

namespace WhistleNet.Drills;

public sealed record DrillList(IReadOnlyList<DrillView> Drills, IReadOnlyList<string> Scenarios);

/// <summary>A drill in the API. What it says of itself says everywhere that it is one.</summary>
public sealed record DrillView(
    string DrillId, string Title, string State, string Form, IReadOnlyList<string> CircleIds, string? AreaId, string? Scenario, bool Blind, bool Armed, string StartsAt, int Minutes,
    string? PressShopId, IReadOnlyList<int> PhoneRungs, string? StartedAt, string? EndsAt, string? FirstSoundAt, string? EndedAt, string? Ended, string? EndedBy, string? Reason,
    string? AnnounceDueAt, string? AnnouncedAt, bool? AnnouncedLate, IReadOnlyList<string> AlertIds, string? ReportId, IReadOnlyList<RetestedView>? Carries, IReadOnlyList<ObserverView>? Observers, IReadOnlyList<DrillLineView>? Lines)
{
    public static DrillView Of(DrillSeen seen)
    {
        var d = seen.Drill;
        return new(d.Id, d.Title, d.State.Word(), d.Form.Word(), d.CircleIds, d.AreaId, d.Scenario == Drill.NoScenario ? null : d.Scenario, d.Blind, d.Armed, News.Time(d.StartsAt), d.Minutes, d.PressShopId, d.PhoneRungs, Time(d.StartedAt), Time(d.EndsAt),
            Time(d.FirstSoundAt), Time(d.EndedAt), d.End?.Word(), d.EndedBy, d.Reason, Time(d.AnnounceDueAt), Time(d.AnnouncedAt), d.IsAnnouncedLate ? true : null, [.. seen.Alerts.Select(a => a.Id)], seen.ReportId,
            seen.Lines.Count == 0 ? null : [.. seen.Carries.Select(RetestedView.Of)], seen.Lines.Count == 0 ? null : [.. seen.Observers.Select(ObserverView.Of)],
            seen.Lines.Count == 0 ? null : [.. seen.Lines.Select(l => new DrillLineView(News.Time(l.At), l.What.Word(), l.Who, l.Text))]);
    }

    private static string? Time(DateTimeOffset? at) => at is { } time ? News.Time(time) : null;
}

public sealed record DrillLineView(string At, string What, string? Who, string? Text);

/// <param name="Name">As they said themselves, or as the plan names them; none for a link that nobody has opened.</param>
/// <param name="State"><c>expected</c> while no link was given out, <c>invited</c>, <c>joined</c>.</param>
public sealed record ObserverView(string? Name, string? ShopId, string State)
{
    public static ObserverView Of(Observer o) => new(o.Name ?? o.Expected, o.ShopId, o.State.Word());
}
