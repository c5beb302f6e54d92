using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.People;

/// <summary>What somebody wants to do.</summary>
public enum Act
{
    Raise, RaiseForAnother, SeeAlert, SeeNotices, SeeLevel, Answer, Observe, TellKind, TellLevel, SaySafe,
    Take, HandBack, Mark, Widen, Escalate, Close, CallMalicious, Reopen, Merge,
    SeeStation, SeeCircles, SeeLinks, ManageDevices, ManageHours, ManageShops, ManageMembers, SeeDuty, ManageDuty, ManagePeople, ManageSettings, SeeMachine, SetWords, SetSilent, CloseToday, ReadLog,
    RunDrills, SeeDrills, KnowSecretDrills,
    ReadReports, SeeReports, CommentReports, AssessReports, Improve,
    SeeGear, ManageGear, InspectGear,
    SeeFalseAlarms, Coach, AnswerAppeals, Restrict, Appeal,
    SeeNotes, WriteNotes, Mediate, SayToShops,
}

/// <summary>
/// Who may do what: the only place that says so; everything else asks. "Not yours" looks like "not there" where even the
/// existence would tell, which is the asker's to turn into a 404.
/// </summary>
public static class Permits
{
    /// <summary>Whether somebody may do this to an alert.</summary>
    /// <param name="wasNotified">Whether the actor's shop (or the actor) has a notice of it.</param>
    public static bool May(this Actor who, Act act, Alert alert, bool wasNotified = false)
    {
        var ours = who.StationId == alert.StationId;
        var station = ours && who.IsStation;
        var raiser = who.IsShop && who.ShopId == alert.ShopId;
        return act switch
        {
            Act.SeeAlert => station || ours && who.Is(Role.Wall | Role.Organizer) || raiser || who.IsShop && wasNotified,
            Act.SeeNotices => station || ours && who.Is(Role.Organizer),
            Act.SeeLevel => !raiser,
            Act.Answer => who.IsShop && !raiser && wasNotified,
            Act.Observe => station || raiser || who.IsShop && wasNotified,
            Act.TellKind => station || raiser,
            Act.TellLevel => station,
            Act.SaySafe => raiser,
            Act.HandBack => station && (who.IsCommander || alert.TakenById == who.Id || alert.TakenById is null),
            Act.CallMalicious => ours && who.IsCommander,
            Act.Take or Act.Mark or Act.Widen or Act.Escalate or Act.Close or Act.Reopen or Act.Merge => station,
            _ => false,
        };
    }

    /// <summary>Whether somebody may do this at a station.</summary>
    public static bool May(this Actor who, Act act, string stationId)
    {
        var ours = who.StationId is null || who.StationId == stationId;
        return act switch
        {
            Act.RaiseForAnother => who.StationId == stationId && who.IsStation,
            Act.SeeStation => ours && (who.IsStation || who.Is(Role.Organizer | Role.Wall)),
            Act.SeeCircles => ours && (who.IsStation || who.Is(Role.Organizer | Role.Admin)),
            Act.SeeDuty => who.StationId == stationId && (who.IsStation || who.Is(Role.Organizer | Role.Admin)),
            Act.SeeLinks => who.May(Act.SeeCircles, stationId) || ours && who.Is(Role.Wall),
            Act.ManageDevices or Act.ManageHours or Act.ManageShops or Act.ManageMembers or Act.ManageDuty =>
                ours && (who.Is(Role.Officer | Role.DutyCommander | Role.Organizer | Role.Admin)),
            Act.SeeGear or Act.ManageGear or Act.InspectGear => who.StationId == stationId && who.Is(Role.Officer | Role.DutyCommander | Role.Organizer),
            Act.SeeNotes or Act.WriteNotes or Act.Mediate => who.StationId == stationId && who.Is(Role.Officer | Role.DutyCommander | Role.Organizer),
            Act.SayToShops => who.StationId == stationId && who.Is(Role.DutyCommander | Role.Organizer),
            Act.ReadReports => who.May(Act.SeeReports, stationId) || who.StationId == stationId && who.Is(Role.Consultative), // whoever does not see them reads them as ForOutside
            Act.SeeReports => who.StationId == stationId && (who.IsStation || who.Is(Role.Organizer)),
            Act.CommentReports => who.StationId == stationId && who.Is(Role.Officer | Role.DutyCommander | Role.Organizer),
            Act.AssessReports or Act.Improve => who.StationId == stationId && who.Is(Role.DutyCommander | Role.Organizer),
            Act.SeeFalseAlarms or Act.Coach => who.StationId == stationId && who.Is(Role.Officer | Role.DutyCommander | Role.Organizer),
            Act.AnswerAppeals or Act.Restrict => who.StationId == stationId && who.Is(Role.DutyCommander),
            Act.ReadLog => ours && who.Is(Role.Auditor),
            Act.RunDrills or Act.KnowSecretDrills => who.StationId == stationId && (who.IsCommander || who.Is(Role.Organizer)),
            Act.SeeDrills => who.StationId == stationId && (who.IsStation || who.Is(Role.Organizer)),
            Act.ManagePeople or Act.ManageSettings => ours && who.Is(Role.Admin | Role.DutyCommander) && !who.Is(Role.OfficerToken),
            _ => false,
        };
    }

    /// <summary>Whether somebody may know of this drill: of a blind one, before its first sound, who plans drills alone.</summary>
    public static bool MayKnow(this Actor who, Drill drill) => who.May(drill.IsSecret ? Act.KnowSecretDrills : Act.SeeDrills, drill.StationId);

    /// <summary>Whether a shop is told beforehand when its circle drills next. Of a blind drill nobody is but who plans drills, and a test of the ways is quiet.</summary>
    /// <param name="circles">Where it is held.</param>
    public static bool MayExpect(this Actor who, Drill drill, IEnumerable<string> circles, string circleId) =>
        who.StationId == drill.StationId && drill.State == DrillState.Planned && drill.Form != DrillForm.Comms && circles.Contains(circleId) && (!drill.Blind || who.May(Act.KnowSecretDrills, drill.StationId));

    /// <summary>Whether an observer may look at a drill and write of it: that one alone, until its reports are complete or its time is over. A test of the ways is quiet: there is nothing to see.</summary>
    public static bool MayObserve(this Observer who, Drill drill, bool isReported, DateTimeOffset now) => who.DrillId == drill.Id && drill.Form != DrillForm.Comms && drill.State switch
    {
        DrillState.Planned or DrillState.Running => true,
        DrillState.Over => !isReported && now < drill.EndedAt + Observer.Afterwards,
        _ => false,
    };

    /// <summary>Whether somebody may do this to the machine as a whole, whatever their station.</summary>
    public static bool May(this Actor who, Act act) => act == Act.SeeMachine && who.Is(Role.Admin);

    /// <summary>Whether somebody may do this for a shop.</summary>
    public static bool MayFor(this Actor who, Act act, string shopId) => act switch
    {
        Act.Raise or Act.SetSilent or Act.Appeal or Act.CloseToday or Act.WriteNotes => who.IsShop && who.ShopId == shopId,
        Act.SeeGear or Act.InspectGear => who.Is(Role.ShopOwner | Role.ShopStaff) && who.ShopId == shopId,
        Act.SetWords or Act.ManageDevices or Act.ManageHours => who.Is(Role.ShopOwner) && who.ShopId == shopId,
        _ => false,
    };

    /// <summary>Whether somebody who manages people may give or take these roles: nobody hands out more than they hold.</summary>
    public static bool MayGive(this Actor who, Role roles) =>
        who.Is(Role.Admin) || who.Is(Role.DutyCommander) && (roles & (Role.Admin | Role.Auditor)) == Role.None;
}
