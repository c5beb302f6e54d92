using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

/// <summary>
/// A counter that moves, in the same transaction, with every change of what it names, so that a running server sees within a
/// second what an import or another verb did to its data.
/// </summary>
public sealed class Stamp
{
    /// <summary>Stations, areas, circles, shops, rungs.</summary>
    public const string Town = "town";

    /// <summary>Devices and their revoking.</summary>
    public const string Devices = "devices";

    /// <summary>Gear: each change of an item.</summary>
    public const string Gear = "gear";

    /// <summary>Special days of shops and stations.</summary>
    public const string Days = "days";

    /// <summary>The duty rosters, posts, and stations that help each other.</summary>
    public const string Duty = "duty";

    /// <summary>What the station says to its shops.</summary>
    public const string Bulletins = "bulletins";

    public required string Name { get; init; }
    public long Value { get; set; }
}

public static class Stamping
{
    /// <summary>Moves a counter; call it in the transaction of the change (or with its <c>SaveChanges</c> around it).</summary>
    public static Task Touch(this WhistleDb db, string stamp, CancellationToken cancel = default) => db.Dialect.Touch(db, stamp, cancel);
}
