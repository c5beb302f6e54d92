using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Pages;

/// <summary>Every payload in every text that people give us, at every place that shows it: nothing runs, nothing becomes markup, and the policy has nothing to report.</summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private const Role Everything = Role.DutyCommander | Role.Admin | Role.Organizer | Role.Auditor;

    [Fact]
    public async Task No_text_of_anybody_runs_on_any_page()
    {
        await using var hostile = await HostileHouse.Settle();
        var (house, alerts) = (hostile.House, hostile.Alerts);
        await using var phone = await house.Phone(house.Street.Shops[^1]);
        await using var raiser = await house.Phone(house.Street.Shops[0]);
        await using var wall = await house.Wall(house.Street.Devices.Single(d => d.Kind == DeviceKind.Wall));
        await using var desk = await house.Desk(Everything, Payloads.Bundle(30));
        var lookout = new Lookout();
        await lookout.Watch(phone, raiser, wall, desk);
        for (var round = 0; round < HostileHouse.Each; round++) // what the wire cuts at 40 characters begins with another one each time
        {
            await hostile.Name(round);
            await phone.Open("/w");
            await Assertions.Expect(phone.Hook("takeover").First).ToBeVisibleAsync();
            await lookout.Look(phone);
            await wall.Open("/wall");
            await Assertions.Expect(wall.Hook("alert").First).ToBeVisibleAsync();
            await lookout.Look(wall);
        }
        await raiser.Open("/w"); // who comes, and what they said
        await Assertions.Expect(raiser.Page.GetByText("alert(1)").First).ToBeVisibleAsync();
        await lookout.Look(raiser);
        var gear = house.The<TownHall>().Ledger.OfShop[house.Street.Shops[0].Id].First().Id;
        foreach (var (page, hook) in new[]
        {
            ("/station", "[data-testid=alert]"), ("/alerts", "h1"), ("/alerts/" + alerts[0], "h1"), ("/alerts/" + alerts[1], "h1"), ("/alerts/" + alerts[^1], "h1"),
            ("/shops", "h1"), ("/shops/" + house.Street.Shops[0].Id, "[data-testid=devices]"), ("/circles", "h1"), ("/circles/" + house.Street.Circles[0].Id, "h1"), ("/circles/enrolled", "h1"), ("/circles/enrolled?missing=shift", "h1"), ("/shops/unplaced", "h1"), ("/setup", "h1"), ("/map?search=x", "[data-testid=map]"), ("/grids", "[data-testid=grids-police]"), ("/notes", "[data-testid=note]"), ("/mediations", "[data-testid=mediation]"), ("/bulletins", "[data-testid=bulletin]"), ("/print/handover/" + alerts[0], "[data-testid=handover]"), ("/false-alarms", "[data-testid=appeals]"), ("/gear", "h1"), ("/gear/" + gear, "[data-testid=gear-line]"), ($"/gear/{gear}/inspect", "h1"), ("/print/gear", "[data-testid=label]"), ("/people", "[data-testid=people]"), ("/members", "[data-testid=what-for]"), ("/duty", "[data-testid=shift]"), ("/settings", "form"), ("/log", "h1"), ("/log?kept=timeline", "[data-testid=log]"),
            ("/reports?alert=" + alerts[^1], "[data-testid=report]"), ("/reports", "[data-testid=reports]"),
            ("/machine", "h1"), ("/account", "h1"),
            ("/sign-in/code?to=" + Uri.EscapeDataString(Payloads.Bundle(0)), "h1"), ("/prove?to=/" + Uri.EscapeDataString(Payloads.Bundle(0)), "h1"), ("/enrol?code=" + Uri.EscapeDataString(Payloads.Bundle(8)), "h1"),
            ("/alerts?words=" + Uri.EscapeDataString(Payloads.Bundle(16)), "h1"), ("/shops?search=" + Uri.EscapeDataString(Payloads.Bundle(24)), "h1"), ("/not-here/" + Uri.EscapeDataString(Payloads.All[0]), "h1"),
        })
        {
            await desk.Open(page);
            await Assertions.Expect(desk.Page.Locator(hook).First).ToBeVisibleAsync();
            await lookout.Look(desk, shows: page is not "/machine");
        }
        lookout.NothingHappened();
        Assert.Equal(0, house.The<CspReports>().Count);

        using var csv = await desk.Page.APIRequest.GetAsync("/log/export") is { Ok: true } answer ? new StringReader(await answer.TextAsync()) : throw new InvalidOperationException("no export");
        Assert.DoesNotMatch("(?m)(^|,)\"?[=+@\\t\\r-]", csv.ReadToEnd().TrimStart('\ufeff'));
        // That the silence means something: markup that is let in on purpose is seen, stopped by the policy, and reported.
        await desk.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
        await Assert.ThrowsAnyAsync<Exception>(() => lookout.Look(desk));
        await Eventually.True(() => house.The<CspReports>().Count > 0, "the browser reported it");
        output.WriteLine($"{Payloads.All.Count} payloads, {HostileHouse.Shops} to a page with {HostileHouse.Each} to a text, {lookout.Looks} page loads, 0 ran, 0 became markup, 0 reports");
    }

    [Fact]
    public async Task No_text_of_anybody_runs_on_paper_in_titles_in_notifications_or_where_it_is_read_aloud()
    {
        await using var hostile = await HostileHouse.Settle();
        var (house, alerts) = (hostile.House, hostile.Alerts);
        await using var phone = await house.Phone(house.Street.Shops[^1]);
        await using var desk = await house.Desk(Everything, Payloads.Bundle(30));
        await using var owner = await house.Desk(Role.ShopOwner, Payloads.Bundle(38), shop: house.Street.Shops[1]);
        var lookout = new Lookout();
        await lookout.Watch(phone, desk, owner);

        await desk.Open("/print/codes");
        await desk.Page.UncheckAsync("input[name=without]"); // all of them have a device
        await desk.Hook("make-sheets").ClickAsync();
        await Assertions.Expect(desk.Hook("sheet")).ToHaveCountAsync(house.Street.Shops.Count);
        await lookout.LookAtPaper(desk);
        await owner.Open("/print/codes?shop=" + house.Street.Shops[1].Id);
        await owner.Hook("make-sheets").ClickAsync();
        await lookout.LookAtPaper(owner);
        await owner.Open("/my-shop");
        await lookout.Look(owner);
        foreach (var alert in new[] { alerts[0], alerts[^1] })
        {
            await desk.Open("/alerts/" + alert);
            await desk.Page.EvaluateAsync("window.print = () => document.documentElement.dataset.asked = 'print'"); // the paper is made below: a browser prints one thing at a time
            await desk.Hook("print").ClickAsync();
            await Assertions.Expect(desk.Page.Locator("html[data-asked=print]")).ToHaveCountAsync(1);
            await lookout.LookAtPaper(desk);
        }
        // The codes and links that are shown once, with the name of whom they are for.
        await desk.Open("/shops/" + house.Street.Shops[0].Id);
        await desk.Hook("issue-code").ClickAsync();
        await Assertions.Expect(desk.Hook("code-shown")).ToBeVisibleAsync();
        await lookout.Look(desk);
        await desk.Open("/people");
        await desk.Hook("invite-name").FillAsync(Payloads.All[7]);
        await desk.Hook("role-officer").First.CheckAsync();
        await desk.Hook("invite").ClickAsync();
        await Assertions.Expect(desk.Hook("invite-link")).ToBeVisibleAsync();
        await lookout.Look(desk);
        await owner.Open(new Uri(await desk.Hook("link").InputValueAsync()).PathAndQuery);
        await lookout.Look(owner);
        // What opens on the console beside an alert.
        await desk.Open("/station?alert=" + alerts[1]);
        await desk.Hook("merge").First.ClickAsync();
        await desk.Hook("raise").ClickAsync();
        await desk.Hook("raise-find").FillAsync("alert(1)");
        await Assertions.Expect(desk.Hook("raise-shop").First).ToBeVisibleAsync();
        await lookout.Look(desk);

        await desk.Open("/alerts/" + alerts[0]);
        await Assertions.Expect(desk.Hook("record")).ToBeVisibleAsync();
        var titles = await Lookout.Told(desk, "titles");
        Assert.Contains(titles, t => t.EndsWith(house.The<TownHall>().Town.Shop(house.Street.Shops[0].Id)!.Name, StringComparison.Ordinal)); // as it is written
        Assert.Equal(1, await desk.Page.Locator("head title").CountAsync());

        await phone.Open("/w");
        await Assertions.Expect(phone.Hook("takeover").First).ToBeVisibleAsync();
        await lookout.Look(phone);
        Assert.Contains(await Lookout.Told(phone, "readAloud"), t => t.AsSpan().ContainsAny('<', '>')); // a name of which the wire has 40 characters: which one stands on top is the street's
        // Whoever holds the phone is not shown whose alarm it is before it is unlocked.
        foreach (var visitor in new[] { phone, desk }) Assert.DoesNotContain(await Lookout.Told(visitor, "toldOutside"), t => t.Contains("alert(1)", StringComparison.Ordinal));
        lookout.NothingHappened();
        Assert.Equal(0, house.The<CspReports>().Count);
        output.WriteLine($"{lookout.Looks} looks: sheets, printed alerts, codes, links, forms beside an alert, titles, live regions; 0 ran, 0 became markup, 0 reports");
    }
}
