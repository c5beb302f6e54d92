using WhistleNet.Circles;

namespace WhistleNet.Alerts;

/// <summary>Who a notice is for.</summary>
public enum To { Shop, Station, Rung }

/// <summary>How far the news got. Forward only; <see cref="Unreached"/> turns into <see cref="Received"/> by a late receipt.</summary>
public enum Delivery { Queued, Pushed, Received, Seen, Unreached }

/// <summary>Why somebody who was to hear did not.</summary>
public enum Unreached { NoDevice, DeviceSilent, OffDuty, GatewayRefused, GatewayTimeout }

/// <summary>
/// One recipient of one alert: how far the news got, and what the person answered. The two do not touch each other.
/// One for each device that is to hear, or for a shop without one; one for each officer, wall and rung.
/// </summary>
public sealed class Notice
{
    public required string Id { get; init; }
    public required string AlertId { get; init; }
    public required string StationId { get; init; }
    public required To To { get; init; }
    public string? ShopId { get; init; }

    /// <summary>The device, or for an officer's account the person's id: whoever holds this credential confirms.</summary>
    public string? DeviceId { get; init; }

    /// <summary>What people call the recipient.</summary>
    public required string Name { get; init; }

    /// <summary>The ring that called it (0 the own circle), or for a rung its number.</summary>
    public int Ring { get; init; }

    /// <summary>Metres from the pressed shop; none for station and rungs.</summary>
    public double? DistanceM { get; init; }

    /// <summary>Degrees from north, from the recipient to the pressed shop.</summary>
    public double? Bearing { get; init; }

    /// <summary>What its shop is asked to be in the unit; none where it is only to hear.</summary>
    public UnitRole? Role { get; set; }

    /// <summary>What it is asked to bring of its own, as words with a space between.</summary>
    public string? Bring { get; set; }

    /// <summary>The same, read.</summary>
    public IReadOnlyList<GearKind> Brings => [.. (Bring?.Split(' ') ?? []).Select(Words.Parse<GearKind>).OfType<GearKind>()];

    public Delivery State { get; set; }
    public Unreached? Reason { get; set; }

    /// <summary>Received after it had been given up.</summary>
    public bool Late { get; set; }

    /// <summary>The highest version of the alert that the device confirmed, so that "stood down, heard by 9 of 11" is a fact.</summary>
    public long Version { get; set; }

    public Reply? Answer { get; set; }
    public string? AnswerReason { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When the delivery last moved.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>True while the person is on the way or there.</summary>
    public bool IsComing => Answer is Reply.Coming or Reply.Arrived;

    /// <summary>Asks its shop for a part in the unit, or for none any more.</summary>
    /// <returns>True where that is something else than before.</returns>
    public bool Ask(UnitRole? role, IReadOnlyList<GearKind> bring)
    {
        var words = bring.Count == 0 ? null : string.Join(' ', bring.Select(kind => kind.Word()));
        if ((Role, Bring) == (role, words)) return false;
        (Role, Bring) = (role, words);
        return true;
    }

    /// <summary>Gives up waiting; a receipt that comes later still counts, marked late.</summary>
    public bool GiveUp(Unreached reason, DateTimeOffset now)
    {
        if (State is not (Delivery.Queued or Delivery.Pushed)) return false;
        (State, Reason, At) = (Delivery.Unreached, reason, now);
        return true;
    }
}
