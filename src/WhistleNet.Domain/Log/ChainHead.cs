namespace WhistleNet.Log;

/// <summary>The end of a chain as it was on some day, kept beside the chains so that a tail cannot be removed unseen; a chain of its own.</summary>
public sealed class ChainHead : Linked
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose end, at which row, with which hash.</summary>
    public required string Of { get; init; }
    public required long OfSeq { get; init; }
    public required byte[] OfHash { get; init; }

    protected override object?[] Plain => [At.UtcTicks, Of, OfSeq, OfHash];
    protected override object?[] Personal => [];
}
