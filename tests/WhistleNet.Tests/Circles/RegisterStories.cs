using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>What a station sees and sets of its own register, and nobody else's.</summary>
public sealed class RegisterStories
{
    private static readonly Actor Officer = new("officer", "王警官", Role.Officer, Street.StationId);
    private static readonly Actor Stranger = new("stranger", "外地警官", Role.Officer, "ffffffffffffffffffffffffffffffff");

    [Fact]
    public async Task A_console_lists_its_circles_and_a_shop_does_not()
    {
        await using var world = await World.With(2, 3);
        var circles = (await world.Console().Get("circles")).Must(200).Json.GetProperty("circles").EnumerateArray().ToList();
        Assert.Equal([3, 3], circles.Select(c => c.GetProperty("shops").GetInt32()));
        Assert.All(circles, c => Assert.Equal("学府商圈", c.GetProperty("area").GetString()));
        (await world.Shop(0, 0).Get("circles")).Must(403);
        (await world.Stranger().Get("circles")).Must(401);
    }

    [Fact]
    public async Task Every_word_of_a_search_must_stand_somewhere_in_the_shop()
    {
        await using var world = await World.With(2, 3);
        var board = world.The<RegisterBoard>();
        Assert.Equal("1-2", Assert.Single(board.Shops(Street.StationId, new ShopQuery("学府 1-2"))).Shop.Ref);
        Assert.Empty(board.Shops(Street.StationId, new ShopQuery("学府 不存在")));
        Assert.Equal(3, board.Shops(Street.StationId, new ShopQuery(CircleId: world.Street.Circles[1].Id)).Count);
    }

    [Fact]
    public async Task A_device_on_shift_shows_as_link_of_its_shop_and_its_circle()
    {
        await using var world = await World.With(1, 3);
        await (await world.Shop(0, 1).Listen()).Say("Beat", new Live.BeatNews { Audio = true, Visible = true });
        var board = world.The<RegisterBoard>();
        await Eventually.True(() => board.Shops(Street.StationId, new ShopQuery(Show: Show.Linked)) is [{ Shop.Ref: "0-1" }], "the shop is linked");
        var circle = Assert.Single(board.Circles(Street.StationId, null));
        Assert.Equal((3, 1), (circle.Devices, circle.Linked));
    }

    [Fact]
    public async Task Closing_hours_take_effect_at_once()
    {
        await using var world = await World.With(1, 3);
        var shop = world.Street.Shop(0, 1);
        Assert.Null(await world.The<ShopDesk>().Set(Officer, shop.Id, "Mo-Su 18:00-22:00", trained: false, silent: false));
        Assert.Equal("1", (await world.Shop(0, 0).Press()).Must(201)["notified"]); // ten in the morning: only the other neighbour is open
        Assert.False(world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Open);
    }

    [Fact]
    public async Task Hours_that_cannot_be_read_and_shops_that_are_not_ones_own_change_nothing()
    {
        await using var world = await World.With(1, 2);
        var shop = world.Street.Shop(0, 1);
        Assert.NotNull(await world.The<ShopDesk>().Set(Officer, shop.Id, "whenever", trained: true, silent: true));
        Assert.NotNull(await world.The<ShopDesk>().Set(Stranger, shop.Id, "Mo-Su 18:00-22:00", trained: true, silent: true));
        Assert.Null(world.The<RegisterBoard>().Shop(Stranger, shop.Id));
        var now = world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Shop;
        Assert.Equal((null, false, false), (now.Hours, now.Trained, now.Silent));
    }
}
