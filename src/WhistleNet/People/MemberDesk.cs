using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>
/// Who belongs to the joint defence, and what they were trained in. What a press needs of it, until when a shop counts as trained, is kept with the shop in the
/// same transaction.
/// </summary>
public sealed class MemberDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, AccessLog log, TimeProvider time)
{
    public const int MostOfShop = 40;
    public const int MostOfStation = 2000;
    public const int MostTrainings = 50;

    /// <summary>One more. Nothing where it is done, or why not.</summary>
    public async Task<Text?> Add(Actor by, string stationId, MemberTyped typed)
    {
        if (!by.May(Act.ManageMembers, stationId)) return ProblemSay.Forbidden;
        if (typed.ShopId is not null && hall.Town.Shop(typed.ShopId)?.StationId != stationId) return ProblemSay.NotFound;
        if (typed.Wrong() is { } wrong) return wrong;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Members.CountAsync(m => m.StationId == stationId && m.LeftAt == null) >= MostOfStation) return MemberSay.Full;
        if (typed.ShopId is { } of && await db.Members.CountAsync(m => m.ShopId == of && m.LeftAt == null) >= MostOfShop) return MemberSay.Full;
        var member = new Member
        {
            Id = Ids.New(), StationId = stationId, ShopId = typed.ShopId, Name = typed.CleanName!, Kinds = typed.Kinds, Language = typed.Language, LargeType = typed.LargeType, JoinedAt = time.GetUtcNow(),
        };
        db.Members.Add(member);
        await Keep(db, transaction, by, Deed.MemberSaved, member, typed.Kinds.ToString());
        return null;
    }

    public Task<Text?> Change(Actor by, string memberId, MemberTyped typed) => With(by, memberId, Deed.MemberSaved, (_, member) =>
    {
        var wrong = (typed with { ShopId = member.ShopId }).Wrong();
        if (wrong is null) (member.Name, member.Kinds, member.Language, member.LargeType) = (typed.CleanName!, typed.Kinds, typed.Language, typed.LargeType);
        return Task.FromResult(wrong);
    });

    /// <summary>Leaves, or is back; who left keeps their trainings and counts for nothing.</summary>
    public Task<Text?> Leave(Actor by, string memberId, bool leaves = true) => Alter(by, memberId, Deed.MemberSaved, (_, member) => member.LeftAt = leaves ? member.LeftAt ?? time.GetUtcNow() : null, leaves ? "left" : "back");

    public Task<Text?> Train(Actor by, string memberId, TrainingTyped typed) => With(by, memberId, Deed.TrainingSaved, async (db, member) =>
    {
        if (!member.IsHere) return MemberSay.HasLeft;
        if (typed.Wrong(calling.DayAt(member.StationId, time.GetUtcNow())) is { } wrong) return wrong;
        var all = await db.Trainings.Where(t => t.MemberId == member.Id).ToListAsync();
        var same = all.Where(t => t.Kind == typed.Kind && t.On == typed.On).ToList(); // written twice: the later says until when
        if (all.Count - same.Count >= MostTrainings) return MemberSay.TrainingsFull;
        db.Trainings.RemoveRange(same);
        db.Trainings.Add(new Training { Id = Ids.New(), StationId = member.StationId, MemberId = member.Id, Kind = typed.Kind, On = typed.On!.Value, Until = typed.LastDay!.Value });
        return null;
    }, $"{typed.Kind} {typed.On} - {typed.LastDay}");

    /// <summary>Takes one away that was entered by mistake; a repeat finds nothing to do.</summary>
    public async Task<Text?> Untrain(Actor by, string trainingId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Trainings.AsNoTracking().SingleOrDefaultAsync(t => t.Id == trainingId) is not { } training ? null : await Alter(by, training.MemberId, Deed.TrainingSaved, (inner, _) => inner.Trainings.Remove(training), $"- {training.Kind} {training.On}");
    }

    /// <summary>Two entries are one person: the other's trainings, kinds, account and shifts become the first one's.</summary>
    public Task<Text?> Merge(Actor by, string keepId, string otherId) => With(by, keepId, Deed.MembersMerged, async (db, keep) =>
    {
        if (keepId == otherId) return MemberSay.SameOne;
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == otherId && m.StationId == keep.StationId) is not { } other) return ProblemSay.NotFound;
        if (keep.AccountId is not null && other.AccountId is not null && keep.AccountId != other.AccountId) return MemberSay.TwoAccounts;
        await db.Trainings.Where(t => t.MemberId == otherId).ExecuteUpdateAsync(t => t.SetProperty(x => x.MemberId, keepId));
        await db.Shifts.Where(s => s.WhoId == otherId).ExecuteUpdateAsync(s => s.SetProperty(x => x.WhoId, keepId));
        var kinds = keep.Kinds | other.Kinds;
        (keep.ShopId, keep.AccountId, keep.Language, keep.LargeType) = (keep.ShopId ?? other.ShopId, keep.AccountId ?? other.AccountId, keep.Language ?? other.Language, keep.LargeType || other.LargeType);
        keep.Kinds = keep.ShopId is null ? kinds & ~Memberships.OfShop : kinds;
        db.Members.Remove(other);
        await db.SaveChangesAsync();
        if (other.ShopId is { } shop && shop != keep.ShopId) await Reckon(db, shop, keep.StationId);
        return null;
    }, otherId);

    /// <summary>Says which account somebody signs in with, or that it is none. An account is one member's: it is refused where it is another's already, or stands for another shop.</summary>
    public Task<Text?> Link(Actor by, string memberId, string? accountId) => With(by, memberId, Deed.MemberLinked, async (db, member) =>
    {
        if (string.IsNullOrEmpty(accountId))
        {
            member.AccountId = null;
            return null;
        }
        if (!member.IsHere) return MemberSay.HasLeft;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.StationId == member.StationId && a.DisabledAt == null) is not { } account) return MemberSay.NoAccount;
        if (account.ShopId is { } shop && member.ShopId is { } own && shop != own) return MemberSay.OtherShop;
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.AccountId == accountId && m.Id != memberId) is { } other) return MemberSay.Taken(other.Name);
        member.AccountId = account.Id;
        return null;
    }, accountId ?? "-");

    private Task<Text?> Alter(Actor by, string memberId, Deed what, Action<WhistleDb, Member> change, string? reason = null) =>
        With(by, memberId, what, (db, member) =>
        {
            change(db, member);
            return Task.FromResult<Text?>(null);
        }, reason);

    private async Task<Text?> With(Actor by, string memberId, Deed what, Func<WhistleDb, Member, Task<Text?>> change, string? reason = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == memberId) is not { } member) return ProblemSay.NotFound;
        if (!by.May(Act.ManageMembers, member.StationId)) return ProblemSay.Forbidden;
        if (await change(db, member) is { } why) return why;
        await Keep(db, transaction, by, what, member, reason);
        return null;
    }

    private async Task Keep(WhistleDb db, IDbContextTransaction transaction, Actor by, Deed what, Member member, string? reason)
    {
        log.Note(db, by, what, member.Id, member.Name, reason);
        await db.SaveChangesAsync();
        if (member.ShopId is { } shop && await Reckon(db, shop, member.StationId)) await db.Touch(Stamp.Town);
        await db.Touch(Stamp.Duty);
        await transaction.CommitAsync();
        await hall.Refresh();
    }

    /// <summary>Works out until when a shop counts as trained; true where it is another day than before.</summary>
    internal async Task<bool> Reckon(WhistleDb db, string shopId, string stationId)
    {
        var trained = await db.Members.Where(m => m.ShopId == shopId).Join(db.Trainings, m => m.Id, t => t.MemberId, (m, t) => new { Member = m, Training = t }).AsNoTracking().ToListAsync();
        var until = Training.LastDay(trained.Select(t => (t.Member, t.Training)), calling.DayAt(stationId, time.GetUtcNow()));
        return await db.Shops.Where(s => s.Id == shopId && s.TrainedUntil != until).ExecuteUpdateAsync(s => s.SetProperty(x => x.TrainedUntil, until)) > 0;
    }
}
