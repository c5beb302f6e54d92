namespace WhistleNet.People;

/// <summary>What a person or credential may be; a person may hold several, each for a station or a shop.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>The credential of a shop's device: acts for its own shop and nothing else.</summary>
    Device = 1,

    /// <summary>A person of a shop, with what its device may do.</summary>
    ShopStaff = 2,

    /// <summary>A person of a shop who also has its words, hours and devices in hand.</summary>
    ShopOwner = 4,

    /// <summary>Takes, marks, widens, escalates and closes at their station.</summary>
    Officer = 8,

    /// <summary>An officer who also hands back for another, calls an outcome malicious, and runs drills.</summary>
    DutyCommander = 16,

    /// <summary>A screen of the station: sees open alerts, without telephone numbers and personal names.</summary>
    Wall = 32,

    /// <summary>Drills, reports and circles; closes no real alert.</summary>
    Organizer = 64,

    /// <summary>People, devices and settings; no alert's content, no write to the log.</summary>
    Admin = 128,

    /// <summary>Reads the log and changes nothing; holds no other role.</summary>
    Auditor = 256,

    /// <summary>A credential for consoles and load clients: a duty commander's rights over alerts, no people, no settings.</summary>
    OfficerToken = 512,

    /// <summary>Somebody of the consultative group 警民议事团: reads the reports that are closed, without names and words, and does nothing.</summary>
    Consultative = 1024,
}

public static class Roles
{
    /// <summary>The roles that people hold; the others are a credential's.</summary>
    public static readonly IReadOnlyList<Role> OfPeople = [Role.Officer, Role.DutyCommander, Role.Organizer, Role.Admin, Role.Auditor, Role.Consultative, Role.ShopOwner, Role.ShopStaff];

    /// <summary>Whoever may move an alert signs in with a passkey, or with a password and a second factor.</summary>
    public static bool NeedTwoFactors(this Role roles) => (roles & (Role.Officer | Role.DutyCommander)) != Role.None;

    /// <summary>Whether somebody may hold these together: who reads the log is nobody whom it tells of.</summary>
    public static bool MayBeOnePersons(this Role roles) => !roles.HasFlag(Role.Auditor) || roles == Role.Auditor;

    public static bool AreOfShop(this Role roles) => (roles & (Role.ShopOwner | Role.ShopStaff)) != Role.None;

    /// <summary>The single roles of a set, in the order of <see cref="OfPeople"/>.</summary>
    public static IEnumerable<Role> Each(this Role roles) => OfPeople.Where(r => (roles & r) != Role.None);
}
