using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Sets a shop's two words.</summary>
public sealed class WordsDesk(IDbContextFactory<WhistleDb> databases, AccessLog log)
{
    private const int Longest = 40;

    /// <summary>Nothing where it is done, or why not.</summary>
    public async Task<Text?> Set(Actor by, string shopId, string safe, string duress)
    {
        if (string.IsNullOrWhiteSpace(safe) || string.IsNullOrWhiteSpace(duress)) return RegisterSay.WordMissing;
        if (safe.Length > Longest || duress.Length > Longest) return RegisterSay.WordTooLong;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == shopId) is not { } shop) return ProblemSay.NotFound;
        (shop.SafeWord, shop.DuressWord) = (ShopWords.Hash(shop, safe), ShopWords.Hash(shop, duress));
        if (shop.SafeWord == shop.DuressWord) return RegisterSay.WordsAlike;
        log.Note(db, by with { StationId = shop.StationId }, Deed.WordsSet, shop.Id, shop.Name);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await transaction.CommitAsync();
        return null;
    }
}
