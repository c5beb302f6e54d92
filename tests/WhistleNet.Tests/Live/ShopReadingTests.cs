using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>A board read for many at once says to each what the query of who may see what says of that one.</summary>
public sealed class ShopReadingTests
{
    [Fact]
    public async Task Read_together_each_device_is_told_what_it_may_see_and_no_other()
    {
        var street = Street.Of(circles: 3, shopsEach: 3);
        foreach (var shop in street.Shops) shop.Trained = true;
        foreach (var shop in street.Shops.ToList()) street.AddDevice(shop, "平板");
        await using var world = await World.With(street);
        var loud = await world.Shop(0, 0).Press();
        var silent = await world.Shop(1, 0).Press(new { silent = true });
        await world.Shop(2, 0).Press();
        var old = await world.Shop(0, 1).Press();
        (await world.Console().Do(old.AlertId, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        await world.Shop(2, 1).Press(new { mode = "test" });

        var devices = street.Devices.Where(d => d.Kind == DeviceKind.Shop).Select(d => d.AsActor()).ToList();
        var boards = await Task.WhenAll(devices.Select(who => world.The<Boards>().For(who)));

        await using var db = await world.Db();
        foreach (var (who, board) in devices.Zip(boards))
        {
            var may = await db.SeenBy(who).Where(a => a.State != AlertState.Closed || a.Mode != Mode.Test).Select(a => a.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(may.Order(), board.Alerts.Select(a => a.AlertId).Order());
        }
        int Told(string id) => boards.Count(b => b.Alerts.Any(a => a.AlertId == id));
        Assert.Equal(6, Told(loud.AlertId)); // two devices of each shop of its circle
        Assert.Equal(5, Told(silent.AlertId)); // the one that pressed, and two of each of two neighbours
        Assert.Equal(6, Told(old.AlertId));
    }
}
