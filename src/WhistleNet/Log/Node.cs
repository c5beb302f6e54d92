namespace WhistleNet.Log;

/// <summary>
/// Which of several writing servers this is: <c>WhistleNet:Node</c>, "1" where nothing is said. Each writes chains of its own; two that
/// share a name share their chains, and each line then costs the slower of them a second try.
/// </summary>
public sealed class Node(IConfiguration configuration)
{
    public string Name { get; } = configuration["WhistleNet:Node"] is { Length: > 0 } name ? name : "1";

    /// <summary>The chain of timeline lines, which the AlertWriter writes.</summary>
    public string Lines => "alert-" + Name;

    /// <summary>The chain of drills' timelines, which the AlertWriter writes too.</summary>
    public string Drills => "drill-" + Name;

    /// <summary>The chain of access records; verbs on the data folder write it too.</summary>
    public string Access => "access-" + Name;

    /// <summary>The chain of the ends that were written down.</summary>
    public string Heads => "heads-" + Name;
}
