using System.Text;

namespace WhistleNet.Circles;

/// <summary>Lists as people really send them: every bad row named, every good row kept.</summary>
public sealed class ShopListTests
{
    private const string Header = "shop_id,name,street,lat,lon,hours,trained";

    [Theory]
    [InlineData(",无编号,学府路,45.7,126.6,,", "shop_id is missing")]
    [InlineData("9,,学府路,45.7,126.6,,", "name is missing")]
    [InlineData("9,没有纬度,学府路,,126.6,,", "lat is missing")]
    [InlineData("9,没有经度,学府路,45.7,,,", "lon is missing")]
    [InlineData("9,不是数字,学府路,north,126.6,,", "lat is not a number")]
    [InlineData("9,不是数,学府路,NaN,126.6,,", "lat is not a number")]
    [InlineData("9,写反了,学府路,126.6,45.7,,", "impossible coordinates")]
    [InlineData("9,零点,学府路,0,0,,", "impossible coordinates")]
    [InlineData("1,重复,学府路,45.7,126.6,,", "already on line 2")]
    [InlineData("9,时间,学府路,45.7,126.6,always,", "hours cannot be read")]
    [InlineData("9,标记,学府路,45.7,126.6,,maybe", "trained must be")]
    [InlineData("9,逗号,没有,引号,学府路,45.7,126.6,,0", "more fields")]
    [InlineData("9,\"引号没完,学府路,45.7,126.6,,", "never closed")]
    public void A_bad_row_is_named_by_its_line_and_the_others_go_in(string row, string why)
    {
        var list = Read($"{Header}\r\n1,早点铺,学府路,45.7,126.6,,\r\n{row}\r\n3,五金店,学府路,45.7,126.6,,\r\n");
        var bad = Assert.Single(list.Bad);
        Assert.Equal(3, bad.Line);
        Assert.Contains(why, bad.Why, StringComparison.Ordinal);
        Assert.Equal(["1", "3"], list.Rows.Select(r => r.Ref));
    }

    [Fact]
    public void Quoted_commas_and_line_breaks_are_part_of_a_name_and_lines_are_still_counted_right()
    {
        var list = Read("name,shop_id,lat,lon\n\"烟酒, 茶叶\n\"\"老店\"\"\",1,45.7,126.6\n\n坏,2,x,126.6\n");
        Assert.Equal("烟酒, 茶叶 \"老店\"", Assert.Single(list.Rows).Name);
        Assert.Equal(5, Assert.Single(list.Bad).Line);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public void A_list_is_read_in_whatever_wrote_it(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.GetEncoding(encoding).GetBytes("shop_id,name,lat,lon\r\n1,㐂寿司,45.7,126.6\r\n")];
        Assert.Equal("㐂寿司", Assert.Single(ShopList.Read(bytes, out _)!.Rows).Name);
    }

    [Fact]
    public void A_row_in_another_encoding_than_the_rest_is_named_and_costs_nobody_else()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("shop_id,name,lat,lon\n1,早点铺,45.7,126.6\n2,"), .. Encoding.Latin1.GetBytes("Café"), .. Encoding.UTF8.GetBytes(",45.7,126.6\n3,五金店,45.7,126.6")];
        var list = ShopList.Read(bytes, out _)!;
        Assert.Equal(["1", "3"], list.Rows.Select(r => r.Ref));
        Assert.Contains("encoding", Assert.Single(list.Bad, b => b.Line == 3).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\r\n\r\n", "empty")]
    [InlineData("id,name,lat,lon\n1,a,45.7,126.6\n", "shop_id")]
    [InlineData("shop_id;name;lat;lon\n1;a;45.7;126.6\n", "shop_id")]
    [InlineData("shop_id,name,name,lat,lon\n1,a,b,45.7,126.6\n", "name")]
    public void What_is_no_list_of_shops_is_refused_in_one_line(string text, string why)
    {
        Assert.Null(ShopList.Read(Encoding.UTF8.GetBytes(text), out var said));
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    private static ShopList Read(string text) => ShopList.Read(Encoding.UTF8.GetBytes(text), out _)!;
}
