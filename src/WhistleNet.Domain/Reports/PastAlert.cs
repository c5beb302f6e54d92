using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>One alert of the past, as narrow as figures need it: nobody's name and no word that was said.</summary>
/// <param name="Here">When it was raised, by the station's wall clock.</param>
/// <param name="SelfHelp">From the server's raise until each stage was reached; none where it was not.</param>
public sealed record PastAlert(
    string Id, Mode Mode, string CircleId, string ShopId, string? DrillId, Kind Kind, AlertState State, Outcome? Outcome, DateTime Here,
    TimeSpan? SelfHelp, TimeSpan? MutualHelp, TimeSpan? OnScene)
{
    public DateOnly Day => DateOnly.FromDateTime(Here);

    public TimeSpan? Of(Stage stage) => stage switch
    {
        Stage.SelfHelp => SelfHelp,
        Stage.MutualHelp => MutualHelp,
        _ => OnScene,
    };
}

/// <summary>A shop that was to hear an alert and of which no device ever confirmed it.</summary>
public sealed record Missed(string AlertId, string ShopId);
