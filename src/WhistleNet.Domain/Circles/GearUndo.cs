namespace WhistleNet.Circles;

/// <summary>Of an item what a list moves and what can be put back. Its keeper is a person's name, and is not kept a second time.</summary>
/// <param name="Version">What the list made of it: whatever anybody did with the item since has moved it on.</param>
/// <param name="NewKeeper">The list named another keeper.</param>
public sealed record GearAt(string Id, string Serial, string ShopId, DateOnly? ExpiresOn, long Version, bool NewKeeper = false)
{
    public static GearAt Of(Gear g) => new(g.Id, g.Serial, g.ShopId, g.ExpiresOn, g.Version);
}

/// <summary>
/// Takes an imported ledger back, pure: what it brought and nobody has touched goes, what it moved and nobody has touched is put back; the rest stays, by its serial.
/// </summary>
public sealed class GearUndo
{
    /// <param name="items">Those that the change touched, as they stand.</param>
    /// <param name="isShop">Whether an item can be put back there.</param>
    public GearUndo(IEnumerable<Swap<GearAt>> swaps, IEnumerable<Gear> items, Func<string, bool> isShop)
    {
        var there = items.ToDictionary(g => g.Id);
        foreach (var (before, after) in swaps)
        {
            if (!there.TryGetValue(after!.Id, out var item) || item.Version != after.Version || before is not null && !isShop(before.ShopId)) Staying.Add(new(after.Serial, Stays.Changed));
            else if (before is null) Gone.Add(item.Id);
            else
            {
                if ((before.ShopId, before.ExpiresOn) != (after.ShopId, after.ExpiresOn)) Back.Add(before);
                if (after.NewKeeper) Staying.Add(new(after.Serial, Stays.Keeper));
            }
        }
    }

    /// <summary>Ids of items that the list had brought.</summary>
    public List<string> Gone { get; } = [];
    public List<GearAt> Back { get; } = [];
    public List<Staying> Staying { get; } = [];

    public bool DoesNothing => Gone.Count + Back.Count == 0;
}
