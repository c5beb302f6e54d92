using System.Text.Json;
using WhistleNet.Circles;

namespace WhistleNet.Alerts;

/// <summary>Whoever stands behind the shopkeeper learns nothing from any screen or answer of the pressed shop.</summary>
public sealed class DuressStories
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_duress_word_gets_the_same_answer_and_only_the_station_sees_what_it_meant(bool messagePack)
    {
        var street = Street.Of(circles: 2, shopsEach: 3);
        foreach (var shop in street.Shops)
        {
            shop.SafeWord = ShopWords.Hash(shop, "平安");
            shop.DuressWord = ShopWords.Hash(shop, "红茶");
        }
        await using var world = await World.With(street);
        var console = await world.Console().Listen(messagePack);
        var seen = new List<(Answer Answer, long Step, string[] Shown)>();
        string? duress = null;
        foreach (var (circle, word) in new[] { (0, "平安"), (1, "红茶") })
        {
            var raiser = await world.Shop(circle, 0).Listen(messagePack);
            var id = (await raiser.Press()).AlertId;
            await Eventually.True(() => raiser.HeardOf(id), "the raiser sees its alert");
            var before = raiser.Knows(id)!.Version;
            var answer = (await raiser.Do(id, "safe", new { word })).Must(200);
            await Eventually.True(() => raiser.Knows(id)!.Version > before, "the news came");
            var view = await raiser.Get($"alerts/{id}");
            Assert.False(view.Has("level"));
            Assert.DoesNotContain("duress", view.Text, StringComparison.OrdinalIgnoreCase);
            Assert.All(raiser.Heard, n => Assert.Null(n.Level));
            Assert.All((await world.Shop(circle, 0).Listen(messagePack)).Boards[0].Alerts, n => Assert.Null(n.Level));
            seen.Add((answer, raiser.Knows(id)!.Version - before, Names(view)));
            if (word == "红茶") duress = id;
        }
        Assert.Equal(seen[0].Answer, seen[1].Answer);
        Assert.Equal("{}", seen[0].Answer.Text);
        Assert.Equal(seen[0].Step, seen[1].Step);
        Assert.Equal(seen[0].Shown, seen[1].Shown);
        await Eventually.True(() => console.Knows(duress!)?.Level == 4, "the station sees a threat to life");
        Assert.Contains("duress", (await console.Get($"alerts/{duress}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistake_and_safe_close_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Shop(0, 0).Do(id, "safe", new { mistake = true })).Must(200);
        (await world.Shop(0, 0).Do(id, "safe")).Must(200);
        Assert.Equal("raised", (await world.Console().Get($"alerts/{id}"))["state"]);
        (await world.Shop(0, 1).Do(id, "safe")).Must(403);
    }

    [Fact]
    public async Task A_kind_told_by_the_shop_never_undoes_the_duress_word()
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        street.Shop(0, 0).DuressWord = ShopWords.Hash(street.Shop(0, 0), "红茶");
        await using var world = await World.With(street);
        var (raiser, console) = (world.Shop(0, 0), world.Console());
        var id = (await raiser.Press()).AlertId;
        (await raiser.Do(id, "safe", new { word = "红茶" })).Must(200);
        (await raiser.Do(id, "details", new { kind = "other" })).Must(200);
        (await raiser.Do(id, "details", new { level = 0 })).Must(403);
        Assert.Equal(("4", "other"), ((await console.Get($"alerts/{id}"))["level"], (await console.Get($"alerts/{id}"))["kind"]));
    }

    private static string[] Names(Answer view) => [.. view.Json.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => p.Name)];
}
