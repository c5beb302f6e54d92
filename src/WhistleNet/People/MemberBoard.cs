using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>A member with their trainings, the latest first.</summary>
public sealed record MemberNow(Member Member, IReadOnlyList<Training> Trainings)
{
    /// <summary>The last day of each kind of training.</summary>
    public IEnumerable<Training> Latest => Trainings.GroupBy(t => t.Kind).Select(t => t.MaxBy(x => x.Until)!);
}

/// <summary>An account as a member is linked with it.</summary>
public sealed record AccountHere(string Id, string Name, string UserName, bool IsLinked);

/// <summary>Answers who belongs to a shop, or to the station without one; with which accounts; and whose training ends soon.</summary>
public sealed class MemberBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time)
{
    public DateOnly Today(string stationId) => calling.DayAt(stationId, time.GetUtcNow());

    /// <summary>Those of a shop, or of the station without a shop; who left stands last.</summary>
    public async Task<IReadOnlyList<MemberNow>> Of(Actor who, string stationId, string? shopId)
    {
        if (!who.May(Act.ManageMembers, stationId)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var members = await db.Members.AsNoTracking().Where(m => m.StationId == stationId && m.ShopId == shopId).ToListAsync();
        var ids = members.Select(m => m.Id).ToList();
        var trainings = (await db.Trainings.AsNoTracking().Where(t => ids.Contains(t.MemberId)).ToListAsync()).ToLookup(t => t.MemberId);
        return [.. members.OrderBy(m => m.LeftAt is not null).ThenBy(m => m.Name, StringComparer.Ordinal).Select(m => new MemberNow(m, [.. trainings[m.Id].OrderByDescending(t => t.Until)]))];
    }

    /// <summary>The accounts of a station with which its members may be linked, those of a shop for the shop's own; and which of them are somebody's already.</summary>
    public async Task<IReadOnlyList<AccountHere>> Accounts(Actor who, string stationId, string? shopId)
    {
        if (!who.May(Act.ManageMembers, stationId)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var accounts = await db.Users.AsNoTracking().Where(a => a.StationId == stationId && a.DisabledAt == null && (shopId == null || a.ShopId == null || a.ShopId == shopId))
            .Select(a => new AccountHere(a.Id, a.Name, a.UserName!, db.Members.Any(m => m.AccountId == a.Id))).ToListAsync();
        return [.. accounts.OrderBy(a => a.Name, StringComparer.CurrentCulture).ThenBy(a => a.UserName, StringComparer.Ordinal)];
    }

    /// <summary>Whose latest training of a kind ends within 30 days, or ended within the last 90.</summary>
    public async Task<IReadOnlyList<(Member Member, Training Training, string? Shop)>> Ending(Actor who, string stationId)
    {
        if (!who.May(Act.ManageMembers, stationId)) return [];
        var today = Today(stationId);
        await using var db = await databases.CreateDbContextAsync();
        var all = await db.Trainings.AsNoTracking().Where(t => t.StationId == stationId && t.Until >= today.AddDays(-90))
            .Join(db.Members.Where(m => m.LeftAt == null), t => t.MemberId, m => m.Id, (t, m) => new { Member = m, Training = t }).AsNoTracking().ToListAsync();
        return [.. all.GroupBy(t => (t.Member.Id, t.Training.Kind)).Select(t => t.MaxBy(x => x.Training.Until)!).Where(t => t.Training.Until <= today.AddDays(Training.SoonDays))
            .OrderBy(t => t.Training.Until).Select(t => (t.Member, t.Training, hall.Town.Shop(t.Member.ShopId)?.Name))];
    }
}
