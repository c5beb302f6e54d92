namespace WhistleNet.Reports;

/// <summary>How many hours of an ordinary week a circle could form a unit, as it stood in a month; written by a round, once a month.</summary>
public sealed class ReadyMonth
{
    public required string CircleId { get; init; }
    public required string StationId { get; init; }

    /// <summary>The first of the month.</summary>
    public required DateOnly Month { get; init; }

    public required int Ready { get; init; }
    public required int Gap { get; init; }
    public required int Shut { get; init; }
}
