using WhistleNet.Alerts;
using WhistleNet.Log;

namespace WhistleNet.Drills;

/// <summary>One entry of a drill's timeline: who did what, and when. Written in the transaction of its change, never altered.</summary>
public sealed class DrillLine : Linked
{
    public required string DrillId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DrillEntry What { get; init; }

    /// <summary>The name people know; empty where the clock did it.</summary>
    public string? Who { get; init; }

    /// <summary>The id of the person, device or alert, for the log.</summary>
    public string? WhoId { get; init; }

    public string? Text { get; init; }

    protected override object?[] Plain => [At.UtcTicks, What.Word(), DrillId, WhoId];
    protected override object?[] Personal => [Who, Text];
}
