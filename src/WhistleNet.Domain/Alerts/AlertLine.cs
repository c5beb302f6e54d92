using WhistleNet.Log;

namespace WhistleNet.Alerts;

/// <summary>One entry of an alert's timeline: who did what, and when. Written in the transaction of its change, never altered.</summary>
public sealed class AlertLine : Linked
{
    public required string AlertId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Entry What { get; init; }

    /// <summary>The name people know; empty where the clock did it.</summary>
    public string? Who { get; init; }

    /// <summary>The id of the person or device, for the log.</summary>
    public string? WhoId { get; init; }

    public string? Text { get; init; }

    /// <summary>A line that no device of the pressed shop may ever see: about the level, or about a word that was typed.</summary>
    public bool StationOnly { get; init; }

    protected override object?[] Plain => [At.UtcTicks, What.Word(), AlertId, WhoId, StationOnly ? 1L : 0L];
    protected override object?[] Personal => [Who, Text];
}
