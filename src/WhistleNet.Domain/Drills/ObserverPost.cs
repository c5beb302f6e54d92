namespace WhistleNet.Drills;

/// <summary>Somebody who is to observe, as a plan names them.</summary>
/// <param name="ShopId">The shop at which they will stand; none for the station or the whole street.</param>
public sealed record ObserverPost(string Name, string? ShopId)
{
    /// <summary>So many a drill has at the most.</summary>
    public const int Most = 60;
}
