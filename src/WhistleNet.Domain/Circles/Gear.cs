using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Why an item does not count for a unit; scrapped is the end, the rest can be mended.</summary>
public enum GearTrouble { Scrapped, Faulty, Out, Expired, Uninspected }

/// <summary>How near an item's next date is.</summary>
public enum GearDue { Later, Soon, Over }

/// <summary>What an item is handed out for; neither where it is for the shift.</summary>
/// <param name="DrillId">Its alert, if it has one, is a drill's as well.</param>
public sealed record Occasion(string? AlertId = null, string? DrillId = null)
{
    public static readonly Occasion None = new();
}

/// <summary>
/// One item of the gear ledger 台账: what it is, where it is, who keeps it 专人保管, until when it is good. Its verbs decide and write its history in the
/// same breath; time and people are arguments.
/// </summary>
public sealed class Gear
{
    /// <summary>So many days before its next date an item is due.</summary>
    public const int AheadDays = 14;

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required GearKind Kind { get; init; }

    /// <summary>The number on its label, unique within its station.</summary>
    public required string Serial { get; init; }

    /// <summary>Where it is.</summary>
    public required string ShopId { get; set; }

    /// <summary>Who keeps it, as people name them.</summary>
    public string? Keeper { get; set; }

    public required DateOnly InServiceSince { get; init; }

    /// <summary>The last day on which it is good, from its label; none where it has none.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The last day on which its last inspection counts; none where it was never inspected.</summary>
    public DateOnly? NextInspectionOn { get; set; }

    public GearState State { get; private set; }

    /// <summary>Who has it, since when and for what, while it is out.</summary>
    public string? OutTo { get; private set; }
    public DateTimeOffset? OutSince { get; private set; }
    public string? OutAlertId { get; private set; }
    public string? OutDrillId { get; private set; }

    public long Version { get; private set; }

    /// <summary>What this change wrote; the history before it is not loaded for it.</summary>
    public List<GearLine> Lines { get; } = [];

    public bool IsScrapped => State == GearState.Scrapped;

    /// <summary>The nearer of its two dates; none where it was never inspected: it is over already.</summary>
    public DateOnly? DueOn => NextInspectionOn is { } next ? ExpiresOn is { } end && end < next ? end : next : null;

    /// <summary>Whether a unit can count on it: in service, in date and inspected.</summary>
    /// <param name="today">The day at its station.</param>
    public bool Usable(DateOnly today) => Trouble(today) is null;

    /// <summary>Why a unit cannot count on it; none where it can.</summary>
    public GearTrouble? Trouble(DateOnly today) => State switch
    {
        GearState.Scrapped => GearTrouble.Scrapped,
        GearState.Faulty => GearTrouble.Faulty,
        GearState.Out => GearTrouble.Out,
        _ => ExpiresOn < today ? GearTrouble.Expired : NextInspectionOn is not { } next || next < today ? GearTrouble.Uninspected : null,
    };

    public GearDue Due(DateOnly today) =>
        IsScrapped ? GearDue.Later : DueOn is not { } due || due < today ? GearDue.Over : due <= today.AddDays(AheadDays) ? GearDue.Soon : GearDue.Later;

    /// <summary>Writes that it is in the ledger now; whether its kind may be there is <see cref="GearPolicy"/>'s to say, which the caller has asked.</summary>
    public void Enter(Actor by, DateTimeOffset now) => Write(GearEntry.Entered, by, now);

    /// <summary>Another place, keeper or date.</summary>
    public GearRefusal? Change(string shopId, string? keeper, DateOnly? expiresOn, Actor by, DateTimeOffset now)
    {
        if (IsScrapped) return GearRefusal.IsScrapped;
        if ((ShopId, Keeper, ExpiresOn) == (shopId, keeper, expiresOn)) return null;
        (ShopId, Keeper, ExpiresOn) = (shopId, keeper, expiresOn);
        Write(GearEntry.Changed, by, now);
        return null;
    }

    /// <summary>Hands it out. To the same person once more changes nothing. An item out of date is handed out all the same, since it is taken along anyhow; the page warns.</summary>
    public GearRefusal? Issue(string? to, Occasion what, GearPolicy policy, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(to)) return GearRefusal.ReasonMissing;
        if (State == GearState.Out && OutTo == to.Trim()) return null;
        if (State.Refuses(GearMove.Issue) is { } refused) return refused;
        if (!policy.Allows(Kind)) return GearRefusal.NotAllowed;
        (OutTo, OutSince, OutAlertId, OutDrillId) = (to.Trim(), now, what.AlertId, what.DrillId);
        Write(GearEntry.Issued, by, now, to: OutTo, what: what);
        State = GearState.Out;
        return null;
    }

    public GearRefusal? Return(Actor by, DateTimeOffset now, string? note = null)
    {
        if (State.Refuses(GearMove.Return) is { } refused) return refused;
        Write(GearEntry.Returned, by, now, note, to: OutTo, what: new Occasion(OutAlertId, OutDrillId));
        Back(GearState.InService);
        return null;
    }

    /// <summary>It was inspected and passed: everything on its kind's list was in order, and its label's date is not over.</summary>
    /// <param name="ticked">What was in order.</param>
    /// <param name="expiresOn">The date that the label has now, where it was filled or renewed.</param>
    public GearRefusal? Pass(IReadOnlyCollection<GearCheck> ticked, DateOnly? expiresOn, Actor by, DateTimeOffset now, DateOnly today, string? note = null, string? photo = null)
    {
        if (State.Refuses(GearMove.Pass) is { } refused) return refused;
        if (Kind.Rule().Checks.Any(c => !ticked.Contains(c))) return GearRefusal.NotAllTicked;
        if ((expiresOn ?? ExpiresOn) < today) return GearRefusal.IsExpired;
        (ExpiresOn, NextInspectionOn) = (expiresOn ?? ExpiresOn, today.AddDays(Kind.Rule().EveryDays));
        Write(GearEntry.Passed, by, now, note, photo);
        State = GearState.InService;
        return null;
    }

    /// <summary>It was inspected and is faulty: from this moment no unit counts on it.</summary>
    /// <param name="ticked">What was in order all the same; where that is everything, a note says what is wrong.</param>
    public GearRefusal? Fail(IReadOnlyCollection<GearCheck> ticked, Actor by, DateTimeOffset now, string? note = null, string? photo = null)
    {
        if (State.Refuses(GearMove.Fail) is { } refused) return refused;
        var failed = Kind.Rule().Checks.Where(c => !ticked.Contains(c)).ToList();
        if (failed.Count == 0 && string.IsNullOrWhiteSpace(note)) return GearRefusal.ReasonMissing;
        Write(GearEntry.Failed, by, now, note, photo, failed: failed);
        Back(GearState.Faulty);
        return null;
    }

    /// <summary>Takes it out for good, in writing 报废; its history stays. Once more changes nothing.</summary>
    public GearRefusal? Scrap(string? reason, Actor by, DateTimeOffset now)
    {
        if (IsScrapped) return null;
        if (string.IsNullOrWhiteSpace(reason)) return GearRefusal.ReasonMissing;
        Write(GearEntry.Scrapped, by, now, reason);
        Back(GearState.Scrapped);
        return null;
    }

    private void Back(GearState state) => (State, OutTo, OutSince, OutAlertId, OutDrillId) = (state, null, null, null, null);

    private void Write(GearEntry entry, Actor by, DateTimeOffset now, string? note = null, string? photo = null, string? to = null, Occasion? what = null, IReadOnlyList<GearCheck>? failed = null)
    {
        Version++;
        Lines.Add(new GearLine
        {
            GearId = Id, At = now, What = entry, WhoId = by.Id, Who = by.Name.Length > 0 ? by.Name : null, To = to, AlertId = what?.AlertId, DrillId = what?.DrillId,
            Failed = failed is { Count: > 0 } ? string.Join(' ', failed.Select(c => c.Word())) : null, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), Photo = photo,
        });
    }
}
