using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>
/// One drill 演练, from the plan to "this was a drill". Its alerts run on the path of real ones and differ from them in mode alone. Its verbs
/// decide and write its timeline in the same breath; time and people are arguments.
/// </summary>
public sealed class Drill
{
    /// <summary>How long after its end everybody is told at the latest that it was one, where nobody set it otherwise.</summary>
    public const int AnnounceWithinMinutes = 5;

    /// <summary>In the place of a scenario where none is played: a test of the ways.</summary>
    public const string NoScenario = "";

    /// <summary>An armed drill that could not begin at its time begins up to this much later, as after a restart; then a person has to.</summary>
    public static readonly TimeSpan StillTimely = TimeSpan.FromMinutes(10);

    /// <summary>The clock tells everybody this much before the last moment, so that the notice is not late by the clock's own pace.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>The plan that it fulfils; none where somebody planned it by itself.</summary>
    public string? PlanId { get; init; }

    public required string Title { get; init; }
    public required List<string> CircleIds { get; set; }

    /// <summary>The area whose circles they are; those that it has at the start take part.</summary>
    public string? AreaId { get; init; }

    /// <summary>The scenario and its version, <c>name@version</c>: what it ran stays what it was. <see cref="NoScenario"/> for a test of the ways.</summary>
    public required string Scenario { get; init; }

    public required DrillForm Form { get; init; }

    /// <summary>Double-blind 双盲: nobody but duty commander and organizer knows beforehand. From the first sound on every screen says drill.</summary>
    public bool Blind { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>A person let it start by itself at its time.</summary>
    public bool Armed { get; private set; }

    /// <summary>How long it runs at the most; it ends by itself, whatever became of its organizer.</summary>
    public required int Minutes { get; init; }

    /// <summary>The shop that whistles in a blind drill: its page alone shows the drill's button.</summary>
    public string? PressShopId { get; init; }

    /// <summary>The rungs that are a telephone and may be called all the same; otherwise nothing of a drill goes to a telephone.</summary>
    public List<int> PhoneRungs { get; init; } = [];

    /// <summary>Minutes from the end until everybody must have been told that it was a drill.</summary>
    public int AnnounceMinutes { get; init; } = AnnounceWithinMinutes;

    public DrillState State { get; private set; }
    public long Version { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public DateTimeOffset? FirstSoundAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DrillEnd? End { get; private set; }
    public string? EndedBy { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? AnnounceDueAt { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }

    public List<DrillLine> Lines { get; } = [];

    public bool IsRunning => State == DrillState.Running;

    /// <summary>Known to duty commander, organizer and the pressing shop alone, for as long as nothing has sounded; one that was called off stays so.</summary>
    public bool IsSecret => Blind && FirstSoundAt is null && AnnouncedAt is null;

    /// <summary>Everybody was told, but after the last moment: a finding of its report.</summary>
    public bool IsAnnouncedLate => AnnouncedAt > AnnounceDueAt;

    /// <summary>When the clock tells everybody, should no person have done it.</summary>
    public DateTimeOffset? TellsAt => AnnouncedAt is null ? AnnounceDueAt - Ahead : null;

    /// <summary>The only way a drill begins to be one.</summary>
    public static Drill Plan(DrillPlanned plan, Actor by, DateTimeOffset now)
    {
        var drill = new Drill
        {
            Id = plan.DrillId, StationId = plan.StationId, Title = plan.Title, CircleIds = [.. plan.CircleIds], Scenario = plan.Scenario, Form = plan.Form, Blind = plan.Blind,
            StartsAt = plan.StartsAt, Armed = plan.Armed, Minutes = plan.Minutes, PlanId = plan.PlanId, PressShopId = plan.PressShopId, AreaId = plan.AreaId, PhoneRungs = [.. plan.PhoneRungs], State = DrillState.Planned,
        };
        drill.Write(DrillEntry.Planned, by, now, plan.Armed ? "armed" : null);
        return drill;
    }

    /// <summary>Begins. Whether it may is <see cref="Interlock"/>'s to say, which the caller has asked.</summary>
    /// <param name="circles">Those that its area has now.</param>
    public Refusal? Start(Actor by, DateTimeOffset now, IReadOnlyList<string>? circles = null)
    {
        if (IsRunning) return null;
        if (State != DrillState.Planned) return Refusal.AlreadyClosed;
        if (circles is not null) CircleIds = [.. circles];
        (State, StartedAt, EndsAt) = (DrillState.Running, now, now.AddMinutes(Minutes));
        Write(DrillEntry.Started, by, now);
        return null;
    }

    /// <summary>Its time came and it could not begin: from now on a person has to start it, and sees why.</summary>
    /// <param name="why">The interlock's refusal; none where its time had long passed.</param>
    public void HoldBack(Refusal? why, DateTimeOffset now)
    {
        if (State != DrillState.Planned || !Armed) return;
        Armed = false;
        Write(DrillEntry.HeldBack, Actor.System, now, why?.Word() ?? "tooLate");
    }

    /// <summary>The first press of it: what was secret is so no more.</summary>
    /// <returns>True where this was the first.</returns>
    public bool Sound(Actor by, DateTimeOffset now)
    {
        if (!IsRunning || FirstSoundAt is not null) return false;
        FirstSoundAt = now;
        Write(DrillEntry.FirstSound, by, now);
        return true;
    }

    /// <summary>Something of its scenario is told to whom it is for.</summary>
    /// <param name="inject">Its id in the scenario.</param>
    public void Tell(string inject, DateTimeOffset now)
    {
        if (IsRunning) Write(DrillEntry.Told, Actor.System, now, inject);
    }

    /// <summary>An observer saw what no timeline can tell.</summary>
    /// <param name="what">The id of an expectation of the scenario, or of something that nobody is to do.</param>
    public Refusal? Tick(string what, Actor by, DateTimeOffset now)
    {
        if (!IsRunning) return Refusal.DrillNotRunning;
        Write(DrillEntry.Ticked, by, now, what);
        return null;
    }

    /// <summary>A person stops it, with a reason.</summary>
    public Refusal? Stop(Actor by, string? reason, DateTimeOffset now)
    {
        if (State == DrillState.Over) return null;
        if (!IsRunning) return Refusal.DrillNotRunning;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        Over(DrillEnd.Stopped, DrillEntry.Stopped, by, reason.Trim(), now);
        return null;
    }

    /// <summary>Its minutes are over.</summary>
    public void RunOut(DateTimeOffset now)
    {
        if (IsRunning) Over(DrillEnd.TimeOver, DrillEntry.TimeOver, Actor.System, null, now);
    }

    /// <summary>A real alert at the station ends every drill of it.</summary>
    /// <param name="by">The real alert, by its id and under a name that people understand.</param>
    public void GiveWay(Actor by, DateTimeOffset now)
    {
        if (IsRunning) Over(DrillEnd.RealAlert, DrillEntry.RealAlert, by, null, now);
    }

    /// <summary>A person calls it off before it began, with a reason.</summary>
    public Refusal? Cancel(Actor by, string? reason, DateTimeOffset now)
    {
        if (State == DrillState.Cancelled) return null;
        if (State != DrillState.Planned) return State == DrillState.Over ? Refusal.AlreadyClosed : Refusal.NotPermitted;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        (State, Armed, EndedAt, EndedBy, Reason) = (DrillState.Cancelled, false, now, by.Name, reason.Trim());
        Write(DrillEntry.Cancelled, by, now, Reason);
        return null;
    }

    /// <summary>Everybody who took part is told that this was a drill; the first time counts.</summary>
    public Refusal? Announce(Actor by, DateTimeOffset now)
    {
        if (State != DrillState.Over) return IsRunning ? Refusal.NotPermitted : Refusal.DrillNotRunning;
        if (AnnouncedAt is not null) return null;
        AnnouncedAt = now;
        Write(IsAnnouncedLate ? DrillEntry.AnnouncedLate : DrillEntry.Announced, by, now);
        return null;
    }

    private void Over(DrillEnd end, DrillEntry what, Actor by, string? reason, DateTimeOffset now)
    {
        (State, End, EndedAt, EndedBy, Reason, AnnounceDueAt) = (DrillState.Over, end, now, by.Name.Length > 0 ? by.Name : null, reason, now.AddMinutes(AnnounceMinutes));
        Write(what, by, now, reason);
    }

    private void Write(DrillEntry what, Actor by, DateTimeOffset now, string? text = null)
    {
        Version++;
        Lines.Add(new DrillLine { DrillId = Id, At = now, What = what, Who = by.Name.Length > 0 ? by.Name : null, WhoId = by.Id, Text = text });
    }
}
