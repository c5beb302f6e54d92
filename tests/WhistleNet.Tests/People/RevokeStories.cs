using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.People;

/// <summary>A lost phone, taken back.</summary>
public sealed class RevokeStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task A_revoked_phone_hears_so_is_cut_off_and_opens_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var phone = await world.Shop(0, 0).Listen();
        Assert.True(await world.The<DeviceDesk>().Revoke(Admin, phone.Id));
        await Eventually.True(() => phone.WasRevoked && !world.The<Presence>().IsConnected(phone.Id), "told and cut off");
        Assert.Equal("deviceRevoked", (await phone.Press()).Must(401)["refusal"]);
    }

    [Fact]
    public async Task What_another_process_revoked_is_cut_off_at_the_next_sweep()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (phone, neighbour) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen());
        await using (var db = await world.Db())
        {
            await db.Devices.Where(d => d.Id == phone.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, world.Time.GetUtcNow()), TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Devices, TestContext.Current.CancellationToken);
        }
        await world.Forward(1);
        await Eventually.True(() => phone.WasRevoked && !world.The<Presence>().IsConnected(phone.Id), "told and cut off");
        Assert.True(world.The<Presence>().IsConnected(neighbour.Id));
    }

    [Fact]
    public async Task Only_who_manages_the_devices_of_the_station_or_owns_the_shop_may_revoke()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, shop) = (world.The<DeviceDesk>(), world.Street.Shop(0, 0));
        var device = world.Street.DeviceOf(shop).Id;
        Assert.False(await desk.Revoke(new Actor("x", "", Role.Admin, "elsewhere"), device));
        Assert.False(await desk.Revoke(new Actor("x", "", Role.OfficerToken, Street.StationId), device));
        Assert.False(await desk.Revoke(new Actor("x", "", Role.ShopOwner, Street.StationId, world.Street.Shop(0, 1).Id), device));
        Assert.True(await desk.Revoke(new Actor("x", "", Role.ShopOwner, Street.StationId, shop.Id), device));
    }
}
