using System.Text;

namespace WhistleNet.Circles;

/// <summary>Spreadsheets as people have them: a GB18030 file of 40 shops of a small town with fourteen kinds of dirt in it.</summary>
public sealed class ShopSheetTests(ITestOutputHelper output)
{
    internal static byte[] Kulun
    {
        get
        {
            using var file = typeof(ShopSheetTests).Assembly.GetManifestResourceStream("kulun-40.csv")!;
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
    }

    [Fact]
    public void The_header_in_two_lines_under_two_titles_is_found_and_its_columns_are_known()
    {
        var sheet = ListSheet.Open(Kulun, out _)!;
        Assert.Equal([1, 2], sheet.Above.Select(r => r.Line));
        Assert.Equal(["序号", "商户名称", "行业类别", "详细地址", "经度", "纬度", "营业时间", "联系电话", "备注"], sheet.Header);
        var guessed = ShopColumns.Guess(sheet.Header);
        Assert.Equal("name 1, lat 5, lon 4, street 3, category 2, hours 6, phone 7", string.Join(", ", guessed.Select(g => $"{g.Key} {g.Value}")));
    }

    [Fact]
    public void Every_shop_goes_in_or_waits_for_a_place_and_every_row_with_something_the_matter_is_named()
    {
        var read = Read(mend: true);
        Assert.Equal((35, 5, 2), (read.Rows.Count, read.Unplaced.Count, read.Swapped));
        Assert.Single(read.Notes, n => n.Fate == Fate.Out && n.Why.Contains("the same name and address", StringComparison.Ordinal));
        string[] said =
        [
            "a title above", "a line of totals", "the header once more", "name is missing", "the same name and address as on line", "the same name as on line", "turned the telephone number into 1.38E+10", "were turned, as you chose",
            "coordinates are 0,0", "no coordinates", "that are no numbers (四十二度", "km from the rest", "that cannot be read (看心情)",
        ];
        Assert.All(said, what => Assert.Contains(read.Notes, n => n.Why.Contains(what, StringComparison.OrdinalIgnoreCase)));
        foreach (var note in read.Notes) output.WriteLine($"{note.Line} {note.Fate} {note.Why}");
        string HoursOf(string name) => read.Rows.First(r => r.Name == name).Hours?.ToString() ?? "none";
        Assert.Equal(["Mo-Su 08:30-21:00", "none", "Mo-Su 00:00-24:00"], new[] { "利民药房", "万家乐超市", "东升熟食" }.Select(HoursOf));
        Assert.All(read.Rows.Take(8), r => Assert.InRange(r.Place.MetresTo(new Place(42.7309, 121.7768)), 0, 1_500)); // shifted back to where the town is
    }

    [Fact]
    public void Coordinates_the_wrong_way_round_are_proposed_to_be_turned_and_wait_until_somebody_says_so()
    {
        var read = Read(mend: false);
        Assert.Equal((2, 2), (read.Swapped, read.Notes.Count(n => n.Fate == Fate.Unplaced && n.Why.Contains("look the wrong way round", StringComparison.Ordinal))));
        var all = ShopSheet.Read(Sheet("店名,纬度,经度\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"店{i},126.64,45.7{i}\n"))), Guess("店名,纬度,经度", mend: true));
        Assert.Equal((20, 20), (all.Swapped, all.Rows.Count)); // the columns themselves
    }

    [Fact]
    public void A_shop_without_a_number_has_the_same_made_one_wherever_it_stands_in_the_next_list()
    {
        var (one, two) = (Read(mend: true), ShopSheet.Read(Sheet("联系电话,地址,店名,纬度,经度\n1,安代大街１号,库伦老街早点铺,42.7331,121.7824\n"), Guess("联系电话,地址,店名,纬度,经度")));
        Assert.Equal(one.Rows[0].Ref, two.Rows[0].Ref);
        Assert.StartsWith("n-", one.Rows[0].Ref, StringComparison.Ordinal);
        Assert.Equal(40, one.Rows.Concat(one.Unplaced).Select(r => r.Ref).Distinct().Count());
    }

    [Theory]
    [InlineData("编号\t店名\t纬度\t经度\n１２\t早点铺\t45.7\t126.6\n", "12")]
    [InlineData("编号;店名;纬度;经度\n12;早点铺;45,7;126,6\n", "12")]
    [InlineData("shop_id,name,lat,lon\n1.5E+10,早点铺,45.7,126.6\n", "n-")]
    public void Tabs_semicolons_decimal_commas_and_damaged_numbers_are_no_trouble(string text, string reference)
    {
        var sheet = Sheet(text);
        var row = Assert.Single(ShopSheet.Read(sheet, new SheetChoice(ShopColumns.Guess(sheet.Header))).Rows);
        Assert.StartsWith(reference, row.Ref, StringComparison.Ordinal);
        Assert.Equal(new Place(45.7, 126.6), row.Place);
    }

    [Theory]
    [InlineData("安代大街61号", "安代大街", "61号")]
    [InlineData("学府路12-3号 二楼", "学府路", "12-3号 二楼")]
    [InlineData("1285 W Pender St", "W Pender St", "1285")]
    [InlineData("大市场东门", "大市场东门", null)]
    public void A_whole_address_is_a_street_and_a_number(string address, string street, string? number) => Assert.Equal((street, number), WrittenOut.Address(address));

    [Fact]
    public void A_workbook_and_what_is_no_text_are_refused_with_what_to_do()
    {
        Assert.Null(ListSheet.Open([.. "PK\u0003\u0004"u8, .. new byte[100]], out var why));
        Assert.Equal(SheetSay.Workbook.ToString(), why);
        Assert.Null(ListSheet.Open(new byte[100], out _));
        Assert.Null(ListSheet.Open([], out why));
        Assert.Equal(RegisterSay.Empty.ToString(), why);
    }

    [Fact]
    public void A_column_is_one_thing_and_headers_in_english_are_known_as_well()
    {
        var guessed = ShopColumns.Guess(["Business Name", "Address", "Latitude", "Longitude", "Retail Category", "Local_Area", "Phone Number"]);
        Assert.Equal("name 0, lat 2, lon 3, street 1, local_area 5, category 4, phone 6", string.Join(", ", guessed.Select(g => $"{g.Key} {g.Value}")));
        Assert.Equal(guessed.Values.Count(), guessed.Values.Distinct().Count());
    }

    private static ShopSheet Read(bool mend)
    {
        var sheet = ListSheet.Open(Kulun, out _)!;
        return ShopSheet.Read(sheet, new SheetChoice(ShopColumns.Guess(sheet.Header), Datum.Gcj02, mend));
    }

    private static ListSheet Sheet(string text) => ListSheet.Open(Encoding.UTF8.GetBytes(text), out _)!;

    private static SheetChoice Guess(string header, bool mend = false) => new(ShopColumns.Guess(header.Split(',')), Mend: mend);
}
