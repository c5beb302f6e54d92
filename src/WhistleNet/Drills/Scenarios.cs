namespace WhistleNet.Drills;

/// <summary>The scenarios that a drill may run.</summary>
public sealed class Scenarios
{
    public IReadOnlyList<string> Names(string stationId) => ["drunk-and-loud@1"];
}
