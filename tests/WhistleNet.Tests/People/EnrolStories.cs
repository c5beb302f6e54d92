using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>From a printed code to a shop's device.</summary>
public sealed class EnrolStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task A_code_makes_one_device_that_can_whistle_and_is_then_used_up()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var shop = world.Street.Shop(0, 0);
        var code = (await world.The<CodeDesk>().ForScreen(Admin, shop.Id))!.Code;

        var made = (await Enrol(world, code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal))).Must(201);
        Assert.Equal((shop.Id, shop.Name), (made["shopId"], made["shopName"]));
        var phone = new Client(world, new Actor(made["deviceId"], "李", Role.Device, Street.StationId, shop.Id), made["token"]);
        (await phone.Press()).Must(201);
        (await Enrol(world, code)).Must(404);
    }

    [Fact]
    public async Task Used_too_old_taken_back_and_unknown_codes_get_the_same_answer()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var desk = world.The<CodeDesk>();
        var used = (await desk.ForScreen(Admin, world.Street.Shop(0, 0).Id))!.Code;
        (await Enrol(world, used)).Must(201);
        var old = (await desk.ForScreen(Admin, world.Street.Shop(0, 0).Id))!.Code;
        var printed = await desk.ForPaper(Admin, world.Street.Shops, "batch");
        await desk.RevokeBatch(Admin, Street.StationId, "batch");
        world.Time.Advance(EnrolCode.OnScreen);

        var answers = new List<string>();
        foreach (var code in new[] { used, old, printed[0].Code, "ABCD-EFGH-JKMN-PQRS", "no code" }) answers.Add((await Enrol(world, code)).Must(404).Text);
        Assert.Single(answers.Select(a => JsonSerializer.Deserialize<JsonElement>(a).GetProperty("title").GetString()).Distinct());
    }

    [Fact]
    public async Task A_printed_code_lasts_thirty_days()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var printed = await world.The<CodeDesk>().ForPaper(Admin, world.Street.Shops, "batch");
        // A clock of its own: the house's would tick through every second of the month.
        var later = new FakeTimeProvider(world.Time.GetUtcNow() + EnrolCode.OnPaper - TimeSpan.FromMinutes(1));
        var desk = new EnrolDesk(world.The<IDbContextFactory<WhistleDb>>(), world.The<TownHall>(), world.The<AccessLog>(), later);
        Assert.NotNull(await desk.Enrol(printed[0].Code, "李"));
        later.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await desk.Enrol(printed[1].Code, "李"));
    }

    [Fact]
    public async Task A_large_house_is_printed_part_by_part_and_whoever_enrols_meanwhile_lets_nobody_be_left_out()
    {
        var street = Street.Of(circles: 41, shopsEach: 10);
        street.Devices.RemoveAll(d => d.ShopId is not null);
        await using var world = await World.With(street);
        using var person = await DeedStories.Guest(world, Role.Organizer, "li");
        var ask = await person.Open("/print/codes");
        Assert.Contains("data-testid=\"part-2\"", ask.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-testid=\"part-3\"", ask.Text, StringComparison.Ordinal);
        async Task<string[]> Printed(string part)
        {
            await person.Send("/print/codes", ("part", part), ("without", "1"));
            await using var db = await world.Db();
            var batch = await db.EnrolCodes.OrderByDescending(c => c.MadeAt).Select(c => c.Batch).FirstAsync(TestContext.Current.CancellationToken);
            return await db.EnrolCodes.Where(c => c.Batch == batch).Select(c => c.ShopId!).ToArrayAsync(TestContext.Current.CancellationToken);
        }
        var first = await Printed("1");
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await Printed("2");
        Assert.Equal((400, 10), (first.Length, second.Length));
        Assert.Equal(410, first.Union(second).Count());

        var code = (await world.The<CodeDesk>().ForScreen(Admin, first[0]))!.Code;
        (await Enrol(world, code)).Must(201);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(second.Order(), (await Printed("2")).Order());
    }

    [Fact]
    public async Task After_ten_wrong_codes_even_a_good_one_gets_the_same_answer()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var good = (await world.The<CodeDesk>().ForPaper(Admin, world.Street.Shops, "batch"))[0].Code;
        for (var tried = 0; tried < 10; tried++) (await Enrol(world, "ABCD-EFGH-JKMN-PQRS")).Must(404);
        (await Enrol(world, good)).Must(404);
    }

    [Fact]
    public async Task Twenty_who_use_one_code_at_once_get_one_device()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var code = (await world.The<CodeDesk>().ForScreen(Admin, world.Street.Shop(0, 0).Id))!.Code;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Enrol(world, code)));
        Assert.Equal(1, answers.Count(a => a.Code == 201));
    }

    [Fact]
    public async Task A_body_without_a_name_is_asked_for_it_whatever_the_code()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        (await world.Stranger().Post("devices/enrol", """{"code":"x"}""")).Must(400);
        (await world.Stranger().Post("devices/enrol", "[1]")).Must(400);
    }

    [Fact]
    public async Task The_page_asks_one_name_and_hands_the_phone_its_credential()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var shop = world.Street.Shop(0, 1);
        var code = (await world.The<CodeDesk>().ForPaper(Admin, [shop], "batch"))[0].Code;
        using var phone = new Guest(world);
        Assert.Contains(shop.Name, (await phone.Open("/enrol?code=" + code)).Text, StringComparison.Ordinal);
        var armed = await phone.Send("/enrol", ("code", code), ("personName", "老张"));
        Assert.Equal("/w", armed.Sent);
        Assert.Contains(armed.Cookies, c => c.StartsWith("wn-device=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(shop.Name, (await phone.Open("/w")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await phone.Open("/enrol?code=" + code)).Code);
    }

    [Fact]
    public async Task A_walls_code_makes_a_wall_and_nothing_for_the_api()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var code = (await world.The<CodeDesk>().ForWall(Admin, Street.StationId))!.Code;
        (await Enrol(world, code)).Must(404);
        using var screen = new Guest(world);
        await screen.Open("/enrol?code=" + code);
        var armed = await screen.Send("/enrol", ("code", code), ("personName", "值班室大屏"));
        Assert.Equal("/wall", armed.Sent);
        Assert.Contains(armed.Cookies, c => c.StartsWith("wn-wall=", StringComparison.Ordinal));
    }

    private static Task<Answer> Enrol(World world, string code) =>
        world.Stranger().Post("devices/enrol", JsonSerializer.Serialize(new { code, personName = "李" }));
}
