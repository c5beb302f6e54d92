using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.Notes;

/// <summary>The scenario that what people noted lately speaks for.</summary>
/// <param name="Quarrels">How many notes speak for it.</param>
public sealed record Proposal(Scenario Scenario, int Quarrels, int NearMisses)
{
    /// <summary>Notes of so many days speak.</summary>
    public const int Days = 90;

    /// <summary>The scenario of the kind that most quarrels and near misses of these notes are of; none where they are of none that can be played so.</summary>
    /// <param name="notes">Of the circles that are to drill.</param>
    public static Proposal? Of(IEnumerable<Note> notes, IEnumerable<Scenario> scenarios, DrillForm form)
    {
        var playable = scenarios.Where(s => s.Kind is not null && Fit.Refuses(form, s) is null).ToLookup(s => s.Kind!.Value);
        return notes.Select(n => (Note: n, About: KindOf(n))).Where(n => n.About is { } kind && playable.Contains(kind)).GroupBy(n => n.About!.Value)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(n => n.Note.At))
            .Select(g => new Proposal(playable[g.Key].First(), g.Count(n => n.Note.Kind == NoteKind.Quarrel), g.Count(n => n.Note.Kind == NoteKind.NearMiss))).FirstOrDefault();
    }

    // A quarrel of which nobody said more may come to blows; of a near miss somebody has to say what it nearly was.
    private static Kind? KindOf(Note note) => note.Kind switch
    {
        NoteKind.Quarrel => note.About ?? Kind.Fight,
        NoteKind.NearMiss => note.About,
        _ => null,
    };
}
