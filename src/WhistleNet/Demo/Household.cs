namespace WhistleNet.Demo;

/// <summary>How whoever keeps a demo shop behaves when it whistles next door.</summary>
internal enum Temper
{
    /// <summary>A person at a pane of the demo page; nobody plays them.</summary>
    AtPane,
    Comes, Declines,

    /// <summary>Sees it and stays with the customers.</summary>
    Stays,

    /// <summary>Has a device, and left it at home.</summary>
    OffDuty,
    NoDevice,
}

/// <summary>One shop of the demo town: what stands over the door, and who stands behind the counter.</summary>
internal sealed record Household(string Ref, string Name, string Trade, int Number, string Keeper, Temper Temper, bool Trained = false, string? Hours = null);

/// <summary>One circle: a row of shops along one street.</summary>
internal sealed record Row(string Area, string Circle, Street Street, IReadOnlyList<Household> Shops);

/// <summary>
/// The shops of 青石桥, a town that does not exist. In the first circle two come, one cannot, one has no device and one left it at
/// home: with three needed, it takes a person at a pane, or the clock and the next ring.
/// </summary>
internal static class Households
{
    private const string OldStreet = "青石桥老街商圈", EastGate = "东门市场商圈";

    /// <summary>The covered market shuts at one on Sundays: a gap in its circle's week.</summary>
    private const string SundayMorning = "Mo-Sa 00:00-24:00; Su 00:00-13:00";

    public static readonly IReadOnlyList<Row> Rows =
    [
        new(OldStreet, "青石桥一组", new("青石桥街", 0, 0, RunsEast: true),
        [
            new("QSQ-001", "李记水果店", "水果", 12, "李秀英", Temper.AtPane),
            new("QSQ-002", "老周五金店", "五金", 15, "周志强", Temper.AtPane),
            new("QSQ-003", "慧民大药房", "药店", 8, "陈慧", Temper.AtPane),
            new("QSQ-004", "晨光文具店", "文具", 17, "林晓燕", Temper.Comes, Trained: true),
            new("QSQ-005", "桥头面馆", "餐饮", 3, "赵大勇", Temper.Comes, Trained: true),
            new("QSQ-006", "阿珍理发店", "理发", 20, "何玉珍", Temper.Declines),
            new("QSQ-007", "永兴副食店", "副食", 6, "吴永兴", Temper.Stays),
            new("QSQ-008", "新时代手机维修", "维修", 22, "孙鹏", Temper.Stays),
            new("QSQ-009", "福满楼茶餐厅", "餐饮", 25, "黄福全", Temper.Stays),
            new("QSQ-010", "锦绣裁缝铺", "裁缝", 5, "罗淑芬", Temper.NoDevice),
            new("QSQ-011", "百姓粮油店", "粮油", 11, "马德才", Temper.OffDuty),
            new("QSQ-012", "小桔灯书店", "书店", 27, "许静", Temper.Stays),
        ]),
        new(OldStreet, "青石桥二组", new("书院巷", 112, 24, RunsEast: false),
        [
            new("QSQ-013", "书院茶馆", "茶馆", 4, "唐文礼", Temper.Comes),
            new("QSQ-014", "墨香斋书画", "书画", 7, "沈墨", Temper.Comes, Trained: true),
            new("QSQ-015", "张氏眼镜店", "眼镜", 9, "张立新", Temper.Comes),
            new("QSQ-016", "童乐玩具店", "玩具", 12, "彭芳", Temper.Stays),
            new("QSQ-017", "清泉洗衣店", "洗衣", 14, "曾清泉", Temper.Declines),
            new("QSQ-018", "刘家豆花", "餐饮", 16, "刘翠兰", Temper.Stays, Hours: "05:30-10:30"),
            new("QSQ-019", "桂香糕点", "糕点", 19, "邓桂香", Temper.Comes),
            new("QSQ-020", "鸿运打字复印", "打印", 21, "余鸿", Temper.Stays),
            new("QSQ-021", "蓝天自行车行", "车行", 23, "蒋蓝天", Temper.NoDevice),
            new("QSQ-022", "银杏客栈", "住宿", 26, "谢银", Temper.Comes),
        ]),
        new(EastGate, "东门市场一组", new("东门路", 24, 122, RunsEast: true),
        [
            new("DMS-001", "东门超市", "超市", 2, "高建民", Temper.Comes, Trained: true),
            new("DMS-002", "和顺小吃", "餐饮", 5, "郑和顺", Temper.Stays),
            new("DMS-003", "顺达快递驿站", "快递", 8, "田顺达", Temper.Comes),
            new("DMS-004", "美佳服装店", "服装", 11, "丁美佳", Temper.Declines),
            new("DMS-005", "恒丰电器", "电器", 13, "贺恒丰", Temper.Stays),
            new("DMS-006", "绿叶花店", "花店", 16, "叶青", Temper.Stays),
            new("DMS-007", "康乐诊所", "诊所", 18, "白康", Temper.Comes),
            new("DMS-008", "大众修鞋", "修鞋", 21, "石大众", Temper.NoDevice),
            new("DMS-009", "金麦烘焙", "烘焙", 24, "金麦", Temper.Stays),
            new("DMS-010", "老码头火锅", "餐饮", 28, "钟江", Temper.Stays, Hours: "11:00-02:00"),
        ]),
        new(EastGate, "东门市场二组", new("市场街", 168, 136, RunsEast: false),
        [
            new("DMS-011", "张记烟酒", "烟酒", 3, "张永福", Temper.Comes),
            new("DMS-012", "徐记鲜肉铺", "生鲜", 6, "徐大海", Temper.Comes, Hours: SundayMorning),
            new("DMS-013", "水乡鱼行", "水产", 8, "江水生", Temper.Stays, Hours: SundayMorning),
            new("DMS-014", "三姐蔬菜", "蔬菜", 10, "廖三妹", Temper.Declines, Hours: SundayMorning),
            new("DMS-015", "兴隆调料行", "调料", 13, "范兴隆", Temper.Stays, Hours: SundayMorning),
            new("DMS-016", "安居门锁", "五金", 15, "邹安", Temper.Comes, Trained: true, Hours: SundayMorning),
            new("DMS-017", "好运彩票站", "彩票", 18, "秦好", Temper.OffDuty),
            new("DMS-018", "夜归人烧烤", "餐饮", 20, "雷刚", Temper.Comes, Hours: "17:00-03:00"),
            new("DMS-019", "平安典当行", "典当", 23, "尹平", Temper.Stays, Hours: SundayMorning),
            new("DMS-020", "向阳种子店", "农资", 26, "向阳", Temper.NoDevice, Hours: SundayMorning),
        ]),
    ];
}
