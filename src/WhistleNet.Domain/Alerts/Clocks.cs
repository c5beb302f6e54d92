namespace WhistleNet.Alerts;

/// <summary>
/// The seconds that the clocks run by; data of a station. The defaults are the contract's: the next ring 60 s after the raise
/// and every 60 s after that, follow-up 10 minutes after the last move of who took it, a device given up 20 s after the push.
/// When the station's ladder climbs is said by its rungs.
/// </summary>
public sealed record Clocks
{
    public static readonly Clocks Default = new();

    public TimeSpan Widen { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan FollowUp { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the reminder of a quiet taker to the call of the next rung.</summary>
    public TimeSpan AfterReminder { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan DeviceSilent { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Another press of the shop within this of the raise or of its last press joins the open alert.</summary>
    public TimeSpan Reinforce { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A practice press closes itself within this.</summary>
    public TimeSpan Practice { get; init; } = TimeSpan.FromSeconds(5);
}
