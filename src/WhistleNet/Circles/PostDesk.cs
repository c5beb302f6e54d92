using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A post as it is typed.</summary>
public sealed record PostTyped(string? Name, double? Lat, double? Lon, string? Hours, string? TargetId);

/// <summary>Street posts of a station, and the stations with which it agreed to help each other: what its ladder may call beside its own people.</summary>
public sealed class PostDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    public const int MostPosts = 100;

    /// <summary>A new post, or the one of that name as it is now.</summary>
    public async Task<Text?> SavePost(Actor by, string stationId, PostTyped typed)
    {
        if (!by.May(Act.ManageSettings, stationId)) return ProblemSay.Forbidden;
        if (EnrolDesk.NameOf(typed.Name) is not { } name) return PostSay.NameMissing;
        if (typed.Lat is not { } lat || typed.Lon is not { } lon || !new Place(lat, lon).IsPossible) return PostSay.Nowhere;
        var hours = OpeningHours.TryParse(typed.Hours);
        if (hours is null && !string.IsNullOrWhiteSpace(typed.Hours)) return ShopSay.HoursUnread;
        var target = string.IsNullOrEmpty(typed.TargetId) ? null : typed.TargetId;
        if (target is not null && !Targets(stationId).Any(t => t.Id == target)) return SettingsSay.RungTarget;
        await using var db = await databases.CreateDbContextAsync();
        var post = await db.Posts.SingleOrDefaultAsync(p => p.StationId == stationId && p.Name == name);
        if (post is null)
        {
            if (await db.Posts.CountAsync(p => p.StationId == stationId) >= MostPosts) return PostSay.Full;
            db.Posts.Add(post = new Post { Id = Ids.New(), StationId = stationId, Name = name });
        }
        (post.Lat, post.Lon, post.Hours, post.TargetId) = (lat, lon, hours, target);
        return await Keep(db, by, post.Id, post.Name);
    }

    /// <summary>Takes a post away; a rung that called it is named as not reached until the ladder is changed.</summary>
    public async Task<Text?> RemovePost(Actor by, string postId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Posts.SingleOrDefaultAsync(p => p.Id == postId) is not { } post) return null;
        if (!by.May(Act.ManageSettings, post.StationId)) return ProblemSay.Forbidden;
        db.Posts.Remove(post);
        return await Keep(db, by, post.Id, post.Name);
    }

    /// <summary>Asks another station to be called by this one's ladder; nothing happens before it agrees.</summary>
    public async Task<Text?> Ask(Actor by, string stationId, string? helperId)
    {
        if (!by.May(Act.ManageSettings, stationId) || by.StationId != stationId) return ProblemSay.Forbidden;
        if (helperId is null || helperId == stationId || !hall.Town.Stations.TryGetValue(helperId, out var helper)) return PostSay.NoStation;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Pacts.AnyAsync(p => p.StationId == stationId && p.HelperId == helperId && p.EndedAt == null)) return null;
        db.Pacts.Add(new Pact { Id = Ids.New(), StationId = stationId, HelperId = helperId, AskedAt = time.GetUtcNow(), AskedById = by.Id });
        return await Keep(db, by, helperId, helper.Name, "asked");
    }

    /// <summary>The other station agrees: only somebody of it can.</summary>
    public Task<Text?> Agree(Actor by, string pactId) => Change(by, pactId, "agreed", pact =>
    {
        if (by.StationId != pact.HelperId) return ProblemSay.Forbidden;
        if (pact.AgreedAt is null) (pact.AgreedAt, pact.AgreedById) = (time.GetUtcNow(), by.Id);
        return null;
    });

    /// <summary>Either of the two ends it, at once and without the other.</summary>
    public Task<Text?> End(Actor by, string pactId) => Change(by, pactId, "ended", pact =>
    {
        if (by.StationId != pact.HelperId && by.StationId != pact.StationId) return ProblemSay.Forbidden;
        (pact.EndedAt, pact.EndedById) = (time.GetUtcNow(), by.Id);
        return null;
    });

    /// <summary>Screens and officers that may hear for a post.</summary>
    public IEnumerable<(string Id, string Name)> Targets(string stationId) =>
        hall.Roster.OfStation(stationId).Where(d => d.Kind == DeviceKind.Wall).Select(d => (d.Id, d.Name)).Concat(hall.Roster.Officers(stationId).Select(o => (o.Id, o.Name)));

    private async Task<Text?> Change(Actor by, string pactId, string what, Func<Pact, Text?> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Pacts.SingleOrDefaultAsync(p => p.Id == pactId && p.EndedAt == null) is not { } pact) return null;
        if (by.StationId is not { } own || !by.May(Act.ManageSettings, own)) return ProblemSay.Forbidden;
        if (change(pact) is { } why) return why;
        var other = own == pact.StationId ? pact.HelperId : pact.StationId;
        return await Keep(db, by, other, hall.Town.Stations.GetValueOrDefault(other)?.Name, what);
    }

    private async Task<Text?> Keep(WhistleDb db, Actor by, string id, string? name, string? reason = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        log.Note(db, by, Deed.SettingsSaved, id, name, reason);
        await hall.Store(db, transaction, Stamp.Duty);
        return null;
    }
}
