using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What one shop that was to hear did, from the raise on.</summary>
/// <param name="Reached">Whether a device of it confirmed the news, be it late.</param>
/// <param name="Answered">Its first answer, whatever it was.</param>
public sealed record ShopMeasured(string ShopId, bool Reached, TimeSpan? Answered, TimeSpan? Arrived);

/// <summary>
/// The figures of an alert, measured from its timeline and its notices. All times are from the server's <see cref="Alert.RaisedAt"/>;
/// what a device claims is never used. Kept with the report: the words that it is read from are masked one day, and figures tell of nobody.
/// </summary>
/// <param name="Targets">What the circle had decided when it was measured: a later decision does not rewrite what was.</param>
/// <param name="Needed">How many shops had to come.</param>
/// <param name="SelfHelp">Stage 1: the first <c>selfHelp</c>, or the first answer of anybody (coming, arrived, a take), whichever is sooner.</param>
/// <param name="MutualHelp">
/// Stage 2: the moment when as many shops as were <paramref name="Needed"/> had arrived and none of them had withdrawn. Until gear and
/// roles are known to the house, that number stands for the muster rule.
/// </param>
/// <param name="OnScene">Stage 3: the mark <c>onScene</c>.</param>
/// <param name="FirstAnswer">The first answer of a neighbour, whatever it was.</param>
/// <param name="Unreached">Shops of which no device ever confirmed; who was not yet given up when it ended counts as well.</param>
public sealed record Measured(
    Targets Targets, int Needed, TimeSpan? SelfHelp, TimeSpan? MutualHelp, TimeSpan? OnScene,
    TimeSpan? FirstAnswer, TimeSpan? FirstArrived, TimeSpan? Taken, int Unreached, IReadOnlyList<ShopMeasured> Shops)
{
    /// <summary>Where there was nothing to measure.</summary>
    public static readonly Measured Nothing = new(Targets.Default, 0, null, null, null, null, null, null, 0, []);

    public TimeSpan? Of(Stage stage) => stage switch
    {
        Stage.SelfHelp => SelfHelp,
        Stage.MutualHelp => MutualHelp,
        _ => OnScene,
    };

    /// <summary>Measures an alert as far as it has come.</summary>
    /// <param name="lines">Its timeline, not masked.</param>
    /// <param name="notices">All its notices.</param>
    public static Measured Of(Alert alert, IEnumerable<AlertLine> lines, IReadOnlyCollection<Notice> notices, Targets targets)
    {
        var story = lines.OrderBy(l => l.At).ThenBy(l => l.Seq).ToList();
        var neighbours = notices.Where(n => n.To == To.Shop && n.ShopId is not null && n.ShopId != alert.ShopId).ToList();
        var said = Said(story, neighbours);
        TimeSpan? From(DateTimeOffset? at) => at - alert.RaisedAt;

        var arrived = FirstOf(said, Reply.Arrived);
        var taken = story.Find(l => l.What == Entry.Taken)?.At;
        var shops = neighbours.GroupBy(n => n.ShopId!).Select(shop => new ShopMeasured(shop.Key, shop.Any(IsReached),
            From(said.Find(s => s.ShopId == shop.Key)?.At), From(said.Find(s => s.ShopId == shop.Key && s.Reply == Reply.Arrived)?.At))).ToList();
        return new(targets, alert.Needed,
            SelfHelp: From(Soonest(story.Find(IsSelfHelp)?.At, FirstOf(said, Reply.Coming), arrived, taken)),
            MutualHelp: From(Mustered(said, alert.Needed)),
            OnScene: From(story.Find(l => l.What == Entry.OnScene)?.At),
            FirstAnswer: From(said.Count > 0 ? said[0].At : null), FirstArrived: From(arrived), Taken: From(taken),
            Unreached: shops.Count(s => !s.Reached), shops);
    }

    /// <summary>Whether the news got to whoever holds this credential, be it late.</summary>
    public static bool IsReached(Notice notice) => notice.State is Delivery.Received or Delivery.Seen;

    private sealed record Word(string ShopId, Reply Reply, DateTimeOffset At);

    // An answer's line carries who spoke: a device that was told, or a person, whose answer goes by the name of their shop.
    private static List<Word> Said(IEnumerable<AlertLine> story, List<Notice> neighbours)
    {
        var devices = neighbours.Where(n => n.DeviceId is not null).DistinctBy(n => n.DeviceId).ToDictionary(n => n.DeviceId!, n => n.ShopId!);
        var names = neighbours.DistinctBy(n => n.ShopId).ToLookup(n => n.Name, n => n.ShopId!);
        string ShopOf(AlertLine line) => line.WhoId is { } id && devices.TryGetValue(id, out var shop) ? shop
            : line.Who is { } name && names[name].ToList() is [var only] ? only : line.WhoId ?? line.Who ?? "";
        return [.. from line in story where line.What == Entry.Answered let reply = Words.Parse<Reply>(line.Text) where reply is not null select new Word(ShopOf(line), reply.Value, line.At)];
    }

    private static DateTimeOffset? Mustered(List<Word> said, int needed)
    {
        var there = new HashSet<string>();
        foreach (var word in said)
        {
            if (word.Reply != Reply.Arrived) there.Remove(word.ShopId);
            else if (there.Add(word.ShopId) && there.Count >= needed) return word.At;
        }
        return null;
    }

    private static DateTimeOffset? FirstOf(List<Word> said, Reply reply) => said.Find(s => s.Reply == reply)?.At;

    private static bool IsSelfHelp(AlertLine line) => line is { What: Entry.Observed, Text: { } text } && text.Split(": ", 2)[0] == Observation.SelfHelp.Word();

    private static DateTimeOffset? Soonest(params DateTimeOffset?[] moments) => moments.Min();
}
