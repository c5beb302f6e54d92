namespace WhistleNet.Circles;

/// <summary>An officer on the telephone finds the shop by whatever the caller says.</summary>
public sealed class ShopSearchTests
{
    private static readonly Town Town = new([Shop("1", "老王五金店", "东明路"), Shop("2", "王婆大虾", "学府路"), Shop("3", "Blue Door", "Main St")], [], [], []);

    [Theory]
    [InlineData("王", "2 1")]          // those that begin with it first
    [InlineData("东明 五金", "1")]      // every word, wherever it stands
    [InlineData("blue", "3")]
    [InlineData("R3", "3")]
    [InlineData("  ", "")]
    [InlineData("nowhere", "")]
    public void Every_word_must_be_found(string words, string ids) =>
        Assert.Equal(ids, string.Join(' ', Town.Find("s", words).Select(s => s.Id)));

    [Fact]
    public void Another_station_has_other_shops() => Assert.Empty(Town.Find("t", "王"));

    private static Shop Shop(string id, string name, string street) => new()
    {
        Id = id, Ref = "R" + id, StationId = "s", CircleId = "c", Name = name, Street = street, CivicNumber = "1",
    };
}
