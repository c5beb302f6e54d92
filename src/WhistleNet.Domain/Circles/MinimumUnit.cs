namespace WhistleNet.Circles;

/// <summary>What somebody does in a unit: calls and keeps in touch 报警/联络, holds the shield 盾牌手, the fork 钢叉手, clears the place 疏散/警戒, writes down 取证/记录, helps the hurt 救护.</summary>
public enum UnitRole { Caller, Shield, Fork, Evacuate, NoteTaker, FirstAid }

/// <summary>
/// The minimum response unit 最小应急单元: one calls (as a rule the shop that pressed), one holds the shield, one or two forks flank it, one or more
/// clear the place; the rest is good to have. Hold and delay; nobody alone.
/// </summary>
public static class MinimumUnit
{
    /// <summary>As many people as it cannot do without: the shop that pressed, and three that come.</summary>
    public static readonly int People = Enum.GetValues<UnitRole>().Sum(Least);

    public static int Least(this UnitRole role) => role is UnitRole.Caller or UnitRole.Shield or UnitRole.Fork or UnitRole.Evacuate ? 1 : 0;

    /// <summary>More are not asked to bring gear for it.</summary>
    public static int Most(this UnitRole role) => role switch { UnitRole.Fork => 2, UnitRole.Evacuate => int.MaxValue, _ => 1 };

    /// <summary>What nobody can fill the role without; none where hands are enough.</summary>
    public static IReadOnlyList<GearKind> Tools(this UnitRole role) => role switch
    {
        UnitRole.Shield => [GearKind.Shield],
        UnitRole.Fork => [GearKind.Fork],
        UnitRole.FirstAid => [GearKind.FirstAidKit, GearKind.Aed],
        _ => [],
    };
}
