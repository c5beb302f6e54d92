using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>Notes, mediations, thanks and the handover sheet: what lies before and after a whistle, and makes no sound.</summary>
public sealed class NoteStories
{
    internal static readonly Actor Officer = new("o", "王警官", Role.Officer | Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_note_alarms_nobody_and_its_words_go_after_their_time()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (writer, other) = (world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor(), world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor());
        var desk = world.The<NoteDesk>();
        Assert.Equal(NoteSay.KindMissing, await desk.Write(writer, new NoteTyped(null, "吵架", "x")));
        Assert.Equal(NoteSay.TextMissing, await desk.Write(writer, new NoteTyped(NoteKind.Quarrel, " ", null, "门口")));
        Assert.Equal(NoteSay.PlaceMissing, await desk.Write(writer, new NoteTyped(NoteKind.Quarrel, "吵架", "no such shop")));
        Assert.Null(await desk.Write(writer, new NoteTyped(NoteKind.Quarrel, "为停车吵架", world.Street.Shop(0, 0).Id)));
        Assert.Null(await desk.Write(writer, new NoteTyped(NoteKind.Hazard, "井盖松了", null, "41.6800, 122.1000")));
        await using (var db = await world.Db())
        {
            Assert.Equal((0, 0), (await db.Alerts.CountAsync(Cancel), await db.Notices.CountAsync(Cancel)));
            Assert.Equal(122.1, (await db.Notes.SingleAsync(n => n.Lon != null, Cancel)).Lon);
        }
        Assert.Equal(2, (await world.The<NoteBoard>().Of(Officer, null, 1)).Count);
        Assert.Equal(2, (await world.The<NoteBoard>().Mine(writer)).Count);
        Assert.Empty(await world.The<NoteBoard>().Mine(other));
        Assert.Equal(0, (await world.The<NoteBoard>().Of(Officer with { StationId = "another" }, null, 1)).Count);
        Assert.Equal(0, (await world.The<NoteBoard>().Of(writer, null, 1)).Count); // all of it is the station's

        await world.Restart(after: TimeSpan.FromDays(91));
        world.Time.Advance(Masking.AfterStart);
        await world.The<Masking>().Walk(Cancel);
        Assert.All((await world.The<NoteBoard>().Of(Officer, null, 1)).Notes, n => Assert.Equal((null, null, null), (n.Note.Text, n.Note.Who, n.Note.Place)));
    }

    [Fact]
    public async Task A_shop_writes_from_the_phone_that_whistles_and_a_token_that_is_old_stores_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        using var phone = await Phone(world, world.Street.Shop(0, 0));
        await phone.Open("/w/notes");
        var sent = await phone.Send("/w/notes", ("kind", "nearMiss"), ("text", "<b>插座冒烟</b>"), ("here", "1"));
        Assert.Equal((302, "/w/notes?saved=true"), (sent.Code, sent.Sent));
        var page = await phone.Open("/w/notes?saved=true");
        Assert.Contains(NoteSay.Saved.Zh, page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>插座冒烟</b>", page.Text, StringComparison.Ordinal); // as it was typed, decoded by this reader
        Assert.Equal(world.Street.Shop(0, 0).Id, Assert.Single((await world.The<NoteBoard>().Of(Officer, NoteKind.NearMiss, 1)).Notes).Note.FromShopId);
    }

    [Fact]
    public async Task An_alert_closed_as_mediation_owes_one_follow_up_however_often_it_is_asked_and_says_at_the_station_when_it_is_overdue()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var first = await Fight(world);
        await world.The<MediationRound>().Walk(Cancel);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.The<MediationRound>().Owe(Cancel)));
        var board = world.The<MediationBoard>();
        var owed = Assert.Single(await board.Of(Officer));
        Assert.Equal((first, 1, MediationStanding.Open), (owed.Mediation.AlertId, owed.Times, owed.Standing));
        Assert.DoesNotContain(world.The<MediationRound>().SignalsFor(Street.StationId), s => s.What == MediationSay.SomeOverdue);

        await world.Restart(after: TimeSpan.FromDays(Mediation.Days + 1));
        await world.The<MediationRound>().Walk(Cancel);
        var signal = Assert.Single(world.The<MediationRound>().SignalsFor(Street.StationId));
        Assert.Equal((Grade.Supervision, world.Street.Shop(0, 0).Name), (signal.Grade, signal.Names.Single())); // quietly
        var desk = world.The<MediationDesk>();
        Assert.Null(await desk.Assign(Officer, first, "老周", world.The<Calling>().DayAt(Street.StationId, world.Time.GetUtcNow()).AddDays(7)));
        await Fight(world);
        await world.The<MediationRound>().Walk(Cancel);
        Assert.Empty(world.The<MediationRound>().SignalsFor(Street.StationId));
        Assert.Equal([1, 2], (await world.The<MediationBoard>().Of(Officer)).OrderBy(m => m.Mediation.OpenedAt).Select(m => m.Times));
        Assert.Equal(MediationSay.Of(MediationRefusal.ResultMissing), await desk.Close(Officer, first, MediationState.Settled, null));
        Assert.Null(await desk.Close(Officer, first, MediationState.Settled, "过道划了线"));
        Assert.Equal(ProblemSay.Forbidden, await desk.Close(world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor(), first, MediationState.Settled, "x"));
    }

    [Fact]
    public async Task Quarrels_of_a_circle_propose_its_next_scenario_with_the_reason()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Null(await world.The<NoteDesk>().Write(Officer, new NoteTyped(NoteKind.Quarrel, "又吵", world.Street.Shop(0, 0).Id)));
        await using var console = new OfficerConsole(world, Officer);
        var scenarios = (await world.The<ScenarioBoard>().Newest(Street.StationId)).Select(s => s.Scenario).ToList();
        var taken = "";
        IRenderedComponent<NotesOffer> Offer(int circle) => console.Render<NotesOffer>(o => o.Add(x => x.Who, Officer).Add(x => x.CircleIds, [world.Street.Circles[circle].Id]).Add(x => x.Form, DrillForm.Live).Add(x => x.Scenarios, scenarios).Add(x => x.Chosen, "").Add(x => x.OnTake, id => taken = id));
        var offer = Offer(0);
        offer.WaitForElement("[data-testid=take-noted]").Click();
        Assert.Equal(Kind.Fight, scenarios.Single(s => s.Id == taken).Kind);
        Assert.Contains("2", offer.Find("[data-testid=notes-offer] p").TextContent, StringComparison.Ordinal);
        Assert.Empty(Offer(1).FindAll("[data-testid=notes-offer]")); // nobody quarrelled there
    }

    [Fact]
    public async Task Who_came_is_thanked_once_and_a_handover_sheet_names_the_mode_the_times_and_the_hash_and_nobody()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var alert = await Fight(world, comes: true);
        var desk = world.The<BulletinDesk>();
        var organizer = Officer with { Roles = Role.DutyCommander };
        Assert.Null((await desk.Thank(organizer, alert)).Problem);
        Assert.Null((await desk.Thank(organizer, alert)).Problem);
        await world.The<TownHall>().Refresh(Cancel);
        Assert.Equal(BulletinKind.Thanks, Assert.Single(await world.The<BulletinBoard>().For(world.Street.Shop(0, 1))).Kind);
        Assert.Empty(await world.The<BulletinBoard>().For(world.Street.Shop(0, 3))); // it did not come

        var cast = await Cast.Of(world);
        using var http = world.Server.CreateClient();
        using var request = cast.Players.First(p => p.Role == "officer" && !p.Stopped).Ask("GET", $"http://localhost/print/handover/{alert}");
        using var answer = await http.SendAsync(request, Cancel);
        var sheet = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        await using var db = await world.Db();
        var last = await db.Lines.AsNoTracking().Where(l => l.AlertId == alert).OrderBy(l => l.Seq).LastAsync(Cancel);
        Assert.Contains(Convert.ToHexStringLower(last.Hash), sheet, StringComparison.Ordinal);
        Assert.Contains("data-mode=\"real\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(Officer.Name, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("摊位过道", sheet, StringComparison.Ordinal); // nobody's words either
    }

    internal static async Task<Guest> Phone(World world, Shop shop)
    {
        var phone = new Guest(world);
        var code = (await world.The<CodeDesk>().ForPaper(new Actor("a", "管理员", Role.Admin, Street.StationId), [shop], "batch"))[0].Code;
        await phone.Open("/enrol?code=" + code);
        Assert.Equal("/w", (await phone.Send("/enrol", ("code", code), ("personName", "老张"))).Sent);
        return phone;
    }

    private static async Task<string> Fight(World world, bool comes = false)
    {
        var shop = world.Street.Shop(0, 0);
        var press = new WhistleRequest(Guid.NewGuid().ToString("D"), false, false, null, Kind.Fight, null, null, null, null, null);
        var alert = (await world.The<WhistleDesk>().Press(world.Street.DeviceOf(shop).AsActor(), shop.Id, press)).Value!.Press.AlertId;
        if (comes) Assert.True((await world.The<AnswerDesk>().Answer(world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor(), alert, Reply.Coming, null)).Done);
        Assert.True((await world.The<AlertDesk>().Close(Officer, alert, Outcome.Mediation, "摊位过道")).Done);
        return alert;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
