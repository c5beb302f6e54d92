namespace WhistleNet.Circles;

/// <summary>The 7,101 storefronts of one dense city: what a whole town does to the import and to the circles.</summary>
public sealed class RealShopsTests
{
    private const string File = "vancouver-storefronts-2021.csv";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seven_thousand_real_shops_form_even_circles_no_wider_than_need_be()
    {
        var list = ShopList.Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(Folder(), File), Cancel), out _)!;
        Assert.Equal(7_101, list.Rows.Count);
        Assert.Empty(list.Bad);

        await using var world = await World.With(1, 1);
        var brought = await world.The<RegisterDesk>().Bring("Vancouver", list.Rows, 12, LicenceLine.Beside(Path.Combine(Folder(), File)), cancel: Cancel);
        Assert.Equal((7_101, 21), (brought.New, brought.Areas));
        Assert.InRange(brought.Circles, 592, 610);
        Assert.InRange(brought.Widths[brought.Widths.Count / 2], 40, 90);
        Assert.InRange(brought.Widths[^1], 500, 700);
        Assert.Contains("Open Government Licence", brought.Notice, StringComparison.Ordinal);

        await world.The<TownHall>().Refresh(Cancel);
        var town = world.The<TownHall>().Town;
        var sizes = town.Circles.Values.Where(c => c.StationId != Street.StationId).Select(c => town.InCircle(c.Id).Count()).ToList();
        Assert.InRange(sizes.Max(), 12, 16);
        Assert.InRange(sizes.Count(s => s is >= 9 and <= 15) / (double)sizes.Count, 0.95, 1);

        var again = await world.The<RegisterDesk>().Bring("Vancouver", list.Rows, 12, null, cancel: Cancel);
        Assert.Equal((0, 0, 7_101), (again.New, again.Changed, again.Same));
    }

    private static string Folder()
    {
        var folder = Environment.GetEnvironmentVariable("WHISTLENET_DATA");
        if (folder is null || !System.IO.File.Exists(Path.Combine(folder, File))) Assert.Skip($"WHISTLENET_DATA names no folder with {File}");
        return folder!;
    }
}
