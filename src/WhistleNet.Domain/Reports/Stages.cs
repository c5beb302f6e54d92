namespace WhistleNet.Reports;

/// <summary>What became of a stage. "Not reached" is a value of its own, never a blank or a zero; "running" is only said while the alert is open.</summary>
public enum Reaching { Running, Overdue, InTime, Late, NotReached }

/// <summary>One stage of one alert.</summary>
/// <param name="Target">Within how long it was to be reached.</param>
/// <param name="Took">From the server's raise until it was reached; none where it was not.</param>
public sealed record StageTime(Stage Stage, TimeSpan Target, TimeSpan? Took, Reaching Reaching);

/// <summary>The 1-3-5 clock: how each stage stands against its target.</summary>
public static class Stages
{
    public static readonly IReadOnlyList<Stage> All = Enum.GetValues<Stage>();

    /// <summary>The stages of an alert that is over: each was reached in time, late, or not.</summary>
    public static IReadOnlyList<StageTime> Over(Measured measured) => Of(measured, null);

    /// <summary>The stages of an alert that is open.</summary>
    /// <param name="age">How long ago it was raised, by the server's clock.</param>
    public static IReadOnlyList<StageTime> Now(Measured measured, TimeSpan age) => Of(measured, age);

    private static IReadOnlyList<StageTime> Of(Measured measured, TimeSpan? age) => [.. All.Select(stage =>
    {
        var (target, took) = (measured.Targets.Of(stage), measured.Of(stage));
        var reaching = took is { } t ? t <= target ? Reaching.InTime : Reaching.Late
            : age is not { } running ? Reaching.NotReached : running <= target ? Reaching.Running : Reaching.Overdue;
        return new StageTime(stage, target, took, reaching);
    })];
}
