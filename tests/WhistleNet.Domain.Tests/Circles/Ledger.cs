namespace WhistleNet.Circles;

/// <summary>Items of gear for these tests.</summary>
public static class Ledger
{
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly GearPolicy AllAllowed = new([GearKind.Baton, GearKind.Spray]);

    public static Gear Item(GearKind kind = GearKind.Shield, string shop = "shop", DateOnly? expires = null, DateOnly? next = null, string? id = null) => new()
    {
        Id = id ?? kind.ToString(), StationId = "station", Kind = kind, Serial = id ?? "S-1", ShopId = shop, InServiceSince = Today.AddYears(-1), ExpiresOn = expires, NextInspectionOn = next ?? Today.AddDays(30),
    };

    public static Gear In(GearState state)
    {
        var item = Item();
        if (state == GearState.Out) Assert.Null(Do(item, GearMove.Issue, "另一人"));
        if (state == GearState.Faulty) Assert.Null(Do(item, GearMove.Fail));
        if (state == GearState.Scrapped) Assert.Null(Do(item, GearMove.Scrap));
        return item;
    }

    public static GearRefusal? Do(Gear item, GearMove move, string to = "张三") => move switch
    {
        GearMove.Issue => item.Issue(to, Occasion.None, GearPolicy.Default, Some.Officer, Some.Morning),
        GearMove.Return => item.Return(Some.Officer, Some.Morning),
        GearMove.Pass => item.Pass(item.Kind.Rule().Checks, null, Some.Officer, Some.Morning, Today),
        GearMove.Fail => item.Fail([], Some.Officer, Some.Morning),
        _ => item.Scrap("面板开裂", Some.Officer, Some.Morning),
    };
}
