using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>Whether it came to it.</summary>
public enum Result { Done, Refused }

/// <summary>Who came in, read about people, took data out, or changed who may do what: a row of the log, written with what it records.</summary>
public sealed class AccessRecord : Linked
{
    public required DateTimeOffset At { get; init; }
    public required Deed What { get; init; }
    public required Result Result { get; init; }

    /// <summary>Who; empty where nobody is known.</summary>
    public required string ActorId { get; init; }
    public string? Actor { get; init; }
    public required Role Roles { get; init; }
    public string? StationId { get; init; }

    /// <summary>What was held in the hand, as it calls itself.</summary>
    public string? Device { get; init; }
    public string? Ip { get; init; }

    /// <summary>What it was done to: a person, a shop, a device, an alert.</summary>
    public string? ObjectId { get; init; }
    public string? Object { get; init; }

    /// <summary>What for, where that is asked; for an alert that is its own id.</summary>
    public string? Reason { get; init; }

    protected override object?[] Plain => [At.UtcTicks, What.Word(), Result.Word(), ActorId, (long)Roles, StationId, ObjectId];
    protected override object?[] Personal => [Actor, Device, Ip, Object, Reason];
}
