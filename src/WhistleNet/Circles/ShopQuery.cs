namespace WhistleNet.Circles;

/// <summary>Which shops of a list are wanted.</summary>
public enum Show { All, NoDevice, NoLink, Linked, Open, Trained }

/// <summary>A question for the list of shops.</summary>
/// <param name="GridId">A grid of either tree; what is part of it counts.</param>
/// <param name="Search">Words that must all stand in reference, name, address, category, circle or area.</param>
public sealed record ShopQuery(string? Search = null, string? CircleId = null, Show Show = Show.All, string? GridId = null)
{
    public bool Shows(ShopNow shop) => Show switch
    {
        Show.NoDevice => shop.Devices == 0,
        Show.NoLink => shop is { Devices: > 0, Linked: 0 },
        Show.Linked => shop.Linked > 0,
        Show.Open => shop.Open,
        Show.Trained => shop.Shop.Trained,
        _ => true,
    };
}
