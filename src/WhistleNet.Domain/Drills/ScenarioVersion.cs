namespace WhistleNet.Drills;

/// <summary>One version of a scenario at a station: its own, or one of the program's that a drill ran. It never changes and is never taken away.</summary>
public sealed class ScenarioVersion
{
    public required string StationId { get; init; }
    public required string Name { get; init; }
    public required int Version { get; init; }

    /// <summary>As somebody typed it, comments and all; the version in it is only what it was when they began.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it, by the name people know; none where it is the program's.</summary>
    public string? By { get; init; }

    public string? ById { get; init; }

    public string Id => $"{Name}@{Version}";

    /// <summary>None where a later program reads it otherwise than the one that wrote it.</summary>
    public Scenario? Read() => ScenarioText.Read(Text, kept: true).Scenario is { } scenario ? scenario with { Version = Version } : null;
}
