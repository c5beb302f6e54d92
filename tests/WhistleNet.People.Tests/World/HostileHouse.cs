using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Notes;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>A house in which every text that people give is payloads: names, addresses, notes, answers, reasons, rungs, devices.</summary>
public sealed class HostileHouse : IAsyncDisposable
{
    /// <summary>How many payloads stand in one text.</summary>
    public const int Each = 8;

    public static readonly int Shops = (Payloads.All.Count + Each - 1) / Each;

    private HostileHouse(House house, List<string> alerts) => (House, Alerts) = (house, alerts);

    public House House { get; }
    public IReadOnlyList<string> Alerts { get; }

    public static async Task<HostileHouse> Settle()
    {
        var street = Street.Of(circles: 1, shopsEach: Shops + 1);
        street.AddWall(Payloads.Bundle(0));
        (street.Station.Name, street.Area.Name, street.Circles[0].Name) = (Payloads.Bundle(20, 20), Payloads.Bundle(60, 20), Payloads.Bundle(100, 20));
        street.Station.DataNotice = Payloads.Bundle(140, 40);
        foreach (var rung in street.Rungs) rung.Name = Payloads.Bundle(180);
        foreach (var (device, at) in street.Devices.Select((d, at) => (d, at))) device.Name = Payloads.Bundle(at * Each);
        var house = await House.With(street);
        await Name(house, 0);
        var alerts = await Fill(house);
        await Gear(house);
        await People(house);
        await Members(house);
        await Notes(house);
        return new HostileHouse(house, alerts);
    }

    /// <summary>Names every shop anew, so that over <see cref="Each"/> rounds each payload stands first once: the wire cuts a name at 40 characters.</summary>
    public Task Name(int round) => Name(House, round);

    public ValueTask DisposeAsync() => House.DisposeAsync();

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

    private static async Task Gear(House house)
    {
        for (var at = 0; at < Shops; at++)
        {
            var officer = house.Officer(Payloads.Bundle(at * Each));
            var serial = $"{at}{Payloads.All[at * Each]}";
            await house.The<GearDesk>().Enter(officer, Street.StationId, new GearTyped(GearKind.Torch, serial.Length > GearDesk.LongestSerial ? serial[..GearDesk.LongestSerial] : serial, house.Street.Shops[at].Id, Payloads.Bundle(at * Each)));
        }
        var first = house.The<TownHall>().Ledger.OfShop[house.Street.Shops[0].Id].First().Id;
        for (var at = 0; at < Shops; at++) await house.The<GearDesk>().Inspect(house.Officer(Payloads.Bundle(at * Each)), first, new Inspected(false, [], Payloads.Bundle(at * Each)));
    }

    // Members with and without a shop, a shift, special days and posts, each by a hostile name.
    private static async Task Members(House house)
    {
        var (admin, now) = (new Actor("admin", "x", Role.Admin, Street.StationId), house.The<TimeProvider>().GetUtcNow());
        for (var at = 0; at < Shops; at++)
        {
            var name = Payloads.All[at * Each];
            if (name.Length > DayTyped.LongestName) name = name[..DayTyped.LongestName];
            await house.The<MemberDesk>().Add(admin, Street.StationId, new MemberTyped(name, Membership.Volunteer));
            await house.The<MemberDesk>().Add(admin, Street.StationId, new MemberTyped(name, Membership.Staff, house.Street.Shops[at].Id));
            await house.The<DayDesk>().Add(admin, Street.StationId, at % 2 == 0 ? house.Street.Shops[at].Id : null, new DayTyped("2099-01-01", "2099-01-02", null, name));
            await house.The<PostDesk>().SavePost(admin, Street.StationId, new PostTyped(name, 45.7, 126.6, null, null));
        }
        var volunteer = (await house.The<MemberBoard>().Of(admin, Street.StationId, null))[0].Member.Id;
        await house.The<DutyDesk>().Add(admin, Street.StationId, volunteer, now, now.AddHours(8));
    }

    // Notes, what is to be mediated after them, and words to the shops.
    private static async Task Notes(House house)
    {
        var officer = new Actor("officer", Payloads.Bundle(0), Role.DutyCommander, Street.StationId);
        for (var at = 0; at < Shops; at++)
        {
            Assert.Null(await house.The<NoteDesk>().Write(officer with { Id = "o" + at, Name = Payloads.Bundle(at * Each) }, new NoteTyped(NoteKind.Quarrel, Payloads.Bundle(at * Each), null, Payloads.Bundle(at * Each))));
            if (at < Bulletin.MostAnHour) Assert.Null((await house.The<BulletinDesk>().Say(officer, Payloads.Bundle(at * Each), [])).Problem);
        }
        foreach (var note in (await house.The<NoteBoard>().Of(officer, null, 1)).Notes)
        {
            await house.The<MediationDesk>().Follow(officer, note.Note.Id);
            await house.The<MediationDesk>().Assign(officer, note.Note.Id, note.Note.Text, null);
        }
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
