using WhistleNet.Circles;

namespace WhistleNet.Drills;

/// <summary>A drill is held in circles or in an area, and nowhere else.</summary>
public sealed class ScopeTests
{
    private static readonly Town Town = Of("a1", "a2");

    [Fact]
    public void An_areas_circles_are_those_that_it_has_when_they_are_asked_for()
    {
        var area = new Scope([], "area");
        Assert.Null(area.Refuses("s", Town));
        Assert.Equal(["a1", "a2"], area.Circles(Town));
        Assert.Equal(["a0", "a1", "a2"], area.Circles(Of("a2", "a0", "a1"))); // one was founded since
        Assert.Equal(["a1"], new Scope(["a1", "a1"], null).Circles(Town));
    }

    [Theory]
    [InlineData("", null, Misplaced.Nowhere)]
    [InlineData("z1", null, Misplaced.CircleElsewhere)]
    [InlineData("unknown", null, Misplaced.CircleElsewhere)]
    [InlineData("", "theirs", Misplaced.AreaElsewhere)]
    [InlineData("", "unknown", Misplaced.AreaElsewhere)]
    [InlineData("", "empty", Misplaced.AreaEmpty)]
    [InlineData("a1", "area", Misplaced.Twice)]
    public void What_is_nowhere_of_another_station_empty_or_said_twice_is_refused(string circles, string? area, Misplaced why) =>
        Assert.Equal(why, new Scope(circles.Split(' ', StringSplitOptions.RemoveEmptyEntries), area).Refuses("s", Town));

    [Fact]
    public void More_circles_than_anybody_can_watch_are_refused_however_they_were_named()
    {
        string[] many = [.. Enumerable.Range(0, Scope.Most + 1).Select(i => $"c{i}")];
        Assert.Equal(Misplaced.Nowhere, new Scope(many, null).Refuses("s", Of(many)));
        Assert.Equal(Misplaced.Nowhere, new Scope([], "area").Refuses("s", Of(many)));
    }

    private static Town Of(params string[] circles) => new(
        [], [.. circles.Select(id => new Circle { Id = id, StationId = "s", AreaId = "area", Name = id }), new Circle { Id = "z1", StationId = "t", AreaId = "theirs", Name = "z1" }],
        [new Area { Id = "area", StationId = "s", Name = "东街" }, new Area { Id = "empty", StationId = "s", Name = "空" }, new Area { Id = "theirs", StationId = "t", Name = "别处" }], []);
}
