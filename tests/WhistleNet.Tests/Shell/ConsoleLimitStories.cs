using System.Globalization;
using System.Net.WebSockets;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>How many consoles are open at once: at the limit, one over, and after one was closed; the whistle does not notice.</summary>
public sealed class ConsoleLimitStories
{
    [Fact]
    public async Task One_person_holds_so_many_consoles_and_shuts_nobody_else_out()
    {
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), (Pressure.CircuitsEach, "3"));
        var cast = await Cast.Of(world);
        var (officer, commander) = (Cookie(cast, "officer"), Cookie(cast, "dutyCommander"));
        var lines = new List<WebSocket>();
        for (var open = 0; open < 3; open++) lines.Add((await Open(world, officer)).Line!);
        Assert.Equal(503, (await Open(world, officer)).Refused);
        using var others = (await Open(world, commander)).Line;
        Assert.NotNull(others);
        await TheWhistleGoesOn(world);

        lines[0].Dispose();
        await Eventually.True(async () => (await Open(world, officer)).Line is { } again && Keep(lines, again), "there is room again");
        Assert.Equal(503, (await Open(world, officer)).Refused);
        lines.ForEach(l => l.Dispose());
    }

    [Fact]
    public async Task All_together_are_so_many_and_one_that_closes_makes_room()
    {
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), (Pressure.Circuits, "2"));
        var cast = await Cast.Of(world);
        using var first = (await Open(world, Cookie(cast, "officer"))).Line!;
        using var second = (await Open(world, Cookie(cast, "dutyCommander"))).Line!;
        Assert.Equal(503, (await Open(world, Cookie(cast, "organizer"))).Refused);
        await TheWhistleGoesOn(world);
        second.Dispose();
        await Eventually.True(async () =>
        {
            using var third = (await Open(world, Cookie(cast, "organizer"))).Line;
            return third is not null;
        }, "there is room again");
    }

    private static async Task TheWhistleGoesOn(World world)
    {
        var neighbour = await world.Shop(0, 1).Listen(); // the devices' lines are no consoles
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        await Eventually.True(() => neighbour.HeardOf(alert), "the neighbour heard it");
        (await world.Console().Get("alerts/" + alert)).Must(200);
        Assert.Equal(200, (await world.Shop(0, 1).Get("/w")).Code);
        Assert.Equal(200, (await world.Stranger().Get("/health/engine")).Code);
    }

    private static bool Keep(List<WebSocket> lines, WebSocket line)
    {
        lines.Add(line);
        return true;
    }

    private static string Cookie(Cast cast, string role) => cast.Players.First(p => p.Role == role && !p.Stopped).Cookie!;

    private static async Task<(WebSocket? Line, int Refused)> Open(World world, string cookie)
    {
        var sockets = world.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => (request.Headers.Origin, request.Headers.Cookie) = ("http://localhost", cookie);
        try
        {
            return (await sockets.ConnectAsync(new Uri("ws://localhost/_blazor"), TestContext.Current.CancellationToken), 0);
        }
        catch (InvalidOperationException refused)
        {
            return (null, int.Parse(refused.Message.Split(": ")[^1].TrimEnd('.'), CultureInfo.InvariantCulture));
        }
    }
}
