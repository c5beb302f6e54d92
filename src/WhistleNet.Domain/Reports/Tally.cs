using System.Collections.Frozen;
using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>
/// Which alerts a figure is of. <see cref="Counted"/> is every whistle but a duplicate, which is another's; <see cref="Measured"/> those whose
/// times are told of; the others are what became of a whistle: true, false, nobody knows, or not over yet.
/// </summary>
public enum Tally { Counted, Measured, True, False, Unknown, Open }

/// <summary>The only place that says which outcomes a figure is of: who counts in memory and who asks the database read the same.</summary>
public static class Tallies
{
    private static readonly FrozenDictionary<Tally, Outcome[]> Outcomes = new Dictionary<Tally, Outcome[]>
    {
        [Tally.Counted] = [.. Enum.GetValues<Outcome>().Where(o => o != Outcome.Duplicate)],
        [Tally.Measured] = [.. Enum.GetValues<Outcome>().Where(o => o is not (Outcome.Duplicate or Outcome.Slip))], // a slip needed nobody
        [Tally.True] = [Outcome.Stopped, Outcome.HandedToPolice, Outcome.Mediation, Outcome.MedicalOrFire],
        [Tally.False] = [Outcome.Slip, Outcome.HonestMistake, Outcome.Malicious],
        [Tally.Unknown] = [Outcome.NothingFound],
        [Tally.Open] = [],
    }.ToFrozenDictionary();

    /// <summary>The outcomes of closed alerts that it is of.</summary>
    public static IReadOnlyList<Outcome> Of(Tally tally) => Outcomes[tally];

    /// <summary>Whether alerts that are not over count as well.</summary>
    public static bool HasOpen(this Tally tally) => tally is Tally.Counted or Tally.Open;

    public static bool Is(this PastAlert alert, Tally tally) =>
        alert.State == AlertState.Closed ? alert.Outcome is { } outcome && Outcomes[tally].Contains(outcome) : tally.HasOpen();
}
