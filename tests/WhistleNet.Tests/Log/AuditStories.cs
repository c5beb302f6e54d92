using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>What an auditor reads, and nobody else.</summary>
public sealed class AuditStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);
    private static readonly Actor Auditor = new("u", "审计员", Role.Auditor, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_auditor_finds_by_action_actor_object_and_day_and_each_reading_is_itself_a_record()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var shop = world.Street.Shop(0, 0);
        await world.The<CodeDesk>().ForScreen(Admin, shop.Id);
        Assert.Null(await world.The<ShopDesk>().Set(Admin with { Id = "b", Name = "李_所%" }, world.Street.Shop(0, 1).Id, null, trained: true, silent: false));
        await world.The<AccessLog>().Write(Admin with { StationId = "elsewhere" }, Deed.PeopleRead);

        async Task<string> Find(string? what = null, string? who = null, string? of = null, string? from = null, string? until = null) =>
            string.Join(' ', (await world.The<LogBoard>().Find(Auditor, LogQuery.Read(null, what, who, of, from, until, null)))!.Rows.Where(r => r.WhoId != Auditor.Id).Select(r => r.ObjectId));
        Assert.Equal($"{world.Street.Shop(0, 1).Id} {shop.Id}", await Find());
        Assert.Equal(shop.Id, await Find(what: "codeMade"));
        Assert.Equal(shop.Id, await Find(who: "管理"));
        Assert.Equal(world.Street.Shop(0, 1).Id, await Find(who: "_所%"));
        Assert.Equal("", await Find(who: "_管%"));
        Assert.Equal(shop.Id, await Find(of: shop.Id));
        Assert.Equal(shop.Id, await Find(of: shop.Name));
        Assert.Equal($"{world.Street.Shop(0, 1).Id} {shop.Id}", await Find(from: "2026-11-24", until: "2026-11-24"));
        Assert.Equal("", await Find(until: "2026-11-23"));
        Assert.Equal($"{world.Street.Shop(0, 1).Id} {shop.Id}", await Find(what: "nonsense", from: "9999-12-31", until: "9999-12-31"));
        await using var db = await world.Db();
        Assert.Equal(10, await db.Access.CountAsync(r => r.What == Deed.LogRead && r.ActorId == Auditor.Id, Cancel));
    }

    [Fact]
    public async Task Timelines_are_read_as_they_were_written_and_only_the_stations()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(alert, "take")).Must(200);
        var found = (await world.The<LogBoard>().Find(Auditor, LogQuery.Read("timeline", null, null, alert, null, null, null)))!;
        Assert.Equal([TimelineSay.Of(Entry.Taken), TimelineSay.Of(Entry.Raised)], found.Rows.Select(r => r.What));
        Assert.All(found.Rows, r => Assert.Equal(Mode.Real, r.Mode));
        var practice = (await world.Shop(0, 1).Press(new { mode = "test" })).AlertId;
        Assert.Equal(Mode.Test, (await world.The<LogBoard>().Find(Auditor, LogQuery.Read("timeline", null, null, practice, null, null, null)))!.Rows.Single().Mode);
        Assert.Empty((await world.The<LogBoard>().Find(Auditor with { StationId = "elsewhere" }, LogQuery.Read("timeline", null, null, alert, null, null, null)))!.Rows);
    }

    [Fact]
    public async Task An_auditor_signs_in_and_lands_on_the_log()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        (await DeedStories.Guest(world, Role.Auditor, "auditor")).Dispose();
        using var auditor = new Guest(world);
        await auditor.Open("/sign-in");
        Assert.Equal("/log", (await auditor.Send("/sign-in", ("user", "auditor"), ("password", "the tram bell rings at six"))).Sent);
        Assert.Equal("/log", (await auditor.Open("/")).Sent);
    }

    [Fact]
    public async Task Nobody_but_an_auditor_reads_or_exports_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        foreach (var role in Roles.OfPeople.Where(r => r != Role.Auditor))
            Assert.Null(await world.The<LogBoard>().Find(new Actor("x", "x", role, Street.StationId), LogQuery.Read(null, null, null, null, null, null, null)));
        (await world.Console().Get("/log/export")).Must(302);
        Assert.NotNull((await world.The<PeopleDesk>().Invite(Admin, new Invitation("两", "two", Role.Auditor | Role.Admin))).Why);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task No_cell_of_an_export_is_a_formula(string name)
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        await world.The<AccessLog>().Write(Admin with { Name = name }, Deed.PeopleRead);
        using var auditor = await DeedStories.Guest(world, Role.Auditor, "auditor");
        var csv = (await auditor.Open("/log/export?action=peopleRead")).Text;
        var rows = CsvRecords.Read(csv).ToList();
        Assert.Equal("'" + name, Assert.Single(rows.Skip(1)).Fields[6]);
    }
}
