using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Circles;

namespace WhistleNet.People;

/// <summary>A shift is handed over, and the station's gear with it.</summary>
public sealed class HandoverStories
{
    [Fact]
    public async Task Who_hands_a_shift_over_sees_what_is_wrong_with_the_gear_and_says_that_they_looked_and_what_is_missing()
    {
        var street = Street.Of(1, 2);
        street.Station.TimeZone = "Europe/Berlin";
        await using var world = await World.With(street);
        await world.Stocked(GearKind.Helmet, world.Street.Shop(0, 1), "H-1");
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0), "S-1");
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, shield, new Inspected(Passed: false, [], "裂了")));
        var (one, other, now) = (await Volunteer(world, "老周"), await Volunteer(world, "小张"), world.Time.GetUtcNow());
        Assert.Null(await world.The<DutyDesk>().Add(Stock.Officer, Street.StationId, one, now.AddHours(-1), now.AddHours(4)));
        await using var console = new OfficerConsole(world, Stock.Officer);
        IRenderedComponent<DutyPage> Page() => console.Render<DutyPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(Stock.Officer.AsPrincipal("test")))));

        var page = Page();
        Assert.Contains("S-1", Assert.Single(page.FindAll("[data-testid=gear-to-look-at]")).TextContent, StringComparison.Ordinal); // nothing is wrong with the helmet
        Assert.Empty(page.FindAll("[data-testid=gear-last-look]"));
        page.Find("[data-testid=hand-to]").Change(other);
        await page.Find("[data-testid=hand-over]").ClickAsync(new());
        Assert.Contains(DutySay.GearNotLookedAt.Zh, page.Markup, StringComparison.Ordinal); // it is handed over all the same
        Assert.Equal(other, Assert.Single(world.The<DutyBoard>().On(Street.StationId)).WhoId);
        Assert.Null(await world.The<GearBoard>().LastLook(Street.StationId));

        page.Find("[data-testid=hand-to]").Change(one);
        page.Find("[data-testid=gear-missing]").Input("一顶头盔");
        Assert.True(page.Find("[data-testid=gear-looked-at]").HasAttribute("checked")); // who says what is missing has looked
        await page.Find("[data-testid=hand-over]").ClickAsync(new());
        Assert.DoesNotContain(DutySay.GearNotLookedAt.Zh, page.Markup, StringComparison.Ordinal);
        Assert.Equal((Stock.Officer.Name, "一顶头盔"), (await world.The<GearBoard>().LastLook(Street.StationId))! is var (_, who, missing) ? (who, missing) : default);
        Assert.Contains("一顶头盔", Page().Find("[data-testid=gear-last-look]").TextContent, StringComparison.Ordinal);

        var evening = new DateTimeOffset(2027, 3, 26, 19, 0, 0, TimeSpan.Zero); // eight at the station; in the second night its clocks go forward
        Assert.Null(await world.The<DutyDesk>().Add(Stock.Officer, Street.StationId, one, evening, evening.AddHours(12), alsoDays: 2));
        Assert.Equal([evening, evening.AddHours(24), evening.AddHours(47)], world.The<TownHall>().Duty.Shifts(Street.StationId).TakeLast(3).Select(s => s.From));
    }

    private static async Task<string> Volunteer(World world, string name)
    {
        Assert.Null(await world.The<MemberDesk>().Add(Stock.Officer, Street.StationId, new MemberTyped(name, Membership.Volunteer)));
        return (await world.The<MemberBoard>().Of(Stock.Officer, Street.StationId, null)).Single(m => m.Member.Name == name).Member.Id;
    }
}
