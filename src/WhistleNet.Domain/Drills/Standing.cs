namespace WhistleNet.Drills;

/// <summary>Where an expectation stands: what it counts from has not come, its time runs, it was done in time, after it, or not at all.</summary>
public enum Standings { Waiting, Open, Met, Late, Missed }

/// <param name="Until">None while what it counts from has not come.</param>
/// <param name="Done">What met it, in time or late: where several shops must, what the last of them did.</param>
/// <param name="Early">Done before its time where that is wrong.</param>
public sealed record Standing(Expectation Expected, Standings State, DateTimeOffset? Until, Seen? Done, IReadOnlyList<Seen> Early)
{
    public IEnumerable<Deviation> Deviations
    {
        get
        {
            foreach (var early in Early) yield return Of(Deviating.Early, early.At, early);
            if (State == Standings.Late) yield return Of(Deviating.Late, Done!.At, Done) with { By = Done.At - Until };
            if (State == Standings.Missed) yield return Of(Deviating.Missed, Until!.Value, null);
        }
    }

    private Deviation Of(Deviating what, DateTimeOffset at, Seen? seen) => new(what, Expected.Id, Expected.Who, at, Expected.Text, seen);
}

/// <summary>How something went otherwise than the scenario expects.</summary>
public enum Deviating { Late, Missed, Early, Unwanted }

/// <param name="Id">Of the expectation, or of what nobody is to do.</param>
/// <param name="By">How late.</param>
public sealed record Deviation(Deviating What, string Id, Part Who, DateTimeOffset At, Wording Text, Seen? Seen, TimeSpan? By = null);
