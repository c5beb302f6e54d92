namespace WhistleNet.Circles;

public sealed class GridTreesTests
{
    private static Grid Grid(string id, string? parent = null, string? officer = null, GridKind kind = GridKind.Police, string station = "s") =>
        new() { Id = id, StationId = station, Kind = kind, Name = id, ParentId = parent, OfficerId = officer };

    private static readonly GridTrees Trees = new([Grid("south", officer: "chen"), Grid("one", "south"), Grid("two", "south", "li"), Grid("north"), Grid("a", kind: GridKind.Community), Grid("far", station: "t")]);

    [Fact]
    public void A_tree_is_read_from_its_top_down_and_each_kind_and_station_for_itself() =>
        Assert.Equal([("north", 0), ("south", 0), ("one", 1), ("two", 1)], Trees.Tree("s", GridKind.Police).Select(g => (g.Grid.Id, g.Depth)));

    [Theory]
    [InlineData("two", "li")]
    [InlineData("one", "chen")] // it names nobody: whoever answers for what it is part of
    [InlineData("north", null)]
    [InlineData(null, null)]
    [InlineData("gone", null)]
    public void A_grid_without_an_officer_has_that_of_the_nearest_above_it(string? grid, string? officer) => Assert.Equal(officer, Trees.OfficerOf(grid));

    [Fact]
    public void A_grid_is_within_itself_and_what_it_is_part_of()
    {
        Assert.True(Trees.IsWithin("one", "south"));
        Assert.True(Trees.IsWithin("south", "south"));
        Assert.False(Trees.IsWithin("south", "one"));
        Assert.False(Trees.IsWithin(null, "south"));
        Assert.Equal("south / one", Trees.PathOf("one"));
    }

    [Theory]
    [InlineData("north", "south", true)]
    [InlineData("south", null, true)]
    [InlineData("south", "one", false)] // a part of itself
    [InlineData("south", "south", false)]
    [InlineData("north", "a", false)] // the other tree
    [InlineData("north", "far", false)] // another station's
    [InlineData("north", "gone", false)]
    public void A_grid_stands_under_one_of_its_own_tree_and_never_under_itself(string grid, string? parent, bool may) => Assert.Equal(may, Trees.MayStandUnder(Trees.ById(grid)!, parent));

    [Fact]
    public void A_tree_is_at_most_six_deep_counting_what_a_grid_brings_along()
    {
        var chain = Enumerable.Range(0, GridTrees.Deepest - 1).Select(i => Grid($"c{i}", i == 0 ? null : $"c{i - 1}")).ToList();
        var trees = new GridTrees([.. chain, Grid("leaf"), Grid("whole"), Grid("part", "whole")]);
        Assert.True(trees.MayStandUnder(trees.ById("leaf")!, chain[^1].Id));
        Assert.False(trees.MayStandUnder(trees.ById("whole")!, chain[^1].Id));
        Assert.True(trees.MayStandUnder(trees.ById("whole")!, chain[^2].Id));
    }
}
