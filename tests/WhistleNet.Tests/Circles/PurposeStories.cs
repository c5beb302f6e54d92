using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Names of a shop's people are opened for something, which is written down first; in an alert nobody is held up.</summary>
public sealed class PurposeStories
{
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Purpose.Devices)]
    [InlineData(Purpose.Accounts)]
    [InlineData(Purpose.CallBack)]
    [InlineData(Purpose.Drill)]
    public async Task Without_an_alert_names_stand_behind_one_touch_that_is_written_down(Purpose purpose)
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Officer);
        var page = await Open(console, world.Street.Shop(0, 0));
        Assert.Contains(world.Street.Shop(0, 0).Name, page.Markup, StringComparison.Ordinal); // what the shop is stands there for anybody of the station
        Assert.Empty(page.FindAll("[data-testid=devices]"));
        Assert.Empty(await Reasons(world));
        page.Find($"[data-testid=for-{purpose.Word()}]").Click();
        await Eventually.True(() => page.FindAll("[data-testid=devices]").Count == 1, "the devices and their holders");
        Assert.Equal([purpose.Word()], await Reasons(world));
    }

    [Fact]
    public async Task In_an_open_alert_the_shop_that_whistled_and_those_called_open_at_once_for_it_and_others_ask()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        await using var console = new OfficerConsole(world, Officer);
        foreach (var called in new[] { world.Street.Shop(0, 0), world.Street.Shop(0, 1) })
        {
            var page = await Open(console, called);
            await Eventually.True(() => page.FindAll("[data-testid=devices]").Count == 1, "the devices and their holders");
            Assert.Empty(page.FindAll("[data-testid=what-for]"));
        }
        Assert.Equal([alert, alert], await Reasons(world));
        var other = await Open(console, world.Street.Shop(1, 0));
        Assert.Single(other.FindAll("[data-testid=what-for]"));
        (await world.Console().Do(alert, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        await using var later = new OfficerConsole(world, Officer);
        Assert.Single((await Open(later, world.Street.Shop(0, 0))).FindAll("[data-testid=what-for]"));
        Assert.Equal(2, (await Reasons(world)).Count);
    }

    private static async Task<IRenderedComponent<LiveAlerts>> Open(OfficerConsole console, Shop shop)
    {
        RenderFragment page = screen =>
        {
            screen.OpenComponent<ShopPage>(0);
            screen.AddComponentParameter(1, nameof(ShopPage.Id), shop.Id);
            screen.CloseComponent();
        };
        var drawn = console.Render<LiveAlerts>(live => live.Add(l => l.Who, console.Who).AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))).Add(l => l.ChildContent, page));
        await Eventually.True(() => drawn.FindAll("[data-testid=what-for], [data-testid=devices]").Count == 1, "the page is there");
        return drawn;
    }

    private static async Task<List<string?>> Reasons(World world)
    {
        await using var db = await world.Db();
        return await db.Access.AsNoTracking().Where(r => r.What == Deed.ShopRead).OrderBy(r => r.Seq).Select(r => r.Reason).ToListAsync(Cancel);
    }
}
