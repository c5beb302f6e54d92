using System.Net;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Whoever took part answers six questions on a phone, without a script.</summary>
public sealed class ReviewStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_neighbour_finds_the_questions_on_the_whistle_page_and_answers_them_in_the_words_of_a_neighbour()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        using var phone = new Phone(world, 0, 1);
        Assert.Contains($"w/review?report={id}", await phone.Open("/w"), StringComparison.Ordinal);
        var page = await phone.Open($"/w/review?report={id}");
        Assert.Contains(ReviewSay.Questions(Side.Neighbour)[2].Zh, page, StringComparison.Ordinal);
        Assert.Contains("data-mode=\"real\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await phone.Send("/w/review", ("report", id), ("q1", "yes"), ("q2", "partly"), ("q3", "no"), ("well", "大家都出来了"), ("improve", "多备一把叉")));
        page = await phone.Open($"/w/review?report={id}&saved=true");
        Assert.Contains(ReviewSay.Thanks.Zh, page, StringComparison.Ordinal);
        Assert.Contains("大家都出来了", page, StringComparison.Ordinal);
        Assert.DoesNotContain("w/review?report=", await phone.Open("/w"), StringComparison.Ordinal);

        var answer = Assert.Single((await world.The<ReportBoard>().One(Organizer, id))!.Answers);
        Assert.Equal((Side.Neighbour, new Ticks(Tick.Yes, Tick.Partly, Tick.No, null), "多备一把叉"), (answer.Side, answer.Ticked, answer.ToImprove));
        Assert.Equal(HttpStatusCode.Redirect, await phone.Send("/w/review", ("report", id), ("q1", "no"))); // a later answer replaces it
        Assert.Equal(new Ticks(Tick.No, null, null, null), Assert.Single((await world.The<ReportBoard>().One(Organizer, id))!.Answers).Ticked);
    }

    [Fact]
    public async Task Whoever_took_no_part_is_asked_nothing_and_can_answer_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        using var silent = new Phone(world, 0, 3);
        Assert.DoesNotContain("w/review?report=", await silent.Open("/w"), StringComparison.Ordinal);
        Assert.Contains(ReviewSay.NotAsked.Zh, await silent.Open($"/w/review?report={id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await silent.Send("/w/review", ("report", id), ("q1", "yes")));
        Assert.Empty((await world.The<ReportBoard>().One(Organizer, id))!.Answers);
    }

    [Fact]
    public async Task When_the_last_has_answered_and_all_is_rated_the_report_is_complete()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (desk, board) = (world.The<ReportDesk>(), world.The<ReportBoard>());
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        var rated = Assessment.Empty with { Ratings = [.. Enum.GetValues<Objective>().Select(o => new Rating(o, Performance.SomeChallenges, "时间线"))] };
        Assert.Null(await desk.Assess(Organizer, id, rated, world.Time.GetUtcNow().AddDays(90), 0));
        foreach (var number in new[] { 0, 1, 2 })
        {
            Assert.NotEqual(ReportStanding.Complete, (await board.One(Organizer, id))!.Standing);
            Assert.True(await desk.Answer(world.Street.DeviceOf(world.Street.Shop(0, number)).AsActor(), id, new Ticks(Tick.Yes, null, null, null), null, null));
        }
        var officer = world.Street.Devices.First(d => d.Kind == DeviceKind.OfficerToken).AsActor();
        Assert.Equal(["王警官"], (await board.One(Organizer, id))!.Missing.Select(m => m.Name));
        Assert.True(await desk.Answer(officer, id, new Ticks(null, null, null, Tick.No), null, "人手不够"));
        Assert.Equal(ReportStanding.Complete, (await board.One(Organizer, id))!.Standing);
        Assert.Empty((await board.One(Organizer, id))!.Missing);
    }

    /// <summary>A shop's phone whose browser runs no script.</summary>
    private sealed class Phone(World world, int circle, int number) : IDisposable
    {
        private readonly HttpClient _http = world.Http();
        private readonly Dictionary<string, string> _cookies = new() { [DeviceCredential.ShopCookie] = world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(circle, number))) };
        private string _token = "";

        public async Task<string> Open(string path)
        {
            using var answer = await Ask(new HttpRequestMessage(HttpMethod.Get, path));
            var text = await answer.Content.ReadAsStringAsync();
            if (text.Contains("__RequestVerificationToken\" value=\"", StringComparison.Ordinal)) _token = text.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
            return WebUtility.HtmlDecode(text);
        }

        public async Task<HttpStatusCode> Send(string path, params (string, string)[] fields)
        {
            var filled = fields.Append(("__RequestVerificationToken", _token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
            using var answer = await Ask(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(filled) });
            return answer.StatusCode;
        }

        public void Dispose() => _http.Dispose();

        private async Task<HttpResponseMessage> Ask(HttpRequestMessage request)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await _http.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) _cookies[cookie.Split('=')[0]] = cookie.Split(';')[0].Split('=', 2)[1];
            return answer;
        }
    }
}
