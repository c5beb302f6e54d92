using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>A member as somebody types them.</summary>
public sealed record MemberTyped(string? Name, Membership Kinds, string? ShopId = null, string? Language = null, bool LargeType = false)
{
    public string? CleanName => EnrolDesk.NameOf(Name);

    /// <summary>What is wrong with it, in words.</summary>
    public Text? Wrong() =>
        CleanName is null ? MemberSay.NameMissing
        : Kinds == Membership.None ? MemberSay.KindMissing
        : ShopId is null && (Kinds & Memberships.OfShop) != Membership.None ? MemberSay.ShopMissing
        : Language is not (null or "zh" or "en") ? MemberSay.LanguageUnknown : null;
}

/// <summary>A training as somebody types it.</summary>
public sealed record TrainingTyped(TrainingKind Kind, DateOnly? On, DateOnly? Until = null)
{
    public DateOnly? LastDay => Until ?? On?.AddMonths(Training.UsualMonths);

    public Text? Wrong(DateOnly today) =>
        On is not { } on || on > today || on < today.AddYears(-20) ? MemberSay.DayWrong
        : LastDay < on || LastDay > on.AddYears(10) ? MemberSay.EndWrong : null;
}
