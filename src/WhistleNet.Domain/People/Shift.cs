namespace WhistleNet.People;

/// <summary>A time for which somebody stands on a station's duty roster: an officer by their account, a volunteer as a member. It may run past midnight.</summary>
public sealed class Shift
{
    /// <summary>Round the clock, in a night that a change of the clocks makes longer too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(25);
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>An account, or a member; roles by name are looked up, so that nothing here has to be masked.</summary>
    public required string WhoId { get; set; }

    public required DateTimeOffset From { get; init; }

    /// <summary>Earlier than it was written where it was handed over.</summary>
    public required DateTimeOffset Until { get; set; }

    public bool IsAt(DateTimeOffset now) => From <= now && now < Until;
    public bool Meets(DateTimeOffset from, DateTimeOffset until) => From < until && from < Until;
}
