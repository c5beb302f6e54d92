using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Configuration;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>An operator's own pictures under the map: never without saying whose they are, and the shops lie on them.</summary>
public sealed class MapTilesTests
{
    private const string Url = "https://tiles.example/{z}/{x}/{y}.png";

    private static MapTiles? Of(params (string Name, string Value)[] settings) =>
        MapTiles.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("WhistleNet:Map:" + s.Name, (string?)s.Value))).Build());

    [Fact]
    public void Without_configuration_there_are_none_and_with_one_they_say_whose_they_are()
    {
        Assert.Null(Of());
        Assert.Equal("© 某测绘院 · GS(2026)0001号", Of(("Tiles", Url), ("Licence", "© 某测绘院"), ("Approval", "GS(2026)0001号"), ("Datum", "GCJ02"))!.Line);
        Assert.Equal(("https://tiles.example", Datum.Wgs84), Of(("Tiles", Url), ("Licence", "x")) is { } tiles ? (tiles.Origin, tiles.Datum) : default);
        Assert.Equal("https://*.tiles.example:8443", Of(("Tiles", "https://{s}.tiles.example:8443/{z}/{x}/{y}.png"), ("Licence", "x"))!.Origin);
    }

    [Theory]
    [InlineData("Licence", Url, "", "")] // nobody's
    [InlineData("Tiles", "https://tiles.example/one.png", "x", "")]
    [InlineData("Tiles", "file:///{z}/{x}/{y}.png", "x", "")]
    [InlineData("Tiles", "somewhere/{z}/{x}/{y}", "x", "")]
    [InlineData("Datum", Url, "x", "bd09")]
    [InlineData("Datum", Url, "x", "tokyo")]
    public void What_cannot_work_keeps_the_server_from_starting_and_names_the_setting(string named, string url, string licence, string datum) =>
        Assert.Contains("WhistleNet:Map:" + named, Assert.Throws<CannotStart>(() => Of(("Tiles", url), ("Licence", licence), ("Datum", datum))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_may_load_them_shows_whose_they_are_and_draws_the_shops_where_they_lie_on_them()
    {
        await using var world = await World.With(Street.Of(1, 2), ("WhistleNet:Map:Tiles", Url), ("WhistleNet:Map:Licence", "© 某测绘院"), ("WhistleNet:Map:Datum", "gcj02"));
        using var guest = world.Http();
        var policy = (await guest.GetAsync("/sign-in", TestContext.Current.CancellationToken)).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("img-src 'self' data: https://tiles.example;", policy, StringComparison.Ordinal);

        var officer = new Actor("o", "王警官", Role.Officer, Street.StationId);
        await using var console = new OfficerConsole(world, officer);
        var page = console.Render<MapPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(officer.AsPrincipal("test")))));
        Assert.Equal("© 某测绘院", page.Find("[data-testid=tiles-licence]").TextContent);
        var (drawn, stands) = (world.The<MapBoard>().Town(Street.StationId, world.The<MapGround>().Datum).Shops.Single(s => s.Name == "0-0 小店").At, world.Street.Shop(0, 0).Place);
        Assert.InRange(new Place(drawn[0], drawn[1]).MetresTo(stands), 300, 900); // as far as the maps of China are shifted there
        Assert.InRange(new Place(drawn[0], drawn[1]).ToWgs84(Datum.Gcj02).MetresTo(stands), 0, 1);
    }
}
