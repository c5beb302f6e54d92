using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>
/// <c>/observe/{drill}</c>: the page of one who watches a drill. No account and no circuit: a link that is good once, then the phone's own
/// cookie, for that drill alone. Whoever has neither is told nothing, not even whether there is such a drill.
/// </summary>
public static class ObserveEndpoints
{
    public const string Cookie = "wn-observer";
    private const string Path = "/observe/{drillId}";

    public static void MapObserve(this IEndpointRouteBuilder app)
    {
        app.MapPaper(Path, Show, Join);
        var own = app.MapGroup(Path).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(BadField.Answer);
        own.MapGet("/now", Now);
        own.MapPost("/lines", Write);
        own.MapPost("/photos", Send);
        app.MapGet("/drills/{id}/photos/{photo}", Picture).RequireAuthorization(Doors.Console).ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string drillId, string? code, ObserverDesk desk, ObserverBoard board, TownHall hall, Calling calling, Tries tries, TimeProvider time)
    {
        if (await Who(http, drillId, desk) is { } watching && await board.Sheet(watching) is { } sheet)
            return Papers.Page<ObservePage>(http, new { Sheet = sheet, Hall = hall, Clock = new StationTime(calling.ZoneOf(sheet.Drill.StationId)), Now = time.GetUtcNow() });
        return await Good(http, drillId, code, desk, tries) is { } asked ? Papers.Page<ObserveJoin>(http, new { DrillId = drillId, Title = asked.Drill.Title, Code = code }) : Gone(http, drillId);
    }

    private static async Task<IResult> Join(HttpContext http, string drillId, ObserverDesk desk, Tries tries)
    {
        var fresh = await Papers.Form(http) is not null;
        var form = await Papers.Typed(http);
        if (await Good(http, drillId, form["code"], desk, tries) is not { } asked) return Gone(http, drillId);
        var (name, problem) = (EnrolDesk.NameOf(form["personName"]), (Text?)null);
        if (!fresh) problem = PaperSay.Expired;
        else if (name is null) problem = PaperSay.NameMissing;
        if (problem is not null) return Papers.Page<ObserveJoin>(http, new { DrillId = drillId, Title = asked.Drill.Title, Code = form["code"].ToString(), Problem = problem });
        if (await desk.Join(drillId, form["code"], name!, http) is not { } token) return Gone(http, drillId);
        http.Response.Cookies.Append(Cookie, token, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(400), Path = $"{http.Request.PathBase}/observe/{drillId}",
        });
        return Papers.To(http, $"observe/{drillId}");
    }

    private static async Task<IResult> Now(HttpContext http, string drillId, ObserverDesk desk, ObserverBoard board, TownHall hall, Calling calling, TimeProvider time)
    {
        if (await Who(http, drillId, desk) is not { } watching || await board.Sheet(watching) is not { } sheet) return Problems.NotFound(http);
        http.Response.Headers.CacheControl = "no-store";
        var clock = new StationTime(calling.ZoneOf(sheet.Drill.StationId));
        return Results.Ok(new ObserveNow("drill", News.Time(time.GetUtcNow()), sheet.Drill.State.Word(), DrillSay.Of(sheet.Drill.State).ToString(),
            [.. sheet.Measured.Select(m => new MeasuredNow(m.Expected.Id, m.State.Word(), ObserveSay.Judged(m, clock, hall.Town)))]));
    }

    private static async Task<IResult> Write(HttpContext http, string drillId, ObserverDesk desk, ObserverBoard board, TimeProvider time)
    {
        if (await Who(http, drillId, desk) is not { } watching || await board.Sheet(watching) is not { } sheet) return Problems.NotFound(http);
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        if (body.Word<ObserverEntry>("what", out var bad) is not { } what) return bad ?? Body.Missing<ObserverEntry>(http, "what");
        if (!body.Number("rating", 1, 5, out var rating)) return Problems.Bad(http, "rating is a whole number from 1 to 5.");
        var (about, text) = (body.Text("about"), body.Text("text"));
        if (LineOf(watching, body.Text("id"), about, body.Time("at"), time.GetUtcNow(), sheet.Scenario, what, rating, text) is not { } line)
            return Problems.Bad(http, "id is a UUID; about is the id of something in the scenario; a rating needs rating and about, a tick about, a note text.");
        return await desk.Write(line) ? Results.Ok(new { id = line.Id, mode = "drill" }) : Problems.Bad(http, ObserveSay.TooMuch.In(Language.Of(http)));
    }

    private static async Task<IResult> Send(HttpContext http, string drillId, string? id, string? about, string? at, ObserverDesk desk, ObserverBoard board, TimeProvider time)
    {
        if (await Who(http, drillId, desk) is not { } watching || await board.Sheet(watching) is not { } sheet) return Problems.NotFound(http);
        if (http.Request.ContentLength > Photo.Most) return Problems.TooLarge(http);
        if (await Bytes(http) is not { } bytes) return Problems.TooLarge(http);
        if (Photo.Of(bytes) is not { } photo) return Problems.Bad(http, ObserveSay.NoPhoto.In(Language.Of(http)));
        var claimed = DateTimeOffset.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var read) ? read : (DateTimeOffset?)null;
        var line = LineOf(watching, id, string.IsNullOrEmpty(about) ? null : about, claimed, time.GetUtcNow(), sheet.Scenario, ObserverEntry.Photo, null, $"{watching.Observer.Id}-{id}.{photo.Extension}");
        if (line is null) return Problems.Bad(http, "id is a UUID; about is the id of something in the scenario.");
        return await desk.Write(line, photo) ? Results.Ok(new { id = line.Id, mode = "drill" }) : Problems.Bad(http, ObserveSay.TooMuch.In(Language.Of(http)));
    }

    private static async Task<IResult> Picture(HttpContext http, string id, string photo, ObserverBoard board, PhotoFolder folder)
    {
        if (await board.Line(http.User.Actor(), id, photo) is not { What: ObserverEntry.Photo, Text: { } name } || folder.PathOf(id, name) is not { } path) return Problems.NotFound(http);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg", $"DRILL-{name}");
    }

    // What is no photo, no note, no tick of this scenario is not one of its observer's lines.
    private static ObserverLine? LineOf(Watching watching, string? id, string? about, DateTimeOffset? at, DateTimeOffset now, Scenario scenario, ObserverEntry what, int? rating, string? text)
    {
        if (!Guid.TryParseExact(id, "D", out var made) || about is not null && Observing.PartOf(scenario, about) is null) return null;
        var whole = what switch
        {
            ObserverEntry.Ticked or ObserverEntry.Unticked => about is not null,
            ObserverEntry.Rated => about is not null && rating is not null,
            _ => text is not null,
        };
        return !whole ? null : new ObserverLine
        {
            ObserverId = watching.Observer.Id, Id = made.ToString("D"), DrillId = watching.Drill.Id, Who = watching.Observer.Name!, At = ObserverLine.TimeOf(at, watching.Drill, now), ReceivedAt = now,
            What = what, About = about, Rating = what == ObserverEntry.Rated ? rating : null, Text = what is ObserverEntry.Noted or ObserverEntry.Photo ? text : null,
        };
    }

    /// <summary>What was sent, at most a photo's size; null where it is more.</summary>
    private static async Task<byte[]?> Bytes(HttpContext http)
    {
        try
        {
            using var all = new MemoryStream();
            await http.Request.Body.CopyToAsync(all, http.RequestAborted);
            return all.Length > Photo.Most ? null : all.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static Task<Watching?> Who(HttpContext http, string drillId, ObserverDesk desk) => desk.Who(drillId, http.Request.Cookies[Cookie]);

    private static async Task<Watching?> Good(HttpContext http, string drillId, string? code, ObserverDesk desk, Tries tries)
    {
        if (string.IsNullOrWhiteSpace(code) || await tries.AreUsedUp(Tries.Door.Enrol, http)) return null;
        if (await desk.Look(drillId, code) is { } good) return good;
        tries.Wrong(Tries.Door.Enrol, http);
        return null;
    }

    private static IResult Gone(HttpContext http, string drillId) => Papers.Page<ObserveJoin>(http, new { DrillId = drillId, Problem = (Text?)ObserveSay.Gone }, StatusCodes.Status404NotFound);
}

/// <summary>What an observer's page asks for every few seconds.</summary>
public sealed record ObserveNow(string Mode, string ServerTime, string State, string StateSay, IReadOnlyList<MeasuredNow> Measured);

public sealed record MeasuredNow(string Id, string State, string Say);
