using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>One thing that a list may tell of a shop, and how people head its column.</summary>
/// <param name="Key">As the contract names it.</param>
/// <param name="Heads">Likeliest first, in lower case and without spaces.</param>
public sealed record ShopColumn(string Key, Text Say, params string[] Heads);

/// <summary>Which column of somebody's spreadsheet is what: proposed from the names at their heads, to be changed by hand.</summary>
public static class ShopColumns
{
    /// <summary>Told of, and never kept: the register has no telephone numbers.</summary>
    public const string Phone = "phone";

    public static readonly IReadOnlyList<ShopColumn> All =
    [
        new("name", SheetSay.Name, "name", "商户名称", "店铺名称", "门店名称", "店名", "招牌名称", "招牌", "字号", "商户", "名称", "单位名称", "企业名称", "shopname", "businessname", "storename", "tradename", "shop", "business"),
        new("shop_id", SheetSay.Ref, "shop_id", "shopid", "商户编号", "店铺编号", "编号", "户号", "档案号", "商户id", "id", "统一社会信用代码", "shopno", "code", "ref"),
        new("lat", SheetSay.Lat, "lat", "纬度", "北纬", "latitude", "纬度(n)", "y坐标", "坐标y", "y"),
        new("lon", SheetSay.Lon, "lon", "经度", "东经", "lng", "long", "longitude", "经度(e)", "x坐标", "坐标x", "x"),
        new("street", SheetSay.Street, "street", "路名", "街路", "道路", "街道", "街道名称", "详细地址", "经营地址", "店铺地址", "地址", "address", "streetname", "streetaddress", "road"),
        new("civic_number", SheetSay.Number, "civic_number", "门牌号", "门牌", "门牌号码", "housenumber", "civicnumber", "streetnumber"),
        new("unit", SheetSay.Unit, "unit", "单元", "房号", "铺位号", "铺位", "摊位号", "室号", "stall", "suite"),
        new("local_area", SheetSay.Area, "local_area", "商圈", "所属商圈", "片区", "区域", "市场", "localarea", "area", "neighbourhood", "neighborhood", "geolocalarea"),
        new("category", SheetSay.Category, "category", "类别", "行业类别", "经营类别", "行业", "业态", "类型", "经营范围", "retailcategory", "type", "trade", "businesstype"),
        new("hours", SheetSay.Hours, "hours", "营业时间", "开门时间", "经营时间", "openinghours", "openhours"),
        new("trained", SheetSay.Trained, "trained", "已培训", "是否培训", "培训"),
        new("police_grid", SheetSay.PoliceGrid, "police_grid", "警格", "所属警格", "警务格", "policegrid"),
        new("community_grid", SheetSay.CommunityGrid, "community_grid", "网格", "所属网格", "社区网格", "communitygrid", "grid"),
        new(Phone, SheetSay.Phone, "phone", "联系电话", "手机号", "手机号码", "手机", "电话", "tel", "telephone", "mobile", "phonenumber"),
    ];

    private static readonly HashSet<string> Known = [.. All.SelectMany(c => c.Heads)];

    /// <summary>How many of these cells are heads that people write: the line with the most is the header.</summary>
    public static int Heads(IEnumerable<string> cells) => cells.Select(Head).Where(Known.Contains).Distinct().Count();

    /// <summary>For each thing the column that most likely tells it; no column is two things.</summary>
    public static IReadOnlyDictionary<string, int> Guess(IReadOnlyList<string> header)
    {
        var heads = header.Select(Head).ToList();
        var (guessed, taken) = (new Dictionary<string, int>(), new HashSet<int>());
        foreach (var column in All)
        {
            var at = column.Heads.Select(head => heads.IndexOf(head)).FirstOrDefault(i => i >= 0 && !taken.Contains(i), -1);
            if (at >= 0 && taken.Add(at)) guessed.Add(column.Key, at);
        }
        return guessed;
    }

    // 商户名称（必填）*, Shop name and shop_name are what they seem.
    private static string Head(string cell)
    {
        var head = WrittenOut.Plain(cell).ToLowerInvariant().Split('(')[0].Trim(' ', '*', ':', '"');
        var joined = new string([.. head.Where(c => !char.IsWhiteSpace(c))]);
        return Known.Contains(joined) ? joined : joined.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
    }
}
