namespace WhistleNet.Drills;

/// <summary>A day on which a station holds no planned drill: a holiday, a market day. The organizer keeps the calendar.</summary>
public sealed class ClosedDay
{
    public required string StationId { get; init; }
    public required DateOnly Day { get; init; }
    public required string Name { get; init; }
}
