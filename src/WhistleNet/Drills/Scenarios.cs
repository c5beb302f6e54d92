namespace WhistleNet.Drills;

/// <summary>The scenarios that a drill may run.</summary>
public sealed class Scenarios
{
    /// <summary>Those that a station may choose from.</summary>
    public IReadOnlyList<Scenario> Of(string stationId) => ScenarioFiles.All;

    /// <summary>The same as <c>name@version</c>.</summary>
    public IReadOnlyList<string> Names(string stationId) => [.. Of(stationId).Select(s => s.Id)];
}
