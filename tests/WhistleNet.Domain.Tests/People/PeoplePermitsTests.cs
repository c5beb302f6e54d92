namespace WhistleNet.People;

/// <summary>Who may let people in, and as what.</summary>
public sealed class PeoplePermitsTests
{
    private static Actor Who(Role roles, string? station = "here", string? shop = null) => new("id", "name", roles, station, shop);

    [Fact]
    public void Nobody_hands_out_more_than_they_hold()
    {
        Assert.True(Who(Role.Admin).MayGive(Role.Admin));
        Assert.True(Who(Role.DutyCommander).MayGive(Role.Officer | Role.DutyCommander));
        Assert.False(Who(Role.DutyCommander).MayGive(Role.Officer | Role.Admin));
        Assert.False(Who(Role.Officer).MayGive(Role.ShopStaff));
    }

    [Fact]
    public void People_and_settings_are_managed_by_administrators_and_commanders_of_the_station_never_by_a_token()
    {
        foreach (var act in new[] { Act.ManagePeople, Act.ManageSettings })
        {
            Assert.True(Who(Role.Admin).May(act, "here"));
            Assert.True(Who(Role.DutyCommander).May(act, "here"));
            Assert.False(Who(Role.Admin).May(act, "there"));
            Assert.False(Who(Role.Officer | Role.Organizer).May(act, "here"));
            Assert.False(Who(Role.OfficerToken).May(act, "here"));
        }
    }

    [Fact]
    public void The_log_is_read_by_an_auditor_of_the_station_alone_who_is_nothing_else()
    {
        Assert.True(Who(Role.Auditor).May(Act.ReadLog, "here"));
        Assert.False(Who(Role.Auditor).May(Act.ReadLog, "there"));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Auditor)) Assert.False(Who(role).May(Act.ReadLog, "here"), role.ToString());
        foreach (var act in Enum.GetValues<Act>().Where(a => a != Act.ReadLog)) Assert.False(Who(Role.Auditor).May(act, "here"), act.ToString());
        Assert.True(Role.Auditor.MayBeOnePersons());
        Assert.True((Role.Admin | Role.Organizer).MayBeOnePersons());
        Assert.False((Role.Admin | Role.Auditor).MayBeOnePersons());
    }

    [Fact]
    public void An_owner_rules_their_own_shop_alone()
    {
        foreach (var act in new[] { Act.SetWords, Act.ManageDevices, Act.ManageHours })
        {
            Assert.True(Who(Role.ShopOwner, shop: "mine").MayFor(act, "mine"));
            Assert.False(Who(Role.ShopOwner, shop: "mine").MayFor(act, "theirs"));
            Assert.False(Who(Role.ShopStaff, shop: "mine").MayFor(act, "mine"));
            Assert.False(Who(Role.Device, shop: "mine").MayFor(act, "mine"));
        }
    }

    [Fact]
    public void Whoever_may_move_an_alert_needs_two_factors()
    {
        Assert.True((Role.Officer | Role.Organizer).NeedTwoFactors());
        Assert.True(Role.DutyCommander.NeedTwoFactors());
        Assert.False((Role.Admin | Role.Organizer | Role.ShopOwner).NeedTwoFactors());
    }
}
