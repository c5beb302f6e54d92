using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Who are you, once more: before what matters, and never before an alert.</summary>
public sealed class ProveStories
{
    private const string Password = "the tram bell rings at six";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Printing_codes_asks_after_ten_minutes_and_goes_on_where_the_person_was()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var page = "/print/codes?circle=" + world.Street.Circles[1].Id;
        using var person = await DeedStories.Guest(world, Role.Organizer, "li");
        Assert.Equal(200, (await person.Open(page)).Code); // a sign-in is a proof
        await Later(world);
        var sent = (await person.Open(page)).Sent!;
        Assert.Equal("/prove?to=" + Uri.EscapeDataString(page), sent);
        Assert.Contains(Back("./"), (await person.Open(sent, from: page)).Text, StringComparison.Ordinal); // which would only ask again
        Assert.Contains(Back("/circles/enrolled?missing=shift"), (await person.Open(sent, from: "/circles/enrolled?missing=shift")).Text, StringComparison.Ordinal);
        var wrong = (await person.Send("/prove", ("to", page), ("from", "/circles/enrolled"), ("password", "wrong"))).Text;
        Assert.Contains("data-testid=\"problem\"", wrong, StringComparison.Ordinal);
        Assert.Contains(Back("/circles/enrolled"), wrong, StringComparison.Ordinal);
        Assert.Equal(302, (await person.Open(page)).Code);
        await person.Open(sent);
        Assert.Equal(page, (await person.Send("/prove", ("to", page), ("password", Password))).Sent);
        Assert.Contains("value=\"1\" checked", (await person.Open(page)).Text, StringComparison.Ordinal);
        await Later(world);
        var asked = (await person.Send("/print/codes", ("circle", world.Street.Circles[1].Id), ("sheets", "both"))).Sent!; // with the tick taken away
        await person.Open(asked);
        var back = await person.Open((await person.Send("/prove", ("to", Uri.UnescapeDataString(asked.Split("to=")[1])), ("password", Password))).Sent!);
        Assert.Contains("name=\"without\"", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"1\" checked", back.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"sheets\" value=\"both\"", back.Text, StringComparison.Ordinal);
        var sheets = (await person.Send("/print/codes", ("circle", world.Street.Circles[1].Id), ("sheets", "both"))).Text;
        Assert.All(new[] { PrintSay.Step1.Zh, PrintSay.Step1.En, PrintSay.Call.Zh, PrintSay.Call.En }, line => Assert.Contains(line, System.Net.WebUtility.HtmlDecode(sheets), StringComparison.Ordinal));
        var english = System.Net.WebUtility.HtmlDecode((await person.Send("/print/codes", ("circle", world.Street.Circles[1].Id), ("sheets", "en"))).Text);
        Assert.Contains(PrintSay.Step1.En, english, StringComparison.Ordinal);
        Assert.DoesNotContain(PrintSay.Step1.Zh, english, StringComparison.Ordinal);
        await using var db = await world.Db();
        Assert.Equal([Result.Refused, Result.Done, Result.Done], await db.Access.Where(r => r.What == Deed.Proved).OrderBy(r => r.Seq).Select(r => r.Result).ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_officer_needs_the_authenticator_too_and_wrong_tries_pause_the_account()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var officer = await DeedStories.Guest(world, Role.Officer, "li", secondFactor: true);
        await Later(world);
        await officer.Open("/prove");
        for (var n = 0; n < 10; n++) Assert.Equal(200, (await officer.Send("/prove", ("password", Password), ("code", ""))).Code);
        await using var db = await world.Db();
        Assert.True((await db.Users.AsNoTracking().SingleAsync(Cancel)).LockoutEnd > world.Time.GetUtcNow());
        Assert.Equal(302, (await officer.Open("/print/codes")).Code);
        foreach (var open in new[] { "/api/v1/alerts", "/station", "/alerts" }) Assert.Equal(200, (await officer.Open(open)).Code); // nothing stands before an alert
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    public async Task Proving_leads_to_no_other_host(string to)
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var person = await DeedStories.Guest(world, Role.Organizer, "li");
        Assert.Contains(Back("./"), (await person.Open("/prove?tab=true&to=" + Uri.EscapeDataString(to))).Text, StringComparison.Ordinal);
        Assert.Contains(Back("./"), (await person.Open("/prove", from: to)).Text, StringComparison.Ordinal);
        Assert.Contains(Back("./"), (await person.Send("/prove", ("from", to), ("password", "wrong"))).Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await person.Send("/prove", ("to", to), ("password", Password))).Sent);
    }

    [Fact]
    public async Task The_auditor_proves_before_an_export_and_not_before_reading()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var auditor = await DeedStories.Guest(world, Role.Auditor, "li");
        await Later(world);
        Assert.Equal(200, (await auditor.Open("/log")).Code);
        Assert.StartsWith("/prove?to=", (await auditor.Open("/log/export?kept=access")).Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inviting_keeps_what_was_typed_until_it_is_proved()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var (admin, principal) = await LongSignedIn(world);
        await using var db = await world.Db();
        await using var console = new OfficerConsole(world, admin);
        var page = await People(console, principal);
        page.Find("[data-testid=invite-name]").Change("赵");
        page.Find("form.fields input[type=checkbox]").Change(true);
        page.Find("form.fields").Submit();
        await Eventually.True(() => page.FindAll("[data-testid=prove]").Count == 1, "the way to prove it");
        Assert.Equal("赵", page.Find("[data-testid=invite-name]").GetAttribute("value"));
        Assert.Equal(1, await db.Users.CountAsync(Cancel));
        await world.The<SignIns>().Prove(principal);
        page.Find("form.fields").Submit();
        await Eventually.True(() => page.FindAll("[data-testid=invite-link]").Count == 1, "the link");
    }

    [Fact]
    public async Task Changing_roles_keeps_the_ticks_until_it_is_proved_and_where_it_is_refused()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var (admin, principal) = await LongSignedIn(world);
        var (made, _) = await world.The<PeopleDesk>().Invite(admin, new Invitation("赵", "zhao", Role.Officer));
        await using var console = new OfficerConsole(world, admin);
        var page = await People(console, principal);
        string Row(string hook) => $"[data-person='{made!.AccountId}'] [data-testid={hook}]";
        bool Ticked(string role) => page.Find(Row("role-" + role)).HasAttribute("checked");
        async Task<Role> Stands()
        {
            await using var db = await world.Db();
            return await db.Users.Where(a => a.Id == made!.AccountId).Select(a => a.Roles).SingleAsync(Cancel);
        }
        page.Find(Row("change-roles")).Click();
        page.Find(Row("role-officer")).Change(false);
        page.Find(Row("role-organizer")).Change(true);
        page.Find(Row("save-roles")).Closest("form")!.Submit();
        await Eventually.True(() => page.FindAll("[data-testid=prove]").Count == 1, "the way to prove it");
        Assert.Equal((false, true, Role.Officer), (Ticked("officer"), Ticked("organizer"), await Stands()));
        await world.The<SignIns>().Prove(principal);
        page.Find(Row("role-organizer")).Change(false); // nothing is left of them: refused
        page.Find(Row("save-roles")).Closest("form")!.Submit();
        await Eventually.True(() => page.Find("[data-testid=problem]").TextContent == PeopleSay.NoRole.ToString(), "why not");
        page.Find(Row("role-organizer")).Change(true);
        page.Find(Row("save-roles")).Closest("form")!.Submit();
        await Eventually.True(() => page.FindAll("[data-testid=done]").Count == 1, "saved");
        Assert.Equal(Role.Organizer, await Stands());
        await Eventually.True(() => page.FindAll(Row("save-roles")).Count == 0, "the ticks are put away");
    }

    private static string Back(string to) => $"<a href=\"{to}\" data-testid=\"back\"";

    // An administrator whose sign-in is older than a proof holds.
    private static async Task<(Actor, ClaimsPrincipal)> LongSignedIn(World world)
    {
        (await DeedStories.Guest(world, Role.Admin, "li")).Dispose();
        await using var db = await world.Db();
        var row = await db.SignIns.SingleAsync(Cancel);
        var admin = new Actor(row.AccountId, "李", Role.Admin, Street.StationId);
        await Later(world);
        return (admin, new ClaimsPrincipal(new ClaimsIdentity([.. admin.Claims(), new(SignIns.Claim, row.Id)], IdentityConstants.ApplicationScheme)));
    }

    private static async Task<IRenderedComponent<PeoplePage>> People(OfficerConsole console, ClaimsPrincipal principal)
    {
        var page = console.Render<PeoplePage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(principal))));
        await Eventually.True(() => page.FindAll("[data-testid=invite]").Count > 0, "the page is there");
        return page;
    }

    private static async Task Later(World world)
    {
        await using var db = await world.Db();
        await db.SignIns.ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, world.Time.GetUtcNow() - SignIns.Proved), Cancel);
    }
}
