using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

public sealed class DemoTownTests : IDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_town_is_the_same_every_time_and_its_credentials_are_not()
    {
        var (one, two) = (Found("a"), Found("b"));
        Assert.Equal(one.Shops.Select(s => (s.Id, s.Name, s.Address, s.Place, s.CircleId)), two.Shops.Select(s => (s.Id, s.Name, s.Address, s.Place, s.CircleId)));
        Assert.Equal(one.People.Select(p => (p.Id, p.Name, p.Roles)), two.People.Select(p => (p.Id, p.Name, p.Roles)));
        Assert.Equal(one.Devices.Select(d => d.Id), two.Devices.Select(d => d.Id));
        Assert.Empty(one.Devices.Select(d => d.TokenHash).Intersect(two.Devices.Select(d => d.TokenHash)));
    }

    [Fact]
    public void Its_streets_can_be_walked()
    {
        var town = Found("a");
        Assert.Equal(42, town.Shops.Count);
        Assert.Equal(42, town.Shops.Select(s => s.Place).Distinct().Count());
        foreach (var circle in town.Shops.GroupBy(s => s.CircleId))
            Assert.InRange(circle.Max(a => circle.Max(b => a.Place.MetresTo(b.Place))), 40, 120);
        Assert.InRange(town.Shops.Max(a => town.Shops.Max(b => a.Place.MetresTo(b.Place))), 150, 400);
        Assert.Equal("青石桥街12号", town.Shops[0].Address);
    }

    [Fact]
    public void Most_shops_are_open_in_the_middle_of_the_night()
    {
        var open = Found("a").Shops.Count(s => s.Hours!.OpenAt(new DateTime(2026, 11, 24, 4, 0, 0, DateTimeKind.Unspecified)));
        Assert.InRange(open, 36, 41);
    }

    [Fact]
    public void A_folder_that_is_no_demos_is_refused_and_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "whistlenet.db"), "somebody's town");
        Assert.Contains(_folder, Assert.Throws<CannotStart>(() => DemoFolder.Open(_folder)).Message, StringComparison.Ordinal);
        Assert.Equal(["whistlenet.db"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_demo_that_starts_again_in_its_folder_has_the_same_credentials()
    {
        var first = DemoFolder.Open(_folder).Token("a phone");
        File.WriteAllText(Path.Combine(_folder, "whistlenet.db"), "the demo's town");
        Assert.Equal(first, DemoFolder.Open(_folder).Token("a phone"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.7:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://whistle.example:5080")]
    public async Task A_demo_listens_on_this_machine_alone(string urls) =>
        Assert.Equal(CommandLine.Bad, await DemoVerb.Run(CommandLine.Read(["demo", "--urls", urls, "--data", _folder], out _)!));

    private DemoTown Found(string name) => new(DemoFolder.Open(Path.Combine(_folder, name)), Today);
}
