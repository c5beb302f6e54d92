using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Two trees over the same shops: who answers for a street, and by what reports are cut.</summary>
public sealed class GridStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_shops_brings_its_grids_along_and_a_second_time_changes_nothing()
    {
        await using var world = await World.With(1, 1);
        const string List = "shop_id,name,lat,lon,police_grid,community_grid\n1,早点铺,45.7,126.6,南片/一警格,学府社区\n2,面馆,45.7001,126.6,南片 / 二警格,学府社区\n3,书店,45.7002,126.6,南片／一警格,\n";
        Assert.Equal(3, (await Bring(world, List)).New);
        Assert.Equal((0, 0, 3), await Bring(world, List) is var again ? (again.New, again.Changed, again.Same) : default);
        var town = world.The<TownHall>().Town;
        Assert.Equal(["南片", "南片 / 一警格", "南片 / 二警格"], town.Grids.Tree(Street.StationId, GridKind.Police).Select(g => town.Grids.PathOf(g.Grid.Id)));
        Shop Of(string reference) => town.Shops.Single(s => s.StationId == Street.StationId && s.Ref == reference);
        Assert.Equal(Of("1").PoliceGridId, Of("3").PoliceGridId);
        Assert.Equal("学府社区", town.Grids.PathOf(Of("2").CommunityGridId));
        Assert.Null(Of("3").CommunityGridId);
        Assert.Equal(["1", "2", "3"], world.The<RegisterBoard>().Shops(Street.StationId, new ShopQuery(GridId: town.Grids.Tree(Street.StationId, GridKind.Police).First().Grid.Id)).Select(s => s.Shop.Ref).Order());

        Assert.Equal(1, (await Bring(world, "shop_id,name,lat,lon,police_grid\n1,早点铺,45.7,126.6,\n")).Changed); // an empty cell empties, a missing column leaves
        town = world.The<TownHall>().Town;
        Assert.Equal((null, "学府社区"), (Of("1").PoliceGridId, town.Grids.PathOf(Of("1").CommunityGridId)));
    }

    [Fact]
    public async Task A_tree_that_makes_no_sense_is_refused_where_it_is_typed_and_nothing_is_stored()
    {
        await using var world = await World.With(1, 3);
        var desk = world.The<GridDesk>();
        Assert.Null(await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("南片", null, null)));
        var south = Named(world, "南片");
        Assert.Null(await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("一警格", south.Id, null)));
        var one = Named(world, "一警格");
        Assert.Equal(GridSay.NameTaken, await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("一警格", south.Id, null)));
        Assert.Equal(GridSay.NameWrong, await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("a/b", null, null)));
        Assert.Equal(GridSay.NameWrong, await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped(" ", null, null)));
        Assert.Equal(GridSay.WrongPlace, await desk.Change(Organizer, south.Id, new GridTyped("南片", one.Id, null)));
        Assert.Equal(GridSay.NoSuchOfficer, await desk.Change(Organizer, south.Id, new GridTyped("南片", null, "nobody")));
        Assert.Equal(GridSay.NotALeaf, await desk.Fill(Organizer, Street.StationId, GridKind.Police, south.Id, [world.Street.Shop(0, 0).Id]));
        Assert.Null(await desk.Fill(Organizer, Street.StationId, GridKind.Police, one.Id, [.. world.Street.Shops.Select(s => s.Id)]));
        Assert.Contains("3", (await desk.Remove(Organizer, one.Id))!.Value.En, StringComparison.Ordinal);
        Assert.Equal(GridSay.HasParts, await desk.Remove(Organizer, south.Id));
        Assert.Contains("3", (await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("更细", one.Id, null)))!.Value.En, StringComparison.Ordinal);
        Assert.Equal(ProblemSay.Forbidden, await desk.Make(Organizer with { Roles = Role.ShopOwner }, Street.StationId, GridKind.Police, new GridTyped("北片", null, null)));
        Assert.Equal(ProblemSay.NotFound, await desk.Change(Organizer with { StationId = "ffffffffffffffffffffffffffffffff" }, one.Id, new GridTyped("别人的", null, null)));

        Assert.Null(await desk.Fill(Organizer, Street.StationId, GridKind.Police, null, [.. world.Street.Shops.Select(s => s.Id)]));
        Assert.Null(await desk.Remove(Organizer, one.Id));
        Assert.Null(await desk.Remove(Organizer, south.Id));
        Assert.Empty(world.The<TownHall>().Town.Grids.All);
        await using var db = await world.Db();
        Assert.Equal([Deed.GridSaved, Deed.GridSaved, Deed.GridFilled, Deed.GridFilled, Deed.GridRemoved, Deed.GridRemoved],
            await db.Access.Where(r => r.ActorId == "g").OrderBy(r => r.Seq).Select(r => r.What).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_rung_of_the_police_grid_calls_its_officer_and_without_one_every_console()
    {
        await using var world = await World.With(2, 2);
        var admin = new Actor("a", "管理员", Role.Admin, Street.StationId);
        var settings = StationSettings.Of(world.The<TownHall>().Town.Stations[Street.StationId], world.The<TownHall>().Ladders.Of(Street.StationId));
        settings.Rungs = [new() { AfterSeconds = 20, Name = "警格民警", Kind = RungKind.GridOfficer }, new() { AfterSeconds = 60, Name = "所长", Kind = RungKind.Phone }];
        Assert.Null(await world.The<SettingsDesk>().Save(admin, Street.StationId, settings));
        var officer = await DeedStories.Invite(world, Role.Officer, "chen");
        var desk = world.The<GridDesk>();
        Assert.Null(await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("南片", null, officer)));
        Assert.Null(await desk.Make(Organizer, Street.StationId, GridKind.Police, new GridTyped("一警格", Named(world, "南片").Id, null)));
        Assert.Null(await desk.Fill(Organizer, Street.StationId, GridKind.Police, Named(world, "一警格").Id, [world.Street.Shop(0, 0).Id]));

        var (inGrid, inNone) = ((await world.Shop(0, 0).Press()).Must(201).AlertId, (await world.Shop(1, 0).Press()).Must(201).AlertId);
        await world.Forward(21);
        await using var db = await world.Db();
        Assert.Equal((officer, "李"), await RungOf(inGrid));
        Assert.Equal((Alerts.Climbing.AnyConsole(Street.StationId), "警格民警"), await RungOf(inNone));

        async Task<(string?, string)> RungOf(string alert) =>
            await db.Notices.Where(n => n.AlertId == alert && n.To == Alerts.To.Rung).Select(n => new ValueTuple<string?, string>(n.DeviceId, n.Name)).SingleAsync(Cancel);
    }

    [Fact]
    public async Task The_page_makes_a_grid_and_puts_a_whole_circle_into_it()
    {
        await using var world = await World.With(2, 3);
        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Render<GridsPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")))));
        page.Find("[data-testid=grids-police] [data-testid=name]").Change("一警格");
        await page.Find("[data-testid=grids-police] form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("一警格", page.Find("[data-testid=grid]").TextContent, StringComparison.Ordinal));
        page.Find("[data-testid=fill-circle]").Change(world.Street.Circles[1].Id);
        page.Find("[data-testid=fill-grid]").Change(Named(world, "一警格").Id);
        await page.Find("[data-testid=grid-fill]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(GridSay.Shops.With(3), page.Find("[data-testid=grid-shops]").TextContent, StringComparison.Ordinal));
        Assert.Contains(GridSay.Without.With(3), page.Find("[data-testid=without]").TextContent, StringComparison.Ordinal);
    }

    private static Grid Named(World world, string name) => world.The<TownHall>().Town.Grids.All.Single(g => g.Name == name);

    private static async Task<Brought> Bring(World world, string list)
    {
        var brought = await world.The<RegisterDesk>().Bring(world.Street.Station.Name, ShopList.Read(Encoding.UTF8.GetBytes(list), out _)!.Rows, 12, null, cancel: Cancel);
        await world.The<TownHall>().Refresh(Cancel);
        return brought;
    }
}
