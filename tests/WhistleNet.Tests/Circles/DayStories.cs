using System.Net;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Special days where they count: who is called, who is named as silent, and the shop that closed and whistles all the same. It is ten on a Tuesday morning.</summary>
public sealed class DayStories
{
    private static readonly Actor Officer = Stock.Officer;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_closes_with_one_tap_on_its_page_is_not_called_whistles_as_always_and_opens_with_another()
    {
        await using var world = await World.With(1, 3);
        var (shop, device) = (world.Street.Shop(0, 1), world.Street.DeviceOf(world.Street.Shop(0, 1)));
        var page = await Tap(world, device, "true");
        Assert.Contains("data-testid=\"open-today\"", page, StringComparison.Ordinal);
        Assert.Contains(DaySay.IsClosed.Zh, page, StringComparison.Ordinal);
        await Tap(world, device, "true"); // a second tap is the same
        await using (var db = await world.Db())
        {
            Assert.Equal(device.Id, (await db.Access.SingleAsync(r => r.What == Deed.HoursSaved, Cancel)).ActorId);
            Assert.Equal((new DateOnly(2026, 11, 24), null), await db.SpecialDays.Select(d => new ValueTuple<DateOnly, OpeningHours?>(d.From, d.Hours)).SingleAsync(Cancel));
        }
        Assert.False(world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Open);
        Assert.Equal("1", (await world.Shop(0, 0).Press()).Must(201)["notified"]);
        Assert.Equal("2", (await world.Shop(0, 1).Press()).Must(201)["notified"]); // its own is a whistle like any other

        page = await Tap(world, world.Street.DeviceOf(world.Street.Shop(0, 2)), "false"); // another's tap opens nothing of it
        Assert.Contains("data-testid=\"close-today\"", page, StringComparison.Ordinal);
        Assert.False(world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Open);
        await Tap(world, device, "false");
        Assert.True(world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Open);
        await using (var db = await world.Db()) Assert.Empty(await db.SpecialDays.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_stations_holiday_closes_who_keeps_it_a_shop_opens_all_the_same_and_the_day_is_taken_back()
    {
        await using var world = await World.With(1, 3);
        var desk = world.The<DayDesk>();
        var (kept, other) = (world.Street.Shop(0, 1), world.Street.Shop(0, 2));
        bool Open(Shop shop) => world.The<RegisterBoard>().Shop(Officer, shop.Id)!.Open;
        Assert.Null(await world.The<ShopDesk>().Set(Officer, kept.Id, "Mo-Su 08:00-20:00", trained: false, silent: false, keepsHolidays: true));
        Assert.Null(await desk.Add(Officer, Street.StationId, null, new DayTyped("2026-11-24", "2026-11-26", null, "集市", ForAll: false)));
        Assert.Equal((false, true), (Open(kept), Open(other)));
        Assert.Null(await desk.Today(Officer, kept.Id, closed: false));
        Assert.True(Open(kept));
        Assert.Equal("Mo-Su 08:00-20:00", world.The<TownHall>().Calendar.OfShop(kept.Id).Single().Hours!.ToString());
        Assert.Null(await desk.Today(Officer, kept.Id, closed: true));
        Assert.False(Open(kept));

        Assert.Null(await desk.Add(Officer, Street.StationId, null, new DayTyped("2026-11-24", "2026-11-26", "06:00-22:00", "集市", ForAll: true))); // the same days again: changed
        var day = Assert.Single(world.The<TownHall>().Calendar.OfStation(Street.StationId));
        Assert.Equal(("06:00-22:00", true), (day.Hours!.ToString(), Open(other)));
        Assert.Null(await desk.Remove(Officer, day.Id));
        Assert.Null(await desk.Remove(Officer, day.Id));
        Assert.Empty(world.The<TownHall>().Calendar.OfStation(Street.StationId));
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_and_nothing_is_stored_and_nobody_sets_anothers_days()
    {
        await using var world = await World.With(1, 2);
        var desk = world.The<DayDesk>();
        var shop = world.Street.Shop(0, 0);
        foreach (var (typed, why) in new (DayTyped, Shell.Text)[]
        {
            (new(null), DaySay.DayMissing), (new("24.11.2026"), DaySay.DayMissing), (new("2026-11-26", "2026-11-25"), DaySay.EndsBefore), (new("2026-12-01", "2027-03-04"), DaySay.TooMany),
            (new("2026-11-23"), DaySay.Over), (new("2026-11-25", null, "whenever"), DaySay.HoursUnread), (new("2026-11-25", null, null, new string('x', 41)), DaySay.NameTooLong),
        }) Assert.Equal(why, await desk.Add(Officer, Street.StationId, shop.Id, typed));
        var stranger = new Actor("stranger", "外地警官", Role.Officer, "ffffffffffffffffffffffffffffffff");
        Assert.NotNull(await desk.Add(stranger, Street.StationId, shop.Id, new DayTyped("2026-11-25")));
        Assert.NotNull(await desk.Add(stranger, "ffffffffffffffffffffffffffffffff", shop.Id, new DayTyped("2026-11-25")));
        Assert.NotNull(await desk.Today(stranger, shop.Id, closed: true));
        Assert.NotNull(await desk.Today(world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor(), shop.Id, closed: true));
        Assert.NotNull(await desk.Add(world.Street.DeviceOf(shop).AsActor(), Street.StationId, shop.Id, new DayTyped("2026-11-25"))); // a device closes its day, and writes no calendar
        await using var db = await world.Db();
        Assert.Empty(await db.SpecialDays.ToListAsync(Cancel));
        Assert.Null(await desk.Add(Officer, Street.StationId, shop.Id, new DayTyped("2020-11-23", Yearly: true))); // one that comes again is never over
    }

    /// <summary>Opens the shop's page, taps, and reads the page that comes.</summary>
    private static async Task<string> Tap(World world, Device device, string closed)
    {
        using var http = world.Http();
        async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.Add("Cookie", "wn-device=" + world.Street.TokenOf(device));
            request.Headers.Add("Origin", "http://localhost");
            return await http.SendAsync(request, Cancel);
        }
        using var page = await Send(HttpMethod.Get, "/w");
        var token = (await page.Content.ReadAsStringAsync(Cancel)).Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var answer = await Send(HttpMethod.Post, "/w/today", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("closed", closed)]));
        Assert.Equal(302, (int)answer.StatusCode);
        using var again = await Send(HttpMethod.Get, "/w");
        return WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Cancel));
    }
}
