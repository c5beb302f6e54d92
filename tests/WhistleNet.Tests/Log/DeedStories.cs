using Microsoft.EntityFrameworkCore;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>Each thing that access records tell of, done as it is really done, leaves its record; and there is nothing in the vocabulary that nobody does.</summary>
public sealed class DeedStories
{
    // A passkey is made by a browser: SignInTests has one.
    private static readonly Deed[] InABrowser = [Deed.PasskeyAdded];

    [Fact]
    public void Every_word_of_the_vocabulary_has_a_way_to_be_done() => Assert.Equal(Enum.GetValues<Deed>().Except(InABrowser), Deeds.Ways.Select(w => w.Key).Order());

    [Fact]
    public async Task Every_deed_leaves_its_record_and_the_chain_holds()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        foreach (var (deed, way) in Deeds.Ways)
        {
            await way(world);
            await using var db = await world.Db();
            var record = await db.Access.AsNoTracking().Where(r => r.What == deed).OrderByDescending(r => r.Seq).FirstOrDefaultAsync(TestContext.Current.CancellationToken);
            Assert.True(record is { Result: Result.Done, ActorId.Length: > 0 }, $"{deed} left {record?.Result.ToString() ?? "nothing"}");
        }
        var found = await world.The<LogCheck>().Walk(null, TestContext.Current.CancellationToken);
        Assert.Null(found.Bad);
        Assert.True(found.Chains.Single(c => c.End.Chain == "access-1").End.Seq >= Deeds.Ways.Count());
    }

    [Fact]
    public async Task A_sign_in_says_from_where_and_one_that_failed_says_whose_door_it_was_and_not_what_was_typed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        (await Guest(world, Role.Organizer, "li")).Dispose();
        using var person = new Guest(world);
        await person.Open("/sign-in");
        await person.Send("/sign-in", ("user", "my secret word"), ("password", "wrong"));
        await person.Send("/sign-in", ("user", "li"), ("password", "wrong"));
        await person.Send("/sign-in", ("user", "li"), ("password", Deeds.Password));
        await using var db = await world.Db();
        var records = await db.Access.AsNoTracking().Where(r => r.What == Deed.SignIn).OrderBy(r => r.Seq).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(Result.Refused, null, null), (Result.Refused, null, "李"), (Result.Done, "李", "李")], records.Select(r => (r.Result, r.Actor, r.Object)));
        Assert.DoesNotContain("secret", string.Join(' ', records.Select(r => $"{r.Object}{r.ObjectId}{r.Reason}{r.Actor}{r.ActorId}")), StringComparison.Ordinal);
    }

    internal static async Task<string> Invite(World world, Role roles, string user)
    {
        var (link, why) = await world.The<PeopleDesk>().Invite(Deeds.Admin, new Invitation("李", user, roles));
        Assert.Null(why);
        return link!.AccountId;
    }

    internal static async Task<Guest> Guest(World world, Role roles, string user, bool secondFactor = false)
    {
        var (link, _) = await world.The<PeopleDesk>().NewLink(Deeds.Admin, await Invite(world, roles, user));
        var guest = new Guest(world);
        await guest.Open("/" + link!.Path);
        Assert.Equal(302, (await guest.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", Deeds.Password))).Code);
        if (!secondFactor) return guest;
        var key = (await guest.Open("/sign-in/authenticator")).Text.Split("data-testid=\"key\">")[1].Split('<')[0];
        Assert.Equal(200, (await guest.Send("/sign-in/authenticator", ("code", SignInStories.Totp(key)))).Code);
        return guest;
    }
}
