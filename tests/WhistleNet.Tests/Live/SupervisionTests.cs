using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>What is in trouble although nobody whistles is named at the station.</summary>
public sealed class SupervisionTests
{
    [Fact]
    public async Task A_wall_that_never_came_is_trouble_by_name()
    {
        var street = Street.Of(1, 2);
        street.AddWall("值班室大屏");
        await using var world = await World.With(street);

        var trouble = Assert.Single(world.The<Supervision>().Of(Street.StationId).Signals, s => s.What == SignalSay.ScreenSilent);

        Assert.Equal(["值班室大屏"], trouble.Names);
    }

    [Fact]
    public async Task A_circle_whose_devices_all_fell_silent_is_dark_and_one_silent_shop_is_named()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var presence = world.The<Presence>();
        foreach (var shop in world.Street.Shops) presence.Came(world.Street.DeviceOf(shop).Id, shop.Id, () => { });
        world.Time.Advance(Presence.NoLinkAfter + TimeSpan.FromSeconds(1));
        presence.Beat(world.Street.DeviceOf(world.Street.Shop(1, 0)).Id, audio: false);

        var (signals, links) = world.The<Supervision>().Of(Street.StationId);

        Assert.Equal(new CircleLinks(Linked: 0, Partly: 1, Dark: 1, Idle: 0), links);
        Assert.Equal(["第0组"], Assert.Single(signals, s => s.What == SignalSay.CircleDark).Names);
        Assert.Equal([world.Street.Shop(1, 1).Name], Assert.Single(signals, s => s.What == SignalSay.DeviceSilent).Names);
        Assert.Equal([world.Street.Shop(1, 0).Name], Assert.Single(signals, s => s.What == SignalSay.SoundOff).Names);
    }

    [Fact]
    public async Task A_revoked_device_that_presses_is_trouble()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var shop = world.Street.Shop(0, 0);
        await using (var db = await world.Db())
        {
            await db.Devices.Where(d => d.ShopId == shop.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, world.Time.GetUtcNow()), TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Devices, TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        using var http = world.Http();
        http.DefaultRequestHeaders.Authorization = new("Bearer", world.Street.TokenOf(world.Street.DeviceOf(shop)));

        var answer = await http.PostAsJsonAsync("/api/v1/whistles", new { pressId = Guid.NewGuid() }, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal([shop.Name], Assert.Single(world.The<Supervision>().Of(Street.StationId).Signals, s => s.What == SignalSay.RevokedPressed).Names);
    }
}
