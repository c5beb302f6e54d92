namespace WhistleNet.Circles;

/// <summary>The two trees that stand over the same shops: police grids 警格 say who is called, both cut the reports.</summary>
public enum GridKind { Police, Community }

/// <summary>A police grid 警格 or community grid 网格 of a station. A shop is in one leaf of each tree at most.</summary>
public sealed class Grid
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required GridKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>The grid it is a part of; none for one at the top.</summary>
    public string? ParentId { get; set; }

    /// <summary>The officer who answers for it, and for its parts that name nobody; of police grids alone.</summary>
    public string? OfficerId { get; set; }
}

/// <summary>Both trees of all stations, as they are asked: a snapshot.</summary>
public sealed class GridTrees
{
    /// <summary>Between the names of a way through a tree, in a list and on screen.</summary>
    public const char Separator = '/';

    /// <summary>A tree is no deeper: a county has three or four.</summary>
    public const int Deepest = 6;

    private readonly Dictionary<string, Grid> _grids;
    private readonly ILookup<string, Grid> _parts;

    public GridTrees(IEnumerable<Grid> grids)
    {
        _grids = grids.ToDictionary(g => g.Id);
        _parts = _grids.Values.Where(g => g.ParentId is not null).ToLookup(g => g.ParentId!);
    }

    public IReadOnlyCollection<Grid> All => _grids.Values;

    public Grid? ById(string? id) => id is null ? null : _grids.GetValueOrDefault(id);

    /// <summary>A tree from its top down: every grid with how deep it stands, parts behind what they are part of, by name.</summary>
    public IEnumerable<(Grid Grid, int Depth)> Tree(string stationId, GridKind kind)
    {
        return Under(_grids.Values.Where(g => g.StationId == stationId && g.Kind == kind && g.ParentId is null), 0);

        IEnumerable<(Grid, int)> Under(IEnumerable<Grid> grids, int depth) =>
            grids.OrderBy(g => g.Name, StringComparer.Ordinal).SelectMany(g => Under(_parts[g.Id], depth + 1).Prepend((g, depth)));
    }

    /// <summary>Its name with what it is part of before it, as <c>南片 / 一警格</c>; none where there is no such grid.</summary>
    public string? PathOf(string? id) => ById(id) is null ? null : string.Join($" {Separator} ", Way(id).Reverse().Select(g => g.Name));

    /// <summary>The officer of this grid, or of the nearest that it is part of.</summary>
    public string? OfficerOf(string? id) => Way(id).Select(g => g.OfficerId).FirstOrDefault(o => o is not null);

    public bool HasParts(string id) => _parts[id].Any();

    /// <summary>Whether it is that grid or a part of it.</summary>
    public bool IsWithin(string? id, string whole) => Way(id).Any(g => g.Id == whole);

    /// <summary>Whether this grid may become a part of that one: of the same tree, not of itself, and not too deep.</summary>
    public bool MayStandUnder(Grid grid, string? parentId) =>
        parentId is null || ById(parentId) is { } parent && parent.StationId == grid.StationId && parent.Kind == grid.Kind && !IsWithin(parentId, grid.Id)
        && Way(parentId).Count() + HeightOf(grid.Id) <= Deepest;

    private int HeightOf(string id) => 1 + _parts[id].Select(p => HeightOf(p.Id)).DefaultIfEmpty(0).Max();

    private IEnumerable<Grid> Way(string? id)
    {
        for (var at = ById(id); at is not null; at = ById(at.ParentId)) yield return at;
    }
}
