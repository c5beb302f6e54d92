namespace WhistleNet.Drills;

/// <summary>Something that people read in a scenario. An organizer writes it, so a language may be missing until <see cref="ScenarioCheck"/> has looked.</summary>
public sealed record Wording(string Zh, string En);
