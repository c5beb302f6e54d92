using System.Globalization;
using System.Runtime.Serialization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Reports;

namespace WhistleNet.Live;

/// <summary>
/// An alert as one reader may see it; the same names in HTTP, hub JSON and MessagePack. The level is absent for every reader of
/// the pressed shop, always.
/// </summary>
[DataContract]
public record News
{
    [DataMember(Name = "alertId")] public required string AlertId { get; init; }
    [DataMember(Name = "version")] public required long Version { get; init; }
    [DataMember(Name = "mode")] public required string Mode { get; init; }
    [DataMember(Name = "drillId")] public string? DrillId { get; init; }
    [DataMember(Name = "state")] public required string State { get; init; }
    [DataMember(Name = "kind")] public required string Kind { get; init; }
    [DataMember(Name = "level")] public int? Level { get; init; }
    [DataMember(Name = "silent")] public required bool Silent { get; init; }

    /// <summary><c>raiser</c>, <c>neighbour</c> or <c>station</c>.</summary>
    [DataMember(Name = "you")] public required string You { get; init; }

    [DataMember(Name = "shop")] public required NewsShop Shop { get; init; }
    [DataMember(Name = "circle")] public string? Circle { get; init; }
    [DataMember(Name = "area")] public string? Area { get; init; }

    /// <summary>Metres from the reader's shop.</summary>
    [DataMember(Name = "distanceM")] public int? DistanceM { get; init; }

    /// <summary>Degrees from north, from the reader's shop.</summary>
    [DataMember(Name = "bearing")] public int? Bearing { get; init; }

    [DataMember(Name = "raisedAt")] public required string RaisedAt { get; init; }
    /// <summary>When the device says that it was pressed, where that is long before the raise.</summary>
    [DataMember(Name = "pressedAt")] public string? PressedAt { get; init; }

    [DataMember(Name = "coming")] public required int Coming { get; init; }
    [DataMember(Name = "needed")] public required int Needed { get; init; }
    [DataMember(Name = "enough")] public required bool Enough { get; init; }

    /// <summary>What the reader's shop is asked to be in the unit, as a word; with what of its own; and for all, the shop where they meet before they go on.</summary>
    [DataMember(Name = "role")] public string? Role { get; init; }
    [DataMember(Name = "bring")] public IReadOnlyList<string>? Bring { get; init; }
    [DataMember(Name = "meet")] public string? Meet { get; init; }

    /// <summary>Where whoever evacuates leads people, a shop's name; none where nobody named a place.</summary>
    [DataMember(Name = "leadTo")] public string? LeadTo { get; init; }

    [DataMember(Name = "takenBy")] public string? TakenBy { get; init; }
    [DataMember(Name = "outcome")] public string? Outcome { get; init; }

    /// <summary>Within how many seconds of the raise the three stages are to be reached; not for neighbours, whose message stays small.</summary>
    [DataMember(Name = "targets")] public IReadOnlyList<int>? Targets { get; init; }

    /// <summary>After how many seconds each was reached; -1 where it is not yet.</summary>
    [DataMember(Name = "reached")] public IReadOnlyList<int>? Reached { get; init; }

    /// <summary>Shared by news that are the same but for distance and bearing; nothing of it is on the wire.</summary>
    internal Alike? Alike { get; init; }

    public static News For(Alert alert, Town town, Reader you, double? distanceM = null, double? bearing = null) => new Writer(alert, town, you).News().From(distanceM, bearing);

    /// <summary>The same news, to be told to many <see cref="From"/> here and there: then it is written once.</summary>
    public News ForMany() => this with { Alike = new Alike() };

    /// <summary>The same news for a reader at this distance.</summary>
    public News From(double? distanceM, double? bearing) =>
        this with { DistanceM = distanceM is { } m ? (int)Math.Round(m) : null, Bearing = bearing is { } b ? (int)Math.Round(b) % 360 : null };

    /// <summary>The same news for a shop that is called, with what it is asked for; those that are asked nothing are told alike.</summary>
    public News To(Notice? notice) => notice?.Role is { } role
        ? From(notice.DistanceM, notice.Bearing) with { Alike = null, Role = role.Word(), Bring = notice.Bring?.Split(' ') }
        : From(notice?.DistanceM, notice?.Bearing);

    /// <summary>A time as the wire has it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name as the wire has it: 40 characters at most, and less for what stands beside the shop's, so that a message stays under 1 KB.</summary>
    public static string Cut(string name, int longest = 40) => name.Length <= longest ? name : name[..(char.IsHighSurrogate(name[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    internal const int Beside = 30;

    private readonly record struct Writer(Alert Alert, Town Town, Reader You)
    {
        public News News()
        {
            var shop = Town.Shop(Alert.ShopId);
            var circle = Town.Circle(Alert.CircleId);
            var (alert, targets, watches) = (Alert, Town.TargetsOf(Alert.CircleId), You != Reader.Neighbour);
            var area = circle is not null && Town.Areas.TryGetValue(circle.AreaId, out var found) ? found : null;
            return new News
            {
                AlertId = Alert.Id, Version = Alert.Version, Mode = Alert.Mode.Word(), DrillId = Alert.DrillId, State = Alert.State.Word(),
                Kind = Alert.Kind.Word(), Level = You == Reader.Raiser ? null : Alert.Level, Silent = Alert.Silent, You = (You == Reader.Wall ? Reader.Station : You).Word(),
                Shop = NewsShop.Of(shop, Alert.ShopId), Circle = circle is null ? null : Cut(circle.Name, Beside), Area = area is null ? null : Cut(area.Name, Beside),
                RaisedAt = Time(Alert.RaisedAt), PressedAt = Alert.Late is null ? null : Time(Alert.PressedAt!.Value), Coming = Alert.Coming, Needed = Alert.Needed, Enough = Alert.Enough,
                Meet = You != Reader.Raiser && Alert.MeetAt is { } place && Town.Shop(place) is { } there ? Cut(there.Name, Beside) : null,
                LeadTo = You is Reader.Neighbour or Reader.Station && Alert.MeetAt is not null && Town.Shop(Muster.LeadTo(circle, Alert.ShopId)) is { } away ? Cut(away.Name, Beside) : null,
                TakenBy = You != Reader.Wall && Alert.TakenBy is { } taker ? Cut(taker, Beside) : null, Outcome = Alert.Outcome?.Word(),
                Targets = watches ? [.. Stages.All.Select(s => (int)targets.Of(s).TotalSeconds)] : null, Reached = watches ? [.. Stages.All.Select(s => After(alert, s))] : null,
            };
        }

        private static int After(Alert alert, Stage stage) => alert.ReachedAt(stage) is { } at ? (int)(at - alert.RaisedAt).TotalSeconds : -1;
    }
}

/// <summary>What the reader is to an alert. A wall reads as the station does, without a person's name.</summary>
public enum Reader { Raiser, Neighbour, Station, Wall }

/// <summary>The shop that whistles, in its own words.</summary>
[DataContract]
public sealed record NewsShop
{
    [DataMember(Name = "id")] public required string Id { get; init; }
    [DataMember(Name = "ref")] public string? Ref { get; init; }
    [DataMember(Name = "name")] public required string Name { get; init; }
    [DataMember(Name = "address")] public required string Address { get; init; }
    [DataMember(Name = "lat")] public required double Lat { get; init; }
    [DataMember(Name = "lon")] public required double Lon { get; init; }

    public static NewsShop Of(Shop? shop, string id) => new()
    {
        Id = id, Ref = shop?.Ref, Name = News.Cut(shop?.Name ?? ""), Address = News.Cut(shop?.Address ?? "", News.Beside), Lat = shop?.Lat ?? 0, Lon = shop?.Lon ?? 0,
    };
}
