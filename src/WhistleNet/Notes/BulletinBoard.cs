using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Notes;

/// <summary>A word that was said, and which of the shops that it was for have read it.</summary>
public sealed record BulletinNow(Bulletin Bulletin, IReadOnlyList<Shop> Read, IReadOnlyList<Shop> Unread);

/// <summary>Answers what was said to the shops, who has read it, and what a shop has not read yet.</summary>
public sealed class BulletinBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    private const int Most = 30, MostForShop = 3;
    private volatile Pinned _pinned = new(-1, DateTimeOffset.MinValue, []);

    private sealed record Pinned(long Stamp, DateTimeOffset At, IReadOnlyList<Bulletin> Shown);

    public async Task<IReadOnlyList<BulletinNow>> Of(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeNotes, station)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var said = await db.Bulletins.AsNoTracking().Where(b => b.StationId == station).OrderByDescending(b => b.At).Take(Most).ToListAsync();
        var ids = said.ConvertAll(b => b.Id);
        var reads = (await db.BulletinReads.AsNoTracking().Where(r => ids.Contains(r.BulletinId)).ToListAsync()).ToLookup(r => r.BulletinId, r => r.ShopId);
        var shops = hall.Town.Shops.Where(s => s.StationId == station).OrderBy(s => s.Name, StringComparer.CurrentCulture).ToList();
        return [.. said.Select(b =>
        {
            var read = reads[b.Id].ToHashSet();
            var told = shops.Where(b.IsFor).ToLookup(s => read.Contains(s.Id));
            return new BulletinNow(b, [.. told[true]], [.. told[false]]);
        })];
    }

    /// <summary>What a shop has not read yet, newest first. Asked by each phone each minute: what stands is kept in memory, and only where something does the reads are asked for.</summary>
    public async Task<IReadOnlyList<Bulletin>> For(Shop shop)
    {
        var mine = (await Shown()).Where(b => b.IsFor(shop)).ToList();
        if (mine.Count == 0) return [];
        await using var db = await databases.CreateDbContextAsync();
        var ids = mine.ConvertAll(b => b.Id);
        var read = await db.BulletinReads.AsNoTracking().Where(r => r.ShopId == shop.Id && ids.Contains(r.BulletinId)).Select(r => r.BulletinId).ToListAsync();
        return [.. mine.Where(b => !read.Contains(b.Id)).Take(MostForShop)];
    }

    private async Task<IReadOnlyList<Bulletin>> Shown()
    {
        var (now, stamp, pinned) = (time.GetUtcNow(), hall.Seen(Stamp.Bulletins), _pinned);
        if (pinned.Stamp != stamp || now - pinned.At > TimeSpan.FromHours(1))
        {
            var since = now - Bulletin.Shown;
            await using var db = await databases.CreateDbContextAsync();
            _pinned = pinned = new(stamp, now, await db.Bulletins.AsNoTracking().Where(b => b.At > since && b.Text != null).OrderByDescending(b => b.At).ToListAsync());
        }
        return pinned.Shown;
    }
}
