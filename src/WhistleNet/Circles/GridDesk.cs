using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What somebody typed of a grid.</summary>
public sealed record GridTyped(string? Name, string? ParentId, string? OfficerId);

/// <summary>Keeps a station's two trees of grids and says which shops stand in them. Each verb answers nothing where it is done, or why not.</summary>
public sealed class GridDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log)
{
    public const int LongestName = 40;

    public async Task<Text?> Make(Actor by, string stationId, GridKind kind, GridTyped typed)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        var grid = new Grid { Id = Ids.New(), StationId = stationId, Kind = kind, Name = "" };
        return await Save(by, grid, typed, isNew: true);
    }

    public async Task<Text?> Change(Actor by, string id, GridTyped typed)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Grids.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) is not { } grid || !by.May(Act.ManageShops, grid.StationId)) return ProblemSay.NotFound;
        return await Save(by, grid, typed, isNew: false);
    }

    /// <summary>Removes one that holds nothing: what would follow for its shops and parts is somebody's to say first.</summary>
    public async Task<Text?> Remove(Actor by, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Grids.SingleOrDefaultAsync(g => g.Id == id) is not { } grid || !by.May(Act.ManageShops, grid.StationId)) return ProblemSay.NotFound;
        if (await db.Grids.AnyAsync(g => g.ParentId == id)) return GridSay.HasParts;
        if (await db.Shops.CountAsync(s => s.PoliceGridId == id || s.CommunityGridId == id) is > 0 and var shops) return GridSay.HasShops.Filled(shops);
        db.Grids.Remove(grid);
        return await Stored(db, transaction, by, Deed.GridRemoved, grid);
    }

    /// <summary>Puts shops of the station into a grid, or out of all of that tree where none is named.</summary>
    public async Task<Text?> Fill(Actor by, string stationId, GridKind kind, string? gridId, IReadOnlyCollection<string> shopIds)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var grid = gridId is null ? null : await db.Grids.SingleOrDefaultAsync(g => g.Id == gridId && g.StationId == stationId && g.Kind == kind);
        if (gridId is not null && grid is null) return ProblemSay.NotFound;
        if (await db.Grids.AnyAsync(g => g.ParentId == gridId && gridId != null)) return GridSay.NotALeaf;
        var moved = 0;
        foreach (var some in shopIds.Chunk(ShopsAtOnce))
        {
            var shops = db.Shops.Where(s => s.StationId == stationId && some.Contains(s.Id));
            moved += kind == GridKind.Police
                ? await shops.Where(s => s.PoliceGridId != gridId).ExecuteUpdateAsync(s => s.SetProperty(x => x.PoliceGridId, gridId))
                : await shops.Where(s => s.CommunityGridId != gridId).ExecuteUpdateAsync(s => s.SetProperty(x => x.CommunityGridId, gridId));
        }
        return moved == 0 ? null : await Stored(db, transaction, by, Deed.GridFilled, grid, moved.ToString(CultureInfo.InvariantCulture));
    }

    private const int ShopsAtOnce = 500;

    private async Task<Text?> Save(Actor by, Grid grid, GridTyped typed, bool isNew)
    {
        var (parent, officer) = (Chosen(typed.ParentId), grid.Kind == GridKind.Police ? Chosen(typed.OfficerId) : null);
        if (ShopFields.Clean(typed.Name ?? "") is not { Length: <= LongestName } name || name.Contains(GridTrees.Separator, StringComparison.Ordinal)) return GridSay.NameWrong;
        if (officer is not null && officer != grid.OfficerId && hall.Roster.Officers(grid.StationId).All(o => o.Id != officer)) return GridSay.NoSuchOfficer;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trees = new GridTrees(await db.Grids.AsNoTracking().Where(g => g.StationId == grid.StationId).ToListAsync());
        if (!trees.MayStandUnder(grid, parent)) return GridSay.WrongPlace;
        if (trees.All.Any(g => g.Id != grid.Id && g.Kind == grid.Kind && g.ParentId == parent && g.Name == name)) return GridSay.NameTaken;
        if (parent is not null && await db.Shops.CountAsync(s => s.PoliceGridId == parent || s.CommunityGridId == parent) is > 0 and var shops) return GridSay.ParentHasShops.Filled(shops);
        if (!isNew && (grid.Name, grid.ParentId, grid.OfficerId) == (name, parent, officer)) return null;
        db.Entry(grid).State = isNew ? EntityState.Added : EntityState.Unchanged;
        (grid.Name, grid.ParentId, grid.OfficerId) = (name, parent, officer);
        return await Stored(db, transaction, by, Deed.GridSaved, grid);
    }

    private async Task<Text?> Stored(WhistleDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Actor by, Deed what, Grid? grid, string? reason = null)
    {
        log.Note(db, by, what, grid?.Id, grid?.Name, reason);
        await hall.Store(db, transaction, Stamp.Town);
        return null;
    }

    private static string? Chosen(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
