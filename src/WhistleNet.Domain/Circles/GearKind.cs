namespace WhistleNet.Circles;

/// <summary>Defence gear 防暴装备 of shops and what helps beside it. Never police gear: marks, uniforms and weapons of the police are for police alone (人民警察法 art. 36).</summary>
public enum GearKind
{
    /// <summary>防暴盾牌.</summary>
    Shield,

    /// <summary>防暴钢叉, a restraint fork; two of them flank one shield.</summary>
    Fork,

    Helmet, Vest, Gloves,

    /// <summary>Restricted, as <see cref="Spray"/> is: only where the station allowed it.</summary>
    Baton,

    Spray,
    Torch, WalkieTalkie, CordonTape, Megaphone, Whistle, Extinguisher, FireBlanket, FirstAidKit, Aed,
}

/// <summary>One thing that is looked at when an item is inspected 点检.</summary>
public enum GearCheck
{
    Cracks, Handle, Strap, Lock, Extension, TipCaps, Visor, ChinStrap, Cover, Panel, Wear, Label, Pressure, Charge, Light, Channel, CallSign, Battery, Sound, Complete, Electrodes,
}

/// <summary>What holds for all items of a kind; the days are our own choice.</summary>
/// <param name="EveryDays">From one inspection to the next.</param>
/// <param name="Checks">What must be in order for it to pass.</param>
/// <param name="Serves">What somebody does with it in a unit; nothing for restricted kinds, which no plan asks anybody to bring.</param>
/// <param name="Dated">Its label has a date after which it is not to be used.</param>
public sealed record GearRule(int EveryDays, IReadOnlyList<GearCheck> Checks, IReadOnlyList<UnitRole> Serves, bool Dated = false, bool Restricted = false);

public static class GearRules
{
    public static GearRule Rule(this GearKind kind) => kind switch
    {
        GearKind.Shield => new(30, [GearCheck.Cracks, GearCheck.Handle, GearCheck.Strap], [UnitRole.Shield]),
        GearKind.Fork => new(30, [GearCheck.Lock, GearCheck.Extension, GearCheck.TipCaps], [UnitRole.Fork]),
        GearKind.Helmet => new(30, [GearCheck.Visor, GearCheck.ChinStrap, GearCheck.Label], [UnitRole.Shield, UnitRole.Fork], Dated: true),
        GearKind.Vest => new(90, [GearCheck.Cover, GearCheck.Panel, GearCheck.Label], [UnitRole.Shield, UnitRole.Fork], Dated: true),
        GearKind.Gloves => new(90, [GearCheck.Wear], [UnitRole.Shield, UnitRole.Fork]),
        GearKind.Baton => new(30, [GearCheck.Cracks], [], Restricted: true),
        GearKind.Spray => new(30, [GearCheck.Label, GearCheck.Pressure, GearCheck.Lock], [], Dated: true, Restricted: true),
        GearKind.Torch => new(7, [GearCheck.Charge, GearCheck.Light], [UnitRole.Evacuate, UnitRole.NoteTaker]),
        GearKind.WalkieTalkie => new(7, [GearCheck.Charge, GearCheck.Channel, GearCheck.CallSign], [UnitRole.Caller]),
        GearKind.CordonTape => new(90, [GearCheck.Complete], [UnitRole.Evacuate]),
        GearKind.Megaphone => new(30, [GearCheck.Battery, GearCheck.Sound], [UnitRole.Evacuate]),
        GearKind.Whistle => new(90, [GearCheck.Sound], [UnitRole.Evacuate]),
        GearKind.Extinguisher => new(30, [GearCheck.Pressure, GearCheck.Label], [UnitRole.Evacuate], Dated: true),
        GearKind.FireBlanket => new(90, [GearCheck.Cover, GearCheck.Wear], [UnitRole.Evacuate]),
        GearKind.FirstAidKit => new(90, [GearCheck.Complete, GearCheck.Label], [UnitRole.FirstAid], Dated: true),
        GearKind.Aed => new(30, [GearCheck.Electrodes, GearCheck.Battery, GearCheck.Label], [UnitRole.FirstAid], Dated: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>What a station decided of restricted kinds; none is allowed where it decided nothing.</summary>
public sealed record GearPolicy(IReadOnlyList<GearKind> Allowed)
{
    public static readonly GearPolicy Default = new([]);

    public bool Allows(GearKind kind) => !kind.Rule().Restricted || Allowed.Contains(kind);
}
