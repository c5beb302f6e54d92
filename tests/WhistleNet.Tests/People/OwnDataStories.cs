using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>One's own data: seen, taken along, corrected, deleted; what is left, by table.</summary>
public sealed class OwnDataStories(ITestOutputHelper output)
{
    private const string Name = "欧阳锦绣";
    private const string Words = "锦绣亲口说";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_to_be_forgotten_is_named_nowhere_but_in_the_access_log_and_every_count_stays()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (who, before) = await Busy(world);
        var desk = world.The<OwnDataDesk>();
        var whose = (await desk.Of(who))!;
        Assert.Equal(Name, whose.Name);
        var held = (await desk.See(whose)).Where(h => h.Rows > 0).Select(h => h.Of.Table).ToList();
        Assert.Superset(new HashSet<string>(["Devices", "Lines", "Alerts", "Presses", "Notices", "ReportAnswers", "Gear", "GearLines", "Members", "Trainings", "Circles", "Notes", "Appeals", "AccessRecords"]), held.ToHashSet());

        var export = await desk.Export(who, whose);
        foreach (var table in new[] { "lines", "notices", "presses", "alerts", "appeals" })
            Assert.All((IEnumerable<IReadOnlyDictionary<string, object?>>)export[table], row => Assert.True(row["Mode"] is Mode.Real or Mode.Test));
        Assert.Equal(1, ((IEnumerable<IReadOnlyDictionary<string, object?>>)export["presses"]).Count(p => p["Mode"] is Mode.Test));

        Assert.Equal(OwnDataSay.GearOut, (await desk.Forget(who, whose)).Why);
        Assert.Null(await desk.Rename(who, whose, "欧阳绣"));
        Assert.Equal(OwnDataSay.GearOut, (await desk.Forget(who, (await desk.Of(who))!)).Why); // another name does not hide who has it
        Assert.Equal(held, (await desk.See((await desk.Of(who))!)).Where(h => h.Rows > 0).Select(h => h.Of.Table)); // nor anything else of theirs
        Assert.Null(await desk.Rename(who, (await desk.Of(who))!, Name));
        Assert.Null(await world.The<GearDesk>().Return(new Actor("o", "王警官", Role.Officer, Street.StationId), world.The<TownHall>().Ledger.OfStation(Street.StationId).Single().Id, null));
        before = await Counts(world);
        var (done, why) = await desk.Forget(who, whose);
        Assert.Null(why);
        foreach (var one in done.Where(d => d.Done + d.Left > 0)) output.WriteLine($"{one.Of.Table}: {one.Done} done, {one.Left} rows left ({OwnDataSay.Of(one.Of).En})");
        Assert.Equal(["AccessRecords"], await TablesWith(world, Name));
        Assert.Empty(await TablesWith(world, Words));
        Assert.Equal(before, await Counts(world)); // what happened stays
        Assert.True(await ChainsHold(world));
        Assert.Null(world.The<TownHall>().Town.Shop(world.Street.Shop(0, 0).Id)!.TrainedUntil); // whoever was trained there has gone
        (await world.Device(world.Street.DeviceOf(world.Street.Shop(0, 0))).Press()).Must(401);
        Assert.Null(await desk.Of(who));

        await world.Restart(after: TimeSpan.FromDays(401));
        await world.Forward((int)Rounds.Masking.AfterStart.TotalSeconds + 1);
        Assert.True(await world.The<Rounds.Masking>().Walk(Cancel));
        Assert.Empty(await TablesWith(world, Name)); // and the log's time is over as well
    }

    [Fact]
    public async Task Nobody_is_forgotten_while_an_alert_of_theirs_is_open_and_a_stations_person_never_by_themselves()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (desk, who) = (world.The<OwnDataDesk>(), world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor());
        var alert = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        Assert.Equal(OwnDataSay.NotWhileOpen, (await desk.Forget(who, (await desk.Of(who))!)).Why);
        (await world.Console().Do(alert, "close", new { outcome = "slip", reason = "x" })).Must(200);
        Assert.Null((await desk.Forget(who, (await desk.Of(who))!)).Why);

        using var officer = await DeedStories.Guest(world, Role.Organizer, "stays");
        var page = await officer.Open("/my-data");
        Assert.Contains(OwnDataSay.StationsOwn.Zh, page.Text, StringComparison.Ordinal);
        var refused = await officer.Send("/my-data/forget");
        Assert.Equal(200, refused.Code);
        Assert.Contains(OwnDataSay.StationsOwn.Zh, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_seen_exported_without_secrets_corrected_and_an_owners_is_deleted_with_all_that_hangs_on_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (link, _) = await world.The<PeopleDesk>().Invite(Deeds.Admin, new Invitation(Name, "jinxiu", Role.ShopOwner, world.Street.Shop(0, 0).Id));
        using var owner = new Guest(world);
        await owner.Open("/" + link!.Path);
        Assert.Equal(302, (await owner.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", Deeds.Password))).Code);

        Assert.Contains(Name, (await owner.Open("/my-data")).Text, StringComparison.Ordinal);
        var export = await owner.Open("/my-data/export");
        Assert.Contains("jinxiu", export.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", export.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", export.Text, StringComparison.OrdinalIgnoreCase);

        var officer = new Actor("o", "王警官", Role.Officer, Street.StationId);
        Assert.Null(await world.The<MemberDesk>().Add(officer, Street.StationId, new MemberTyped("欧阳", Membership.Volunteer)));
        var member = Assert.Single(world.The<TownHall>().Duty.Volunteers(Street.StationId)).Id;
        Assert.Null(await world.The<MemberDesk>().Link(officer, member, link.AccountId));
        await owner.Open("/my-data");
        Assert.Equal(302, (await owner.Send("/my-data/name", ("name", "欧阳秀"))).Code);
        Assert.Contains("欧阳秀", (await owner.Open("/my-data")).Text, StringComparison.Ordinal);
        Assert.Contains((member, "欧阳秀"), world.The<DutyDesk>().People(Street.StationId)); // the station reads the same name

        var gone = await owner.Send("/my-data/forget");
        Assert.Contains(OwnDataSay.Done.Zh, gone.Text, StringComparison.Ordinal);
        await using var db = await world.Db();
        Assert.Equal(link.AccountId, (await db.Access.AsNoTracking().SingleAsync(r => r.What == Deed.MemberSaved && r.ObjectId == member && r.Object == "欧阳秀", Cancel)).ActorId);
        Assert.Empty(await db.Users.Where(u => u.Id == link.AccountId).ToListAsync(Cancel));
        Assert.Empty(await db.SignIns.Where(s => s.AccountId == link.AccountId).ToListAsync(Cancel));
        Assert.Equal(302, (await owner.Open("/my-data")).Code); // signed out
        Assert.Equal(["AccessRecords"], await TablesWith(world, "欧阳秀"));
    }

    [Fact]
    public async Task Everybody_may_read_what_is_stored_with_the_days_that_this_station_set()
    {
        await using var world = await World.With(Street.Of(1, 1), ("WhistleNet:Retention:NamesDays", "60"));
        using var anybody = new Guest(world);
        var page = await anybody.Open("/privacy");
        Assert.Equal(200, page.Code);
        Assert.Contains(PrivacySay.Days.Zh.Replace("{0}", "60", StringComparison.Ordinal), page.Text, StringComparison.Ordinal);
    }

    // One shop's person who has done everything there is to do on a phone.
    private static async Task<(Actor Who, string Counts)> Busy(World world)
    {
        var (shop, console) = (world.Street.Shop(0, 0), world.Console());
        await using (var db = await world.Db())
        {
            await db.Devices.Where(d => d.ShopId == shop.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Name, Name), Cancel);
            await db.Touch(Stamp.Devices);
        }
        await world.The<TownHall>().Refresh(Cancel);
        var phone = world.Shop(0, 0);
        var who = world.The<TownHall>().Roster.OfShop(shop.Id).Single().AsActor();

        var own = (await phone.Press(new { text = Words })).Must(201).AlertId;
        (await phone.Do(own, "observations", new { observation = "note", text = Words })).Must(200);
        (await console.Do(own, "close", new { outcome = "slip", reason = "x" })).Must(200);
        var others = (await world.Shop(0, 1).Press()).Must(201).AlertId;
        (await phone.Do(others, "answers", new { answer = "cannotCome", reason = Words })).Must(200);
        (await phone.Do(others, "answers", new { answer = "coming" })).Must(200);
        (await console.Do(others, "close", new { outcome = "stopped", reason = "x" })).Must(200);
        await phone.Press(new { mode = "test" });

        var report = (await console.Get($"reports?alert={others}")).Must(200)["reportId"];
        Assert.True(await world.The<ReportDesk>().Answer(who, report, new Ticks(Tick.Yes, Tick.Yes, Tick.No, Tick.Yes), Words, Words));
        Assert.Null(await world.The<AppealDesk>().Make(who, own, Words));
        Assert.Null(await world.The<Notes.NoteDesk>().Write(who, new Notes.NoteTyped(Notes.NoteKind.Quarrel, Words, shop.Id)));
        var officer = new Actor("o", "王警官", Role.Officer, Street.StationId);
        Assert.Null(await world.The<GearDesk>().Enter(officer, Street.StationId, new GearTyped(GearKind.Shield, "S-1", shop.Id, Name)));
        var shield = world.The<TownHall>().Ledger.OfStation(Street.StationId).Single().Id;
        Assert.Null(await world.The<GearDesk>().Issue(officer, shield, Name, null));
        Assert.Null(await world.The<MemberDesk>().Add(officer, Street.StationId, new MemberTyped(Name, Membership.Owner, shop.Id)));
        await using (var db = await world.Db())
        {
            var member = await db.Members.SingleAsync(Cancel);
            Assert.Null(await world.The<MemberDesk>().Train(officer, member.Id, new TrainingTyped(TrainingKind.Defence, new DateOnly(2026, 11, 1), new DateOnly(2027, 11, 1))));
            await db.Circles.ExecuteUpdateAsync(c => c.SetProperty(x => x.Leader, Name), Cancel);
        }
        await world.Forward(11); // the practice press is over
        return (who, await Counts(world));
    }

    private static async Task<string> Counts(World world)
    {
        await using var db = await world.Db();
        return string.Join(' ', await db.Alerts.CountAsync(Cancel), await db.Lines.CountAsync(Cancel), await db.Notices.CountAsync(Cancel), await db.Presses.CountAsync(Cancel), await db.ReportAnswers.CountAsync(Cancel), await db.GearLines.CountAsync(Cancel), await db.Appeals.CountAsync(Cancel));
    }

    /// <summary>The tables of which any column of any row holds this text: a table that somebody adds tomorrow is looked through as well.</summary>
    private static async Task<List<string>> TablesWith(World world, string text)
    {
        await using var db = await world.Db();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Cancel);
        var found = new List<string>();
        foreach (var (table, columns) in await Columns())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{table}\" WHERE {string.Join(" OR ", columns.Select(c => $"instr(CAST(\"{c}\" AS TEXT), @text) > 0"))}";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@text", text);
            command.Parameters.Add(parameter);
            if (Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture) > 0) found.Add(table);
        }
        return found;

        async Task<List<(string, List<string>)>> Columns()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
            await using var rows = await command.ExecuteReaderAsync(Cancel);
            var all = new List<(string Table, string Column)>();
            while (await rows.ReadAsync(Cancel)) all.Add((rows.GetString(0), rows.GetString(1)));
            return [.. all.GroupBy(c => c.Table).Select(t => (t.Key, t.Select(c => c.Column).ToList()))];
        }
    }

    private static async Task<bool> ChainsHold(World world) => await VerifyLog.Run(new Command("verify-log", [], new Dictionary<string, string> { ["data"] = world.Folder }, [])) == CommandLine.Done;
}
