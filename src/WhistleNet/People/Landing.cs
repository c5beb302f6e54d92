using WhistleNet.Circles;

namespace WhistleNet.People;

/// <summary>Where a person's work begins.</summary>
public sealed class Landing(TownHall hall)
{
    public string Of(Actor who) =>
        who.Is(Role.Officer | Role.DutyCommander) ? "station"
        : OwesFirstRun(who) ? "setup"
        : who.Is(Role.Organizer) ? "circles"
        : who.Is(Role.Admin) ? "people"
        : who.Is(Role.Auditor) ? "log"
        : who.Is(Role.Consultative) ? "reports"
        : who.Is(Role.ShopOwner) ? "my-shop"
        : who.Is(Role.ShopStaff) ? "w"
        : "account";

    /// <summary>Whether no shop is in a circle yet and it is this person's to bring them in.</summary>
    public bool OwesFirstRun(Actor who) =>
        (who.StationId is { } own ? who.May(Act.ManageShops, own) : who.Is(Role.Admin)) && !hall.Town.Shops.Any(s => who.StationId is null || s.StationId == who.StationId);
}
