using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Hostile values in every form and every query of every page, and no form or query that the list does not know.</summary>
public sealed class HostileFormTests(ITestOutputHelper output)
{
    private static readonly (string, string)[] NoLimit = [("WhistleNet:Limits:EnrolPerHour", "1000000"), ("WhistleNet:Limits:SignInPerHour", "1000000"), ("WhistleNet:Limits:SignInPerAccountPerHour", "1000000")];

    [Fact]
    public async Task Every_field_of_every_form_and_every_query_of_every_page()
    {
        var heard = new Overheard();
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), services => services.AddSingleton<IStartupFilter>(heard), NoLimit);
        Assert.Equal(Posts(world).Order(), HostileForms.Forms.Concat(HostileForms.Json).Select(f => f.Path).Order());
        await First(world, heard);
        var (cast, tries) = (await Cast.Of(world), new HostileTries(world));
        Player Who(Taking taking) => cast.Players.First(p => p.Role == taking.Role && !p.Stopped);
        // Before the forms fill the log, which one of the pages gives whole.
        using var pages = world.Http();
        foreach (var (page, at) in HostileForms.Pages.Select((page, at) => (page, at)))
            foreach (var query in page.Names.Append("lang"))
                foreach (var value in Hostile.Texts.Share(query == "lang" ? 8 : page.Path == "/log/export" ? 4 : 1, at)) // one place reads the language for all pages, and the page of the log reads what its export does
                    await tries.Try(pages, $"GET {page.Path}?{query}={value}", () => Who(page).Ask("GET", $"{page.Path}?{query}={Uri.EscapeDataString(value)}"), heard.Read);
        foreach (var form in HostileForms.Forms)
        {
            var player = Who(form);
            var cookie = form.Role == "device" ? "wn-device=" + player.Token : player.Cookie;
            using var http = world.Http();
            var token = await Token(http, form.Role switch { "device" => "/w", "anonymous" => "/sign-in", _ => "/sign-out" }, cookie);
            HttpRequestMessage Send(string? field, string value)
            {
                var filled = form.Names.Where(f => f != field).Select(f => KeyValuePair.Create(f, "x")).Append(KeyValuePair.Create("__RequestVerificationToken", token));
                if (field is not null) filled = filled.Append(KeyValuePair.Create(field, value));
                var request = new HttpRequestMessage(HttpMethod.Post, form.Path) { Content = new StringContent(string.Join('&', filled.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded") };
                if (cookie is not null) request.Headers.Add("Cookie", cookie);
                request.Headers.Add("Origin", "http://localhost");
                return request;
            }
            await tries.Try(http, $"POST {form.Path}", () => Send(null, ""), heard.Read);
            foreach (var (field, at) in form.Names.Select((name, at) => (name, at)))
                foreach (var value in Hostile.Texts.Share(HostileForms.Hashed.Contains(form.Path) ? 4 : 2, at).Append(Hostile.Huge))
                    await tries.Try(http, $"POST {form.Path} {field}={value}", () => Send(field, value), heard.Read);
        }
        tries.Report(output, "forms and pages");

        await Live(world, heard);
        List<string> known = [.. HostileForms.Forms.SelectMany(f => f.Names.Select(n => $"POST {f.Path} {n}")).Concat(HostileForms.Pages.SelectMany(p => p.Names.Select(n => $"GET {p.Path} {n}")))];
        var taken = heard.All.Where(h => !h.EndsWith(" lang", StringComparison.Ordinal)).ToList();
        Assert.True(!taken.Except(known).Any() && !known.Except(taken).Any(), $"not in the list: {string.Join(", ", taken.Except(known).Order())}\nonly in the list: {string.Join(", ", known.Except(taken).Order())}");
        output.WriteLine($"{HostileForms.Forms.Length} forms, {HostileForms.Pages.Length} pages, {known.Count} fields and queries, each heard in the running program");
    }

    // Before there is anybody else.
    private static async Task First(World world, Overheard heard)
    {
        var first = world.The<FirstLink>();
        await first.Make();
        var code = first.Line(["http://localhost"])!.Split("code=")[1];
        using var admin = new Guest(world);
        heard.Read((await admin.Open("/first?code=" + code)).Text);
        await admin.Send("/first/passkey", ("code", code), ("name", "王"), ("user", "wang"));
        await admin.Send("/first", ("code", code), ("name", "王"), ("user", "wang"), ("password", "the tram bell rings at six"));
    }

    // What is asked for only where something goes right, or stands on a page only then.
    private static async Task Live(World world, Overheard heard)
    {
        using var officer = await DeedStories.Guest(world, Role.Officer, "li", secondFactor: true);
        foreach (var page in new[] { "/account", "/prove", "/print/codes?circle=" + world.Street.Circles[0].Id, "/sign-out" }) heard.Read((await officer.Open(page)).Text);
        var (link, _) = await world.The<PeopleDesk>().Invite(new Actor("a", "", Role.Admin, Street.StationId), new Invitation("赵", "zhao", Role.Officer));
        heard.Read((await officer.Open("/" + link!.Path)).Text);
        await officer.Open("/account");
        await officer.Send("/account/passkey/remove", ("id", "none")); // with a password there is another way in
        var code = (await world.The<CodeDesk>().ForPaper(new Actor("a", "", Role.Admin, Street.StationId), [world.Street.Shop(0, 0)], "batch"))[0].Code;
        heard.Read((await officer.Open("/enrol?code=" + code)).Text);
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0));
        await officer.Open($"/gear/{shield}/inspect");
        await officer.Send($"/gear/{shield}/inspect", ("result", "passed"));
        await InspectWithHostileValues(world, officer, shield);
        var planner = new Actor("planner", "", Role.Organizer, Street.StationId);
        var plan = new DrillPlanned(Ids.New(), Street.StationId, "演练", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, Blind: false, world.Time.GetUtcNow(), Armed: false, 10, null);
        var drill = (await world.The<DrillDesk>().Plan(planner, plan)).Value!.Id;
        var seat = await world.The<ObserverDesk>().Invite(planner, drill, null);
        await officer.Open($"/observe/{drill}?code={seat}");
        await officer.Send($"/observe/{drill}", ("code", seat!), ("personName", "陈"));
        await officer.Open("/enrol?code=" + code); // its form is the one that is sent below
        await officer.Send("/enrol", ("code", code), ("personName", "老张"));
    }

    // Where there is nothing the fields are not read: an item that is there takes them.
    private static async Task InspectWithHostileValues(World world, Guest officer, string item)
    {
        foreach (var value in Hostile.Texts)
            foreach (var field in new[] { "tick", "result", "note", "expires" })
            {
                var answer = await officer.Send($"/gear/{item}/inspect", ("result", field == "result" ? value : "passed"), (field, value));
                Assert.True(answer.Code is 200 or 400, $"{field}={value}: {answer.Code}");
            }
        Assert.Single(await world.GearLines(item));
    }

    private static IEnumerable<string> Posts(World world) =>
        from door in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + door.RoutePattern.RawText!.Trim('/')
        where door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && door.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            && !path.StartsWith("/api", StringComparison.Ordinal) && !path.StartsWith("/_", StringComparison.Ordinal) && !path.StartsWith("/hubs", StringComparison.Ordinal)
        select path;

    private static async Task<string> Token(HttpClient http, string page, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }
}
