using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>What neighbours and the pressed shop say, and what a quiet taker hears.</summary>
public sealed partial class Alert
{
    /// <summary>
    /// Takes down one person's answer and counts the shops again. When so many decline that <see cref="Needed"/> cannot be met,
    /// or somebody withdraws below it, the next ring is due at once; not for who withdraws when officers are on the scene, as they were taught.
    /// It never touches the station's clock.
    /// </summary>
    /// <param name="notices">All notices of this alert, <paramref name="mine"/> among them.</param>
    public Refusal? Answer(Notice mine, Reply reply, string? reason, IReadOnlyCollection<Notice> notices, Actor by, DateTimeOffset now, bool ringsLeft)
    {
        if (!IsOpen) return Refusal.AlreadyClosed;
        var last = notices.Where(n => n.To == To.Shop && n.ShopId == mine.ShopId && n.Answer is not null).MaxBy(n => n.AnsweredAt);
        if (last == mine && mine.Answer == reply && mine.AnswerReason == reason) return null;
        // Never at the same instant as the shop's last one, or two devices would not say which of their answers counts.
        (mine.Answer, mine.AnswerReason, mine.AnsweredAt) = (reply, reason, last?.AnsweredAt >= now ? last.AnsweredAt.Value.AddTicks(1) : now);
        Write(Entry.Answered, by, now, reply.Word());
        var wasEnough = Enough;
        Count(notices, now);
        var leavesItToOfficers = reply == Reply.Withdrawn && OnSceneAt is not null;
        if (Enough) WidenDueAt = null;
        else if (ringsLeft && !leavesItToOfficers && (wasEnough || reply is Reply.CannotCome or Reply.Withdrawn && WidenDueAt is not null && StillPossible(notices) < Needed)) WidenDueAt = now;
        Move(now);
        return null;
    }

    /// <summary>
    /// Takes over what shops said to an alert that is merged into this one: whoever is coming there is coming here, and is not asked
    /// again. What a shop said here later than there stands, and the raiser is nobody's neighbour.
    /// </summary>
    /// <param name="said">The notices of the merged alert.</param>
    /// <param name="notices">All notices of this alert, those handed over among them.</param>
    /// <returns>The notices that took over an answer.</returns>
    public IReadOnlyList<Notice> TakeOver(IEnumerable<Notice> said, IReadOnlyCollection<Notice> notices, DateTimeOffset now)
    {
        if (!IsOpen) return [];
        var taken = new List<Notice>();
        foreach (var shop in Shops(notices).ToList())
        {
            var here = shop.MaxBy(n => n.AnsweredAt)?.AnsweredAt;
            if (said.Where(n => n.To == To.Shop && n.ShopId == shop.Key && n.Answer is not null).MaxBy(n => n.AnsweredAt) is not { IsComing: true } there || there.AnsweredAt <= here) continue;
            var mine = shop.FirstOrDefault(n => n.DeviceId == there.DeviceId) ?? shop.First();
            (mine.Answer, mine.AnswerReason, mine.AnsweredAt) = (there.Answer, there.AnswerReason, there.AnsweredAt);
            Write(Entry.Answered, new Actor(there.DeviceId ?? "", there.Name, Role.Device, StationId, there.ShopId), now, there.Answer!.Value.Word());
            taken.Add(mine);
        }
        if (taken.Count == 0) return taken;
        Count(notices, now);
        if (Enough) WidenDueAt = null;
        Move(now);
        return taken;
    }

    public Refusal? Observe(Observation what, string? text, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) return Refusal.AlreadyClosed;
        if (what == Observation.SelfHelp) SelfHelpAt ??= now;
        Write(Entry.Observed, by, now, string.IsNullOrWhiteSpace(text) ? what.Word() : $"{what.Word()}: {text.Trim()}");
        Move(now);
        return null;
    }

    /// <summary>
    /// "I am safe", "it was a mistake", or a word: a message that closes nothing, because a robber can force it. The duress word
    /// lifts the alert to a threat to life; whatever was said, the version moves by the same step and the shop sees the same.
    /// </summary>
    public Refusal? SaySafe(bool mistake, SafeWord word, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) return Refusal.AlreadyClosed;
        Write(Entry.Safe, by, now, mistake ? "mistake" : word.Word(), stationOnly: !mistake);
        if (word == SafeWord.Duress) Level = Alerts.Level.ThreatToLife;
        Move(now);
        return null;
    }

    /// <summary>The taker has been quiet past the due time: first a reminder, then the next rung is the clock's to call.</summary>
    /// <returns>True where the reminder had been given already.</returns>
    public bool RemindTaker(DateTimeOffset now, Clocks clocks)
    {
        if (TakerReminded)
        {
            FollowUpDueAt = now + clocks.FollowUp;
            TakerReminded = false;
            return true;
        }
        (TakerReminded, FollowUpDueAt) = (true, now + clocks.AfterReminder);
        Write(Entry.RemindedTaker, Actor.System, now, TakenBy);
        Move(now);
        return false;
    }

    /// <summary>The unit was asked anew, since these were not heard from: what everybody is asked moves with it.</summary>
    public void AskedAnew(IEnumerable<string> silent, DateTimeOffset now)
    {
        Write(Entry.Note, Actor.System, now, "silent: " + string.Join(", ", silent), stationOnly: true);
        Move(now);
    }

    // Shops, not devices: those whose last answer, from whichever device, is coming or arrived. The own shop does not count.
    private void Count(IEnumerable<Notice> notices, DateTimeOffset now)
    {
        var last = Shops(notices).Select(shop => shop.MaxBy(n => n.AnsweredAt)!).ToList();
        Coming = last.Count(n => n.IsComing);
        if (Coming > 0) SelfHelpAt ??= now;
        if (last.Count(n => n.Answer == Reply.Arrived) >= Needed) MutualHelpAt ??= now;
    }

    /// <summary>Shops that are coming or may still say so; nobody counts on the unreached.</summary>
    private int StillPossible(IEnumerable<Notice> notices) => Shops(notices)
        .Count(shop => shop.MaxBy(n => n.AnsweredAt) is { Answer: not null } last ? last.IsComing : shop.Any(n => n.State != Delivery.Unreached));

    private IEnumerable<IGrouping<string?, Notice>> Shops(IEnumerable<Notice> notices) => notices
        .Where(n => n.To == To.Shop && n.ShopId != ShopId).GroupBy(n => n.ShopId);
}

/// <summary>What a typed word was, by the shop's own two words.</summary>
public enum SafeWord { None, Safe, Duress, Unknown }
