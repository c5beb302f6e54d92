namespace WhistleNet.Alerts;

/// <summary>
/// One press and the answer that it got. Its id is made on the device before sending and is unique within the shop for ever,
/// so that a repeat, however late, is answered with the same words and never makes or reopens an alert.
/// </summary>
public sealed class Press
{
    public required string ShopId { get; init; }
    public required string PressId { get; init; }
    public required string AlertId { get; init; }
    public required Mode Mode { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The device's own claim of when it was pressed; shown, never used for a decision.</summary>
    public DateTimeOffset? PressedAt { get; init; }

    public string? DeviceId { get; init; }
    public required long Version { get; init; }

    /// <summary>How many neighbours' devices will be told; not the raiser's, not the station's.</summary>
    public required int Notified { get; init; }

    /// <summary>It joined an alert that was open already.</summary>
    public bool Reinforced { get; init; }

    /// <summary>It was over the shop's quota: taken all the same, but made no new circle sound.</summary>
    public bool Limited { get; init; }
}
