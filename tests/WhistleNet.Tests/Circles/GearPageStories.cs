using System.Net.Http.Headers;
using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>An inspection on a phone without a circuit, by the station and by the people of the shop; labels and the ledger as CSV.</summary>
public sealed class GearPageStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_inspects_its_own_shield_and_a_fault_is_a_fault_at_once()
    {
        await using var world = await World.With(1, 2);
        var shop = world.Street.Shop(0, 0);
        var (shield, others) = (await world.Stocked(GearKind.Shield, shop, inspected: false), await world.Stocked(GearKind.Fork, world.Street.Shop(0, 1)));
        using var owner = await Owner(world, shop);
        var mine = (await owner.Open("/my-shop")).Text;
        Assert.Contains($"gear/{shield}/inspect", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(others, mine, StringComparison.Ordinal);
        Assert.Equal(404, (await owner.Open($"/gear/{others}/inspect")).Code);

        await owner.Open($"/gear/{shield}/inspect");
        var refused = await owner.Send($"/gear/{shield}/inspect", ("tick", "cracks"), ("result", "passed"), ("note", "臂带松了"));
        Assert.Contains(GearSay.Of(GearRefusal.NotAllTicked).Zh, refused.Text, StringComparison.Ordinal);
        Assert.Contains("臂带松了", refused.Text, StringComparison.Ordinal); // what was written stays
        Assert.Equal(GearEntry.Entered, Assert.Single(await world.GearLines(shield)).What);

        Assert.Equal(302, (await owner.Send($"/gear/{shield}/inspect", ("tick", "cracks"), ("tick", "handle"), ("tick", "strap"), ("result", "passed"))).Code);
        Assert.True(world.Item(shield).Usable(Stock.Today));
        await owner.Open($"/gear/{shield}/inspect");
        Assert.Equal(302, (await owner.Send($"/gear/{shield}/inspect", ("tick", "cracks"), ("result", "faulty"))).Code);
        Assert.Equal((GearState.Faulty, "handle strap"), (world.Item(shield).State, (await world.GearLines(shield))[^1].Failed));
    }

    [Fact]
    public async Task A_photo_is_kept_as_a_picture_alone_and_what_is_none_stores_nothing()
    {
        await using var world = await World.With(1, 2);
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0));
        using var organizer = await DeedStories.Guest(world, Role.Organizer, "li");
        async Task<HttpResponseMessage> Send(byte[] photo)
        {
            var page = (await organizer.Open($"/gear/{shield}/inspect")).Text;
            var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
            using var http = world.Http();
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("faulty"), "result" } };
            var file = new ByteArrayContent(photo);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, "photo", "a.jpg");
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/gear/{shield}/inspect") { Content = form };
            request.Headers.Add("Cookie", organizer.CookieHeader);
            request.Headers.Add("Origin", "http://localhost");
            return await http.SendAsync(request, Cancel);
        }

        using var junk = await Send([.. Encoding.ASCII.GetBytes("<svg onload=alert(1)>"), .. new byte[100_000]]);
        Assert.Contains(GearPageSay.NoPhoto.Zh, System.Net.WebUtility.HtmlDecode(await junk.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(await world.GearLines(shield));
        using var sent = await Send([.. PhotoTests.Jpeg(), .. "secret tail"u8]);
        Assert.Equal(302, (int)sent.StatusCode);
        var name = (await world.GearLines(shield))[^1].Photo!;
        Assert.Equal(PhotoTests.Jpeg(), await File.ReadAllBytesAsync(world.The<PhotoFolder>().PathOf(shield, name)!, Cancel));
        Assert.Equal(200, (await organizer.Open($"/gear/{shield}/photos/{name}")).Code);
        Assert.Equal(404, (await organizer.Open($"/gear/{shield}/photos/other.jpg")).Code);
        using var large = await Send(new byte[Photo.Most + 64 * 1024]);
        Assert.Equal(413, (int)large.StatusCode);
    }

    [Fact]
    public async Task What_is_asked_of_the_ledger_is_what_the_csv_and_the_labels_have_and_no_cell_is_a_formula()
    {
        await using var world = await World.With(1, 2);
        var (shield, fork) = (await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0), "=1+1"), await world.Stocked(GearKind.Fork, world.Street.Shop(0, 1), "F-1"));
        await using (var console = new OfficerConsole(world, Stock.Officer))
        {
            var page = console.Render<GearPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(Stock.Officer.AsPrincipal("test")))));
            Assert.DoesNotContain("周姐", page.Markup, StringComparison.Ordinal); // who keeps it stands behind one touch that is written down
            page.Find("[data-testid=for-drill]").Click();
            await Eventually.True(() => page.FindAll("[data-testid=gear-keeper]").Any(k => k.TextContent == "周姐"), "the names are open");
            await using var db = await world.Db();
            Assert.Equal((Stock.Officer.Id, "drill"), await db.Access.Where(r => r.What == Deed.GearRead).Select(r => new ValueTuple<string, string?>(r.ActorId, r.Reason)).SingleAsync(Cancel));
        }
        Assert.Empty(world.The<GearBoard>().Find(Street.StationId, new GearQuery("周姐")));
        Assert.NotEmpty(world.The<GearBoard>().Find(Street.StationId, new GearQuery("周姐", ByName: true)));
        using var organizer = await DeedStories.Guest(world, Role.Organizer, "li");
        var all = (await organizer.Open("/gear/export")).Text;
        Assert.Contains("'=1+1,防暴盾牌,0-0,周姐,2026-11-24,,2026-12-24", all, StringComparison.Ordinal);
        var forks = await organizer.Open("/gear/export?kind=fork");
        Assert.DoesNotContain("盾牌", forks.Text, StringComparison.Ordinal);
        Assert.Contains("F-1", forks.Text, StringComparison.Ordinal);
        var again = GearList.Read(Encoding.UTF8.GetBytes(forks.Text), out _)!;
        Assert.Equal(("F-1", GearKind.Fork, "0-1"), (again.Rows[0].Serial, again.Rows[0].Kind, again.Rows[0].ShopRef));

        var labels = (await organizer.Open("/print/gear?kind=shield")).Text;
        Assert.Contains($"data-gear=\"{shield}\"", labels, StringComparison.Ordinal);
        Assert.DoesNotContain(fork, labels, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"qr\"", labels, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_page_enters_an_item_and_its_page_hands_it_out_takes_it_back_and_scraps_it()
    {
        await using var world = await World.With(1, 2);
        await using var console = new OfficerConsole(world, Stock.Officer);
        var form = console.Render<GearNew>(f => f.Add(n => n.Who, Stock.Officer).Add(n => n.StationId, Street.StationId));
        form.Find("[data-testid=new-kind]").Change("Fork");
        form.Find("[data-testid=new-serial]").Change("F-9");
        form.Find("[data-testid=new-shop]").Input("nowhere");
        form.Find("form").Submit();
        await Eventually.True(() => form.FindAll("[data-testid=problem]").Count == 1, "a shop that is not there is refused where it is typed");
        form.Find("[data-testid=new-shop]").Input("0-1");
        form.Find("form").Submit();
        await Eventually.True(() => world.The<TownHall>().Ledger.OfStation(Street.StationId).Any(), "it is in the ledger");
        var fork = world.The<TownHall>().Ledger.OfStation(Street.StationId).Single();
        Assert.Equal((GearKind.Fork, "F-9", world.Street.Shop(0, 1).Id), (fork.Kind, fork.Serial, fork.ShopId));

        var page = console.Render<GearItemPage>(p => p.Add(g => g.Id, fork.Id).AddCascadingValue(Task.FromResult(new AuthenticationState(Stock.Officer.AsPrincipal("test")))));
        await Eventually.True(() => page.FindAll("[data-testid=gear-issue]").Count == 1, "it is there");
        page.Find("[data-testid=gear-issue]").Click();
        await Eventually.True(() => page.FindAll("[data-testid=issue-warning]").Count == 1, "it was never inspected, and the form says so");
        page.Find("[data-testid=issue-to]").Change("老张");
        page.Find("[data-testid=issue-confirm]").Closest("form")!.Submit();
        await Eventually.True(() => page.FindAll("[data-testid=gear-return]").Count == 1, "it is out");
        Assert.Contains("老张", page.Find("[data-testid=gear-out]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=gear-return]").Click();
        await Eventually.True(() => page.FindAll("[data-testid=gear-scrap]").Count == 1 && page.FindAll("[data-testid=gear-return]").Count == 0, "it is back");
        page.Find("[data-testid=gear-scrap]").Click();
        page.Find("[data-testid=scrap-reason]").Change("断了");
        page.Find("[data-testid=scrap-confirm]").Closest("form")!.Submit();
        await Eventually.True(() => page.FindAll("[data-testid=gear-inspect]").Count == 0, "it is scrapped, and nothing may be done with it");
        await using var db = await world.Db();
        Assert.Equal((Stock.Officer.Id, fork.Id), await db.Access.Where(r => r.What == Deed.GearRead).Select(r => new ValueTuple<string, string?>(r.ActorId, r.ObjectId)).SingleAsync(Cancel)); // once, however much was done there
        Assert.Equal(["scrapped", "returned", "issued", "entered"], page.FindAll("[data-testid=gear-line]").Select(l => l.GetAttribute("data-what")));
    }

    [Fact]
    public async Task A_spreadsheet_is_looked_at_before_it_is_brought_in()
    {
        await using var world = await World.With(1, 2);
        await using var console = new OfficerConsole(world, Stock.Officer);
        var import = console.Render<GearImport>(f => f.Add(n => n.Who, Stock.Officer).Add(n => n.StationId, Street.StationId));
        import.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("serial,kind,shop_id\nS-1,shield,0-0\nS-2,shield,nowhere\n", "gear.csv"));
        await Eventually.True(() => import.FindAll("[data-testid=import-bad] li").Count == 1, "the bad line is named");
        Assert.Contains("3", import.Find("[data-testid=import-bad] li").TextContent, StringComparison.Ordinal);
        Assert.Empty(world.The<TownHall>().Ledger.OfStation(Street.StationId));
        import.Find("[data-testid=import-bring]").Click();
        await Eventually.True(() => world.The<TownHall>().Ledger.OfStation(Street.StationId).Count() == 1, "the good one is in");

        // A ledger of thousands takes seconds to be taken back: nobody presses a second time meanwhile.
        var (change, done) = ((await world.The<GearUndoDesk>().Look(Stock.Officer, Street.StationId))!.Change, new TaskCompletionSource());
        var undo = console.Render<UndoSheet>(u => u.Add(s => s.Hook, "undo").Add(s => s.Title, GearPageSay.Undo).Add(s => s.Change, change).Add(s => s.Does, "1").Add(s => s.OnDo, () => done.Task));
        bool IsShut() => undo.Find("[data-testid=undo-do]").HasAttribute("disabled");
        var pressed = undo.Find("[data-testid=undo-do]").ClickAsync(new());
        await Eventually.True(IsShut, "it says that it is under way");
        done.SetResult();
        await pressed;
        Assert.False(IsShut());
    }

    private static async Task<Guest> Owner(World world, Shop shop)
    {
        var (link, why) = await world.The<PeopleDesk>().Invite(Deeds.Admin, new Invitation("李", "owner", Role.ShopOwner, shop.Id));
        Assert.Null(why);
        var guest = new Guest(world);
        await guest.Open("/" + link!.Path);
        Assert.Equal(302, (await guest.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", Deeds.Password))).Code);
        return guest;
    }
}
