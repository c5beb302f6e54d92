namespace WhistleNet.Reports;

/// <summary>The three stages of an alert: 1 分钟自救, 3 分钟互救, 5 分钟到场.</summary>
public enum Stage { SelfHelp, MutualHelp, OnScene }

/// <summary>
/// Within how long each stage is to be reached, from the server's raise on; data of a circle. The default is the 1-3-5 of the
/// founding text (one, three and five minutes); towns word and count it differently.
/// </summary>
public sealed record Targets
{
    public static readonly Targets Default = new();

    /// <summary>A target of no time could never be met, and one of more than a day is none.</summary>
    public const int FewestSeconds = 1, MostSeconds = 86_400;

    public TimeSpan SelfHelp { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan MutualHelp { get; init; } = TimeSpan.FromSeconds(180);
    public TimeSpan OnScene { get; init; } = TimeSpan.FromSeconds(300);

    public TimeSpan Of(Stage stage) => stage switch
    {
        Stage.SelfHelp => SelfHelp,
        Stage.MutualHelp => MutualHelp,
        _ => OnScene,
    };

    /// <summary>Targets in seconds; null where one of them cannot be, or a later stage is to be reached before an earlier one.</summary>
    public static Targets? Of(int selfHelp, int mutualHelp, int onScene) =>
        selfHelp < FewestSeconds || mutualHelp < selfHelp || onScene < mutualHelp || onScene > MostSeconds ? null
        : new() { SelfHelp = TimeSpan.FromSeconds(selfHelp), MutualHelp = TimeSpan.FromSeconds(mutualHelp), OnScene = TimeSpan.FromSeconds(onScene) };
}
