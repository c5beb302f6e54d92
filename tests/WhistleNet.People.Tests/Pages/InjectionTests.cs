using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Pages;

/// <summary>Every payload in every text that people give us, at every place that shows it: nothing runs, and the policy has nothing to report.</summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private const int Each = 8;
    private static readonly int Shops = (Payloads.All.Count + Each - 1) / Each;

    [Fact]
    public async Task No_text_of_anybody_runs_on_any_page()
    {
        var street = Street.Of(circles: 1, shopsEach: Shops + 1);
        street.AddWall(Payloads.Bundle(0));
        (street.Station.Name, street.Area.Name, street.Circles[0].Name) = (Payloads.Bundle(20, 20), Payloads.Bundle(60, 20), Payloads.Bundle(100, 20));
        street.Station.DataNotice = Payloads.Bundle(140, 40);
        foreach (var rung in street.Rungs) rung.Name = Payloads.Bundle(180);
        foreach (var (device, at) in street.Devices.Select((d, at) => (d, at))) device.Name = Payloads.Bundle(at * Each);
        await using var house = await House.With(street);
        await Name(house, 0);
        var alerts = await Fill(house);
        await People(house);

        await using var phone = await house.Phone(house.Street.Shops[^1]);
        await using var wall = await house.Wall(house.Street.Devices.Single(d => d.Kind == DeviceKind.Wall));
        await using var desk = await house.Desk(Role.DutyCommander | Role.Admin | Role.Organizer | Role.Auditor, Payloads.Bundle(30));
        var ran = new List<string>();
        foreach (var visitor in new[] { phone, wall, desk })
            visitor.Page.Dialog += async (_, dialog) =>
            {
                ran.Add($"{visitor.Page.Url}: {dialog.Message}");
                await dialog.DismissAsync();
            };

        var loads = 0;
        for (var round = 0; round < Each; round++) // what the wire cuts at 40 characters begins with another one each time
        {
            await Name(house, round);
            await phone.Open("/w");
            await Assertions.Expect(phone.Hook("takeover").First).ToBeVisibleAsync();
            await wall.Open("/wall");
            await Assertions.Expect(wall.Hook("alert").First).ToBeVisibleAsync();
            loads += 2;
        }
        foreach (var (page, hook) in new[]
        {
            ("/station", "[data-testid=alert]"), ("/alerts", "h1"), ("/alerts/" + alerts[0], "h1"), ("/alerts/" + alerts[1], "h1"), ("/alerts/" + alerts[^1], "h1"),
            ("/shops", "h1"), ("/shops/" + house.Street.Shops[0].Id, "[data-testid=devices]"), ("/circles", "h1"), ("/people", "[data-testid=people]"), ("/settings", "form"), ("/log", "h1"), ("/account", "h1"), ("/print/codes", "h1"),
            ("/sign-in/code?to=" + Uri.EscapeDataString(Payloads.Bundle(0)), "h1"), ("/enrol?code=" + Uri.EscapeDataString(Payloads.Bundle(8)), "h1"), ("/alerts?words=" + Uri.EscapeDataString(Payloads.Bundle(16)), "h1"), ("/shops?search=" + Uri.EscapeDataString(Payloads.Bundle(24)), "h1"),
        })
        {
            await desk.Open(page);
            await Assertions.Expect(desk.Page.Locator(hook).First).ToBeVisibleAsync();
            loads++;
        }
        Assert.Equal([], ran);
        foreach (var visitor in new[] { phone, wall, desk })
        {
            Assert.Equal([], visitor.AskedElsewhere);
            Assert.Equal([], visitor.Complaints.Where(c => c.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || c.StartsWith("thrown", StringComparison.Ordinal)));
        }
        Assert.Equal(0, house.The<CspReports>().Count);

        using var csv = await desk.Page.APIRequest.GetAsync("/log/export") is { Ok: true } answer ? new StringReader(await answer.TextAsync()) : throw new InvalidOperationException("no export");
        Assert.DoesNotMatch("(?m)(^|,)\"?[=+@\\t\\r-]", csv.ReadToEnd().TrimStart('\ufeff'));
        // That the silence means something: markup that is let in on purpose is stopped by the policy, and reported.
        await desk.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
        await Eventually.True(() => house.The<CspReports>().Count > 0, "the browser reported it");
        Assert.Equal([], ran);
        output.WriteLine($"{Payloads.All.Count} payloads, {Shops} to a page with {Each} to a text, {loads} page loads, 0 ran, 0 reports");
    }

    // Every text of every shop, so that over the rounds each payload stands first once.
    private static async Task Name(House house, int round)
    {
        await using var db = await house.Db();
        foreach (var (shop, at) in (await db.Shops.OrderBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken)).Select((s, at) => (s, at)))
            shop.Name = shop.Street = shop.Category = shop.Unit = shop.CivicNumber = Payloads.Bundle(at * Each + round);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        await house.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> Fill(House house)
    {
        var (alerts, shops) = (new List<string>(), house.Street.Shops);
        for (var at = 0; at < Shops; at++)
        {
            var words = FreeText.Cut(Payloads.Bundle(at * Each));
            var request = new WhistleRequest(Guid.NewGuid().ToString("D"), false, false, null, Kind.Theft, false, words, null, null, "=1+1");
            var id = (await house.The<WhistleDesk>().Press(house.Street.DeviceOf(shops[at]).AsActor(), shops[at].Id, request)).Value!.Press.AlertId;
            await house.The<AnswerDesk>().Answer(house.Street.DeviceOf(shops[(at + 1) % Shops]).AsActor(), id, Reply.Coming, words);
            await house.The<AnswerDesk>().Observe(house.Street.DeviceOf(shops[at]).AsActor(), id, Observation.Note, words);
            var officer = house.Officer(Payloads.Bundle(at * Each));
            if (at % 3 == 0) await house.The<AlertDesk>().Take(officer, id);
            await house.The<AlertDesk>().MarkAs(officer, id, Mark.Note, words);
            if (at == Shops - 1) await house.The<AlertDesk>().Close(officer, id, Outcome.NothingFound, words);
            alerts.Add(id);
        }
        return alerts;
    }

    private static async Task People(House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        for (var at = 0; at < Shops; at++)
            Assert.True((await users.CreateAsync(new Account { Id = Ids.New(), UserName = $"{at}{Payloads.Bundle(at * Each)}", Name = Payloads.Bundle(at * Each), Roles = Role.Officer, StationId = Street.StationId })).Succeeded);
        await using var db = await house.Db();
        await db.Touch(Stamp.Devices, TestContext.Current.CancellationToken);
        await house.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
    }
}
