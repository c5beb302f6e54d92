using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Notes;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>The morning of a community officer: a spreadsheet, its columns, circles seen before they are stored, what is left to do.</summary>
public sealed class SetupStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_spreadsheet_is_walked_to_circles_and_back()
    {
        await using var world = await World.With(1, 3);
        await using var console = new OfficerConsole(world, Organizer);
        var page = Open<SetupPage>(console);
        await page.Find("[data-testid=setup-to-list]").ClickAsync(new());
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(ShopSheetTests.Kulun, "kulun.csv"));
        await Eventually.True(() => page.FindAll("[data-testid=setup-turn]").Count == 1, "the file is read and the turned rows are offered to be turned");
        Assert.Equal("1", page.Find("[data-testid=column-name]").GetAttribute("value"));
        Assert.Equal(5, page.FindAll("[data-testid=setup-preview] tbody tr").Count);
        page.Find("[data-testid=setup-datum]").Change("Gcj02");
        await Eventually.True(() => page.FindAll("[data-testid=setup-turn]").Count == 1, "it is read again");
        page.Find("[data-testid=setup-turn]").Change(true);
        await Eventually.True(() => page.Find("[data-testid=setup-outcome]").TextContent.Contains("会导入 35 家，待定位 5 家", StringComparison.Ordinal), "everything is counted");
        await page.Find("[data-testid=notes-out]").ClickAsync(new());
        Assert.Equal(2, page.FindAll("[data-testid=setup-notes] li").Count);

        await page.Find("[data-testid=setup-propose]").ClickAsync(new());
        await Eventually.True(() => page.FindAll("[data-testid=setup-table] tbody tr").Count > 0 && page.FindAll("[data-testid=drawn-map]").Count == 1, "the circles are shown");
        Assert.Equal(3, world.The<TownHall>().Town.Shops.Count); // and nothing is stored
        await page.Find("[data-testid=setup-store]").ClickAsync(new());
        await Eventually.True(() => page.FindAll("[data-testid=setup-stored]").Count == 1 && page.FindAll("[data-testid=undo-do]").Count == 1, "it is stored, and can be taken back");
        Assert.Equal(38, world.The<TownHall>().Town.Shops.Count);
        await Eventually.True(() => page.FindAll("[data-testid=to-unplaced]").Count == 1, "who waits for a place is named");

        var enrolled = Open<EnrolledPage>(console);
        await Eventually.True(() => enrolled.FindAll("[data-testid=come-row]").Count > 1, "each circle says how far it has come");
        Assert.StartsWith("38 家商户：已登记设备 3 家", enrolled.Find("[data-testid=count]").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=undo-do]").ClickAsync(new());
        await Eventually.True(() => world.The<TownHall>().Town.Shops.Count == 3, "one tap takes it back");
    }

    [Fact]
    public async Task A_circle_is_changed_by_list_or_by_hand_on_the_map_and_what_would_follow_is_said_first()
    {
        await using var world = await World.With(2, 4);
        await using var console = new OfficerConsole(world, Organizer);
        var (one, two, shop) = (world.Street.Circles[0], world.Street.Circles[1], world.Street.Shop(0, 1));
        var edit = Open<CircleEdit>(console, e => { e.AddComponentParameter(1, "Circle", world.The<TownHall>().Town.Circles[one.Id]); e.AddComponentParameter(2, "Who", Organizer); });
        edit.Find("[data-testid=circle-leader]").Change("周姐");
        edit.Find("[data-testid=circle-centre]").Change(shop.Id);
        await edit.Find("[data-testid=circle-save]").Closest("form")!.SubmitAsync();
        Assert.Equal(("周姐", shop.Id), (world.The<TownHall>().Town.Circles[one.Id].Leader, world.The<TownHall>().Town.Circles[one.Id].CentreShopId));

        await edit.FindComponent<DrawnMap>().Instance.Dropped(shop.Id, world.Street.Shop(1, 0).Lat, world.Street.Shop(1, 0).Lon);
        await Eventually.True(() => edit.FindAll("[data-testid=follows]").Count == 1, "a drag says what would follow");
        Assert.Contains($"{one.Name}：4 家变 3 家", edit.Find("[data-testid=follows]").TextContent, StringComparison.Ordinal);
        Assert.Contains("中心商户移走了", edit.Find("[data-testid=follows]").TextContent, StringComparison.Ordinal);
        Assert.Equal(one.Id, world.The<TownHall>().Town.Shop(shop.Id)!.CircleId);
        await edit.Find("[data-testid=regroup-do]").ClickAsync(new());
        Assert.Equal(two.Id, world.The<TownHall>().Town.Shop(shop.Id)!.CircleId);

        foreach (var i in Enumerable.Range(0, 3)) edit.FindAll("[data-testid=pick]")[i].Change(true);
        edit.Find("[data-testid=regroup-into]").Change(two.Id);
        await edit.Find("[data-testid=regroup-look]").Closest("form")!.SubmitAsync();
        Assert.Contains(CircleSay.Of(RegroupRefusal.WouldBeEmpty).Zh, edit.Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_added_by_hand_filled_with_a_look_first_taken_back_and_removed_when_it_is_empty()
    {
        await using var world = await World.With(2, 2);
        await using var console = new OfficerConsole(world, Organizer);
        var (hall, first, old) = (world.The<TownHall>(), world.Street.Circles[0], world.Street.Area);
        var page = Open<SetupPage>(console);
        page.Find("[data-testid=area-new]").Change("老码头");
        await page.Find("[data-testid=area-add]").Closest("form")!.SubmitAsync();
        var made = hall.Town.Areas.Values.Single(a => a.Name == "老码头");
        Assert.Single(page.FindAll("[data-testid=area-remove]")); // that of the other would leave circles without one
        Assert.Equal(AreaSay.NotEmpty, await world.The<AreaDesk>().Remove(Organizer, old.Id));
        Assert.Equal(AreaSay.Taken, await world.The<AreaDesk>().Make(Organizer, Street.StationId, " 老码头 "));

        page.Find("[data-testid=area-find]").Input(first.Name);
        page.Find("[data-testid=area-pick]").Change(true);
        page.Find("[data-testid=area-into]").Change(made.Id);
        await page.Find("[data-testid=area-look]").Closest("form")!.SubmitAsync();
        Assert.Contains($"{old.Name}：2 个小组变 1 个", page.Find("[data-testid=area-follows]").TextContent, StringComparison.Ordinal);
        Assert.Equal(old.Id, hall.Town.Circles[first.Id].AreaId); // said first, done after
        await page.Find("[data-testid=area-do]").ClickAsync(new());
        Assert.Equal(made.Id, hall.Town.Circles[first.Id].AreaId);

        await Eventually.True(() => page.FindAll("[data-testid=undo-does]").Count == 1, "it can be taken back");
        Assert.Contains(AreaSay.UndoDoes.With(1), page.Find("[data-testid=undo-does]").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=undo-do]").ClickAsync(new());
        await Eventually.True(() => hall.Town.Circles[first.Id].AreaId == old.Id, "one tap puts it back");
        await page.Find("[data-testid=area-remove]").ClickAsync(new());
        Assert.DoesNotContain(made.Id, hall.Town.Areas.Keys);
    }

    [Fact]
    public async Task A_shop_that_waits_is_placed_by_a_touch_on_the_map()
    {
        await using var world = await World.With(1, 3);
        await using (var db = await world.Db())
        {
            db.Unplaced.Add(new Unplaced { Id = "u", StationId = Street.StationId, Ref = "u", Name = "新店", Street = "学府路" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using var console = new OfficerConsole(world, Organizer);
        var page = Open<UnplacedPage>(console);
        await Eventually.True(() => page.FindAll("[data-testid=place]").Count == 1, "it is in the list");
        await page.Find("[data-testid=place]").ClickAsync(new());
        page.Find("[data-testid=typed-place]").Change("126.6 45.7");
        await page.Find("[data-testid=typed-take]").Closest("form")!.SubmitAsync();
        Assert.Contains(UnplacedSay.Nowhere.Zh, page.Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);
        await page.FindComponent<DrawnMap>().Instance.Tapped(45.7001, 126.6);
        await Eventually.True(() => page.FindAll("[data-testid=place-confirm]").Count == 1, "what would follow is said");
        await page.Find("[data-testid=place-confirm]").ClickAsync(new());
        var placed = world.The<TownHall>().Town.Shops.Single(s => s.Ref == "u");
        Assert.Equal(world.Street.Circles[0].Id, placed.CircleId);
        Assert.Empty(page.FindAll("[data-testid=unplaced-row]"));
    }

    [Fact]
    public async Task A_notes_place_is_touched_on_the_map()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Organizer);
        var page = Open<NotesPage>(console);
        await Eventually.True(() => page.FindAll("[data-testid=note-map]").Count == 1, "the form is there");
        await page.Find("[data-testid=note-map]").ClickAsync(new());
        await page.FindComponent<DrawnMap>().Instance.Tapped(41.68, 122.1);
        await page.Find("[data-testid=note-hazard]").ChangeAsync(new() { Value = "on" });
        await page.Find("[data-testid=note-text]").ChangeAsync(new() { Value = "井盖松了" });
        await page.Find("[data-testid=note-form]").SubmitAsync();
        await using var db = await world.Db();
        var note = await db.Notes.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((NoteKind.Hazard, 41.68, 122.1), (note.Kind, note.Lat!.Value, note.Lon!.Value));
    }

    private static IRenderedComponent<CascadingValue<Task<AuthenticationState>>> Open<T>(OfficerConsole console, Action<Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder>? with = null) where T : IComponent =>
        console.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))).Add(v => v.ChildContent, screen =>
        {
            screen.OpenComponent<T>(0);
            with?.Invoke(screen);
            screen.CloseComponent();
        }));
}
