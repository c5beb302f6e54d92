using WhistleNet.Alerts;
using WhistleNet.Reports;

namespace WhistleNet.Circles;

/// <summary>A police station 派出所 and what it decided for its shops.</summary>
public sealed class Station
{
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>IANA name; times on screen and opening hours are in it.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public Clocks Clocks { get; set; } = Clocks.Default;
    public Rings Rings { get; set; } = Rings.Default;

    /// <summary>Which restricted kinds of gear its shops may keep; none where it decided nothing.</summary>
    public GearPolicy? Gear { get; set; }

    /// <summary>How many are to stand on its duty roster at any time; 0 where it decided nothing.</summary>
    public int MinimumCover { get; set; }

    /// <summary>A licence or source line that must stand wherever this station's shops are shown.</summary>
    public string? DataNotice { get; set; }
}

/// <summary>A safe merchant area 平安商圈: a market or a street; statistics are cut by it.</summary>
public sealed class Area
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string Name { get; set; }
}

/// <summary>A circle 联防小组 of near neighbours: the shops that hear each other first.</summary>
public sealed class Circle
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string AreaId { get; init; }
    public required string Name { get; set; }

    /// <summary>Its centre shop 中心商户, which holds the shared gear; none where nobody said.</summary>
    public string? CentreShopId { get; set; }

    /// <summary>Its leader 中心户长, a person's name.</summary>
    public string? Leader { get; set; }

    /// <summary>The circle that its shops went into when it ended; its alerts and reports keep its name.</summary>
    public string? MergedIntoId { get; set; }

    /// <summary>How many shops must be coming before later ones are told to stay inside.</summary>
    public int Needed { get; set; } = 3;

    /// <summary>The same for a silent alert.</summary>
    public int NeededSilent { get; set; } = 2;

    /// <summary>Within how long its alerts are to reach 1-3-5; none where it decided nothing, and the default holds.</summary>
    public Targets? Targets { get; set; }
}

/// <summary>What can be called when nobody takes an alert.</summary>
public enum RungKind
{
    Console, Wall, Officer, Phone,

    /// <summary>The officer of the police grid in which the shop stands; every console where none is named.</summary>
    GridOfficer,

    /// <summary>Who stands on the duty roster: an officer on duty whose screen is connected; every console where there is none.</summary>
    OnDuty,

    /// <summary>A street post, while it is open.</summary>
    Post,

    /// <summary>The consoles of a neighbouring station that agreed to help.</summary>
    NeighbourStation,
}

/// <summary>
/// One step of a station's ladder: whom to call when an alert is still untaken so many seconds after it was raised.
/// A rung that cannot be reached is named, and the next one keeps its own time.
/// </summary>
public sealed class Rung
{
    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; set; }

    public required int AfterSeconds { get; set; }
    public required string Name { get; set; }
    public RungKind Kind { get; set; }

    /// <summary>The wall's device or the officer's account; none for every console of the station, or for a telephone.</summary>
    public string? TargetId { get; set; }

    /// <summary>The contract's ladder for a station that set none: second officer, duty phone, county at 30, 60 and 120 s.</summary>
    public static IEnumerable<Rung> Defaults(string stationId, Func<string> newId) =>
    [
        new() { Id = newId(), StationId = stationId, Number = 1, AfterSeconds = 30, Name = "第二民警 Second officer", Kind = RungKind.Console },
        new() { Id = newId(), StationId = stationId, Number = 2, AfterSeconds = 60, Name = "值班电话 Duty phone", Kind = RungKind.Phone },
        new() { Id = newId(), StationId = stationId, Number = 3, AfterSeconds = 120, Name = "县局 County", Kind = RungKind.Phone },
    ];
}
