namespace WhistleNet.People;

/// <summary>What somebody is to the joint defence; a person may be several.</summary>
[Flags]
public enum Membership
{
    None = 0,

    /// <summary>店主.</summary>
    Owner = 1,

    /// <summary>值守人: on duty in a shop.</summary>
    Staff = 2,

    /// <summary>联防小组长: takes the roll of a circle.</summary>
    Leader = 4,

    /// <summary>管家.</summary>
    Steward = 8,

    /// <summary>义警.</summary>
    Volunteer = 16,

    /// <summary>网格员.</summary>
    GridWorker = 32,

    /// <summary>N: any further partner.</summary>
    Partner = 64,

    /// <summary>警民议事团: reads reports and answers nothing.</summary>
    Consultative = 128,
}

public static class Memberships
{
    public static readonly IReadOnlyList<Membership> All = [Membership.Owner, Membership.Staff, Membership.Leader, Membership.Steward, Membership.Volunteer, Membership.GridWorker, Membership.Partner, Membership.Consultative];

    /// <summary>Who stand on the duty roster beside officers.</summary>
    public const Membership OnDuty = Membership.Steward | Membership.Volunteer | Membership.GridWorker;

    /// <summary>Those that only a shop has.</summary>
    public const Membership OfShop = Membership.Owner | Membership.Staff;

    public static IEnumerable<Membership> Each(this Membership kinds) => All.Where(k => (kinds & k) != Membership.None);

    /// <summary>Whether somebody who is this may be called at all: who is of the consultative group alone reads, and answers nothing.</summary>
    public static bool Answers(this Membership kinds) => (kinds & ~Membership.Consultative) != Membership.None;
}

/// <summary>Somebody of the joint defence, with an account or without: of a shop, or of the station's neighbourhood.</summary>
public sealed class Member
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public string? ShopId { get; set; }
    public required string Name { get; set; }
    public Membership Kinds { get; set; }

    /// <summary>With which account they sign in, where somebody linked it; most have none. It gives no right: what an account may do follows from its roles.</summary>
    public string? AccountId { get; set; }

    /// <summary>
    /// The language that they read, <c>zh</c> or <c>en</c>; none where nobody asked. The pages of their account, and of the telephone that is enrolled in their shop under
    /// their name, begin with it, as with <see cref="LargeType"/>, until somebody chooses otherwise in that browser.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>长辈版.</summary>
    public bool LargeType { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Who left is kept for the history, and counts for nothing.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public bool IsHere => LeftAt is null;
}
