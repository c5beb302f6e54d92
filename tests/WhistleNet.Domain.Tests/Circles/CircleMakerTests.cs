using FsCheck;
using FsCheck.Xunit;

namespace WhistleNet.Circles;

/// <summary>Circles of near neighbours, over streets drawn at random.</summary>
public sealed class CircleMakerTests
{
    private const int Size = 12;

    [Property(MaxTest = 20)]
    public void Every_shop_is_in_exactly_one_circle(PositiveInt seed)
    {
        var town = Streets(seed.Get);
        Assert.Equal(town.Select(s => s.Ref).Order(), CircleMaker.Form(town, Size).SelectMany(c => c).Select(s => s.Ref).Order());
    }

    [Property(MaxTest = 20)]
    public void The_same_shops_form_the_same_circles_in_whatever_order_they_are_listed(PositiveInt seed)
    {
        var town = Streets(seed.Get);
        var shuffled = town.ToArray();
        new Random(seed.Get).Shuffle(shuffled);
        Assert.Equal(Written(CircleMaker.Form(town, Size)), Written(CircleMaker.Form(shuffled, Size)));
    }

    [Property(MaxTest = 20)]
    public void Circles_are_neither_half_empty_nor_a_crowd(PositiveInt seed)
    {
        var circles = CircleMaker.Form(Street(seed.Get, shops: 40 + seed.Get % 200), Size);
        Assert.All(circles, c => Assert.InRange(c.Count, 6, 15));
    }

    [Property(MaxTest = 20)]
    public void Shops_of_one_house_stay_together(PositiveInt seed)
    {
        var town = Streets(seed.Get);
        var circles = CircleMaker.Form(town, Size);
        foreach (var house in town.GroupBy(s => s.Place).Where(h => h.Count() <= Size))
            Assert.Single(circles, c => c.Any(s => s.Place == house.Key));
    }

    [Fact]
    public void A_house_of_more_shops_than_a_circle_holds_is_shared_out_evenly()
    {
        var mall = Enumerable.Range(0, 35).Select(i => new Spot($"{i:00}", new Place(49.28, -123.12))).ToList();
        Assert.Equal([11, 12, 12], CircleMaker.Form(mall, Size).Select(c => c.Count).Order());
    }

    [Fact]
    public void A_street_is_cut_where_it_is_long_not_where_it_is_wide()
    {
        var circles = CircleMaker.Form(Enumerable.Range(0, 48).Select(i => new Spot($"{i:00}", new Place(45.7 + 0.00005 * (i % 2), 126.6 + 0.0001 * i))), Size);
        Assert.Equal([12, 12, 12, 12], circles.Select(c => c.Count));
        Assert.All(circles, c => Assert.InRange(CircleMaker.WidthM(c.Select(s => s.Place)), 80, 95)); // twelve shops 7.8 m apart
    }

    [Fact]
    public void Nobody_is_put_into_a_circle_two_kilometres_away()
    {
        List<Spot> town = [.. Street(7, 30), new Spot("far", new Place(45.75, 126.6)), new Spot("farther", new Place(45.7502, 126.6))];
        Assert.Contains(CircleMaker.Form(town, Size), c => c.Select(s => s.Ref).Order().SequenceEqual(["far", "farther"]));
    }

    [Fact]
    public void One_shop_and_none_are_no_trouble()
    {
        Assert.Empty(CircleMaker.Form([], Size));
        Assert.Equal("only", Assert.Single(Assert.Single(CircleMaker.Form([new Spot("only", new Place(45.7, 126.6))], Size))).Ref);
    }

    private static List<Spot> Street(int seed, int shops)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, shops).Select(i => new Spot($"{i:0000}", new Place(45.7 + 0.002 * random.NextDouble(), 126.6 + 0.01 * random.NextDouble())))];
    }

    // Houses along some streets, some of them with many shops.
    private static List<Spot> Streets(int seed)
    {
        var random = new Random(seed);
        var houses = Enumerable.Range(0, random.Next(1, 60)).Select(_ => new Place(45.7 + 0.003 * random.Next(4), 126.6 + 0.0002 * random.Next(60))).ToList();
        return [.. Enumerable.Range(0, random.Next(1, 150)).Select(i => new Spot($"{i:0000}", houses[random.Next(houses.Count)]))];
    }

    private static string Written(IReadOnlyList<IReadOnlyList<Spot>> circles) =>
        string.Join('\n', circles.Select(c => string.Join(' ', c.Select(s => s.Ref).Order())).Order());
}
