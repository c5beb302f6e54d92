namespace WhistleNet.People;

/// <summary>Where a person's work begins.</summary>
public static class Landing
{
    public static string Of(Actor who) =>
        who.Is(Role.Officer | Role.DutyCommander) ? "station"
        : who.Is(Role.Organizer) ? "circles"
        : who.Is(Role.Admin) ? "people"
        : who.Is(Role.Auditor) ? "log"
        : who.Is(Role.ShopOwner) ? "my-shop"
        : who.Is(Role.ShopStaff) ? "w"
        : "account";
}
