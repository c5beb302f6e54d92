using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Faults;

/// <summary>
/// Whether a clock tells what an answer does not: the same question about what is there and what is not, one after the other, in changing order.
/// Ten of each here; <c>tests/faults --only T12 --rounds 500</c> for a figure. The answers must be the same; the difference of their times is told.
/// </summary>
public sealed class GuessingStory
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact, Trait("fault", "T12")]
    public async Task What_is_there_and_what_is_not_are_answered_alike()
    {
        var rounds = Figures.Rounds(10);
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), ("WhistleNet:Limits:EnrolPerHour", "1000000"), ("WhistleNet:Limits:SignInPerHour", "1000000"), ("WhistleNet:Limits:SignInPerAccountPerHour", "1000000"));
        var cast = await Cast.Of(world);
        (await DeedStories.Guest(world, Role.Organizer, "li")).Dispose();
        var codes = world.The<CodeDesk>();
        var used = (await codes.ForScreen(Admin, world.Street.Shop(0, 0).Id))!.Code;
        Assert.NotNull(await world.The<EnrolDesk>().Enrol(used, "李"));
        var revoked = (await codes.ForPaper(Admin, [world.Street.Shop(0, 1)], "back"))[0].Code;
        await codes.RevokeBatch(Admin, Street.StationId, "back");
        using var stranger = new Guest(world);
        await stranger.Open("/sign-in");
        Player Who(string role) => cast.Players.First(p => p.Role == role && !p.Stopped);
        Func<Task<string>> Call(string role, string method, string path, string? body = null) => async () =>
        {
            using var http = world.Http();
            using var request = Who(role).Ask(method, path, body);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return $"{(int)answer.StatusCode} {(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\"traceId\"")[0]}"; // whose number is each answer's own
        };
        Func<Task<string>> SignIn(string user) => async () => ((int)(await stranger.Send("/sign-in", ("user", user), ("password", "wrong"))).Status).ToString(CultureInfo.InvariantCulture);
        Func<Task<string>> Enrol(string code) => Call("anonymous", "POST", "/api/v1/devices/enrol", $$"""{"code":"{{code}}","personName":"x"}""");
        Func<Task<string>> Whistle(string relation) => () => Call("officerToken", "POST", "/api/v1/whistles", $$"""{"pressId":"{{Guid.NewGuid()}}","shopId":"{{cast.Shop(relation)}}"}""")();
        var figures = new List<string>
        {
            await Compare("sign-in", rounds, SignIn("li"), () => SignIn("nobody" + Ids.New())()),
            await Compare("code used", rounds, Enrol(used), () => Enrol(Unknown())()),
            await Compare("code taken back", rounds, Enrol(revoked), () => Enrol(Unknown())()),
            await Compare("alert of others", rounds, Call("device", "GET", "/api/v1/alerts/" + cast.Alerts["town"]), () => Call("device", "GET", "/api/v1/alerts/" + Ids.New())()),
            await Compare("shop elsewhere", rounds, Whistle("elsewhere"), Whistle("unknown")),
        };
        Figures.Held("T12", $"{rounds} pairs each, median there / not there / difference: {string.Join("; ", figures)}");
    }

    private static async Task<string> Compare(string what, int rounds, Func<Task<string>> there, Func<Task<string>> notThere)
    {
        var (random, known, unknown) = (new Random(rounds), new List<double>(), new List<double>());
        for (var round = -2; round < rounds; round++) // the first two warm up
        {
            var first = random.Next(2) == 0;
            var (a, tookA) = await Time(first ? there : notThere);
            var (b, tookB) = await Time(first ? notThere : there);
            Assert.Equal(a, b);
            if (round < 0) continue;
            known.Add(first ? tookA : tookB);
            unknown.Add(first ? tookB : tookA);
        }
        var (k, u) = (Figures.Percentile(known, 0.5), Figures.Percentile(unknown, 0.5));
        return string.Create(CultureInfo.InvariantCulture, $"{what} {k:0.0} / {u:0.0} / {k - u:+0.0;-0.0;0.0} ms");
    }

    private static string Unknown() => CodeWords.Write(RandomNumberGenerator.GetBytes(CodeWords.Bytes));

    private static async Task<(string Answer, double Took)> Time(Func<Task<string>> ask)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = await ask();
        return (answer, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }
}
