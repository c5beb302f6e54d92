using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What a station's page of settings holds while somebody types in it; said no to in words, or turned into what is stored.</summary>
public sealed class StationSettings
{
    public string Name { get; set; } = "";
    public string TimeZone { get; set; } = "";
    public int WidenSeconds { get; set; }
    public int FollowUpMinutes { get; set; }
    public int DeviceSilentSeconds { get; set; }
    public List<RingField> Rings { get; set; } = [];
    public int SilentStep { get; set; }
    public List<RungField> Rungs { get; set; } = [];

    /// <summary>Restricted kinds of gear that its shops may keep.</summary>
    public HashSet<GearKind> Gear { get; set; } = [];

    public static StationSettings Of(Station station, IEnumerable<Rung> rungs) => new()
    {
        Name = station.Name, TimeZone = station.TimeZone,
        WidenSeconds = (int)station.Clocks.Widen.TotalSeconds, FollowUpMinutes = (int)station.Clocks.FollowUp.TotalMinutes, DeviceSilentSeconds = (int)station.Clocks.DeviceSilent.TotalSeconds,
        Rings = [.. station.Rings.Wider.Select(r => new RingField { Count = r.Count, Metres = (int)r.Metres })], SilentStep = station.Rings.SilentStep,
        Rungs = [.. rungs.Select(r => new RungField { AfterSeconds = r.AfterSeconds, Name = r.Name, Kind = r.Kind, TargetId = r.TargetId })],
        Gear = [.. station.Gear?.Allowed ?? []],
    };

    public Clocks Clocks(Clocks before) => before with
    {
        Widen = TimeSpan.FromSeconds(WidenSeconds),
        FollowUp = TimeSpan.FromMinutes(FollowUpMinutes),
        DeviceSilent = TimeSpan.FromSeconds(DeviceSilentSeconds),
    };

    public Rings RingsNow() => new() { Wider = [.. Rings.Select(r => new Ring(r.Count, r.Metres))], SilentStep = SilentStep };

    public GearPolicy GearNow() => new([.. Gear.Where(k => k.Rule().Restricted).Order()]);

    /// <summary>The rungs as they are stored, numbered in the order of their seconds.</summary>
    public IEnumerable<Rung> RungsNow(string stationId, Func<string> newId) => Rungs.OrderBy(r => r.AfterSeconds).Select((r, at) => new Rung
    {
        Id = newId(), StationId = stationId, Number = at + 1, AfterSeconds = r.AfterSeconds, Name = EnrolDesk.NameOf(r.Name)!, Kind = r.Kind,
        TargetId = r.NeedsTarget ? r.TargetId : null,
    });

    /// <summary>What is wrong with it, in words; none where it can be stored.</summary>
    /// <param name="targets">The ids of the station's walls and officers.</param>
    public Text? Wrong(IReadOnlySet<string> targets)
    {
        if (EnrolDesk.NameOf(Name) is null) return SettingsSay.NameMissing;
        if (!Stations.IsZone(TimeZone)) return SettingsSay.ZoneUnknown;
        if (WidenSeconds is < 10 or > 3600 || FollowUpMinutes is < 1 or > 240 || DeviceSilentSeconds is < 5 or > 600) return SettingsSay.ClockRange;
        if (SilentStep is < 1 or > 20 || Rings.Exists(r => r.Count is < 1 or > 500 || r.Metres is < 20 or > 20_000)) return SettingsSay.RingRange;
        if (Rings.Zip(Rings.Skip(1)).Any(pair => pair.Second.Metres <= pair.First.Metres)) return SettingsSay.RingsNotWider;
        if (Rungs.Count == 0) return SettingsSay.NoRung;
        if (Rungs.Exists(r => EnrolDesk.NameOf(r.Name) is null)) return SettingsSay.RungName;
        if (Rungs.Exists(r => r.AfterSeconds is < 5 or > 3600)) return SettingsSay.RungRange;
        if (Rungs.Select(r => r.AfterSeconds).Distinct().Count() < Rungs.Count) return SettingsSay.RungTwice;
        if (Rungs.Exists(r => r.NeedsTarget && (r.TargetId is null || !targets.Contains(r.TargetId)))) return SettingsSay.RungTarget;
        return null;
    }

    public sealed class RingField
    {
        public int Count { get; set; } = 24;
        public int Metres { get; set; } = 300;
    }

    public sealed class RungField
    {
        public int AfterSeconds { get; set; } = 30;
        public string Name { get; set; } = "";
        public RungKind Kind { get; set; }
        public bool NeedsTarget => Kind is RungKind.Wall or RungKind.Officer or RungKind.Post or RungKind.NeighbourStation;
        public string? TargetId { get; set; }
    }
}
