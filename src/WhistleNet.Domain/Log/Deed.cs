namespace WhistleNet.Log;

/// <summary>What access records tell of; nothing else is written there.</summary>
public enum Deed
{
    SignIn, SignOut, SignInEnded, Proved, FirstAccount, InviteAccepted, PasswordChanged, PasskeyAdded, PasskeyRemoved, SecondFactorSet, SecondFactorRenewed, StationChosen,
    PersonInvited, LinkRenewed, RolesChanged, PersonDisabled, PersonEnabled, LockoutLifted,
    CodeMade, CodesPrinted, CodesRevoked, CodesPruned, DeviceEnrolled, DeviceRevoked, DevicesIssued, OfficerIssued, TokenUsed,
    SettingsSaved, NeededSaved, PlanMade, PlanStopped, ReminderSeen, CalendarSaved, ShopSaved, HoursSaved, MemberSaved, TrainingSaved, MembersMerged, MemberLinked, MembersRead, ShopHandedOver, ShopLeft, DutySaved, WordsSet, ShopsImported, RegisterUndone, CirclesRegrouped, CircleSaved, ShopPlaced, UnplacedDropped, StationFounded, AreaMade, AreaSaved, AreaFilled, AreaRemoved, ScenarioSaved,
    PeopleRead, ShopRead, AlertRead, AlertPrinted, LogRead, LogVerified, LogExported, BackedUp, Masked,
    GridSaved, GridRemoved, GridFilled,
    DataExported, DataCorrected, DataForgotten,
    AppealMade, AppealAnswered, ShopCoached, DeviceRestricted, RestrictionLifted,
    GearSaved, GearIssued, GearReturned, GearInspected, GearScrapped, GearImported, GearExported, GearLookedAt, GearRead,
    NoteWritten, MediationSaved, BulletinSent,
    ReportRead, ReportExported, StatisticsExported, ReportSaved, ImprovementSaved, ImprovementWithdrawn,
}
