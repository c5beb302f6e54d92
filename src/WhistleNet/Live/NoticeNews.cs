using System.Runtime.Serialization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;

namespace WhistleNet.Live;

/// <summary>A notice on the wire.</summary>
[DataContract]
public sealed record NoticeNews
{
    [DataMember(Name = "to")] public required string To { get; init; }
    [DataMember(Name = "shopId")] public string? ShopId { get; init; }
    [DataMember(Name = "deviceId")] public string? DeviceId { get; init; }
    [DataMember(Name = "name")] public required string Name { get; init; }
    [DataMember(Name = "state")] public required string State { get; init; }
    [DataMember(Name = "reason")] public string? Reason { get; init; }
    [DataMember(Name = "late")] public bool? Late { get; init; }
    [DataMember(Name = "answer")] public string? Answer { get; init; }
    /// <summary>What its shop is asked to be in the unit, and what to bring.</summary>
    [DataMember(Name = "role")] public string? Role { get; init; }
    [DataMember(Name = "bring")] public IReadOnlyList<string>? Bring { get; init; }

    [DataMember(Name = "version")] public required long Version { get; init; }
    [DataMember(Name = "at")] public required string At { get; init; }

    public static NoticeNews Of(Notice n) => new()
    {
        To = n.To.Word(), ShopId = n.ShopId, DeviceId = n.DeviceId, Name = News.Cut(n.Name), State = n.State.Word(), Reason = n.Reason?.Word(),
        Late = n.Late ? true : null, Answer = n.Answer?.Word(), Role = n.Role?.Word(), Bring = n.Bring?.Split(' '), Version = n.Version, At = News.Time(n.At),
    };
}

/// <summary>Those notices of one alert that one commit changed.</summary>
[DataContract]
public sealed record NoticesNews(
    [property: DataMember(Name = "alertId")] string AlertId,
    [property: DataMember(Name = "notices")] IReadOnlyList<NoticeNews> Notices);

/// <summary>The whole small board of one client, sent at every connect: what it holds and this lacks is over.</summary>
[DataContract]
public sealed record Board(
    [property: DataMember(Name = "serverTime")] string ServerTime,
    [property: DataMember(Name = "alerts")] IReadOnlyList<News> Alerts,
    [property: DataMember(Name = "drills")] IReadOnlyList<DrillNews> Drills);

/// <summary>A drill that concerns the client: it runs, or it is over and everybody is told that it was one.</summary>
/// <param name="PressHere">This page shows the drill's button.</param>
/// <param name="Ended">What ended it, as a word; none while it runs.</param>
/// <param name="AnnouncedAt">When everybody was told that it was a drill.</param>
/// <param name="Secret">Blind, and nothing has sounded yet: the page must not show it to whoever looks over a shoulder.</param>
[DataContract]
public sealed record DrillNews(
    [property: DataMember(Name = "drillId")] string DrillId,
    [property: DataMember(Name = "title")] string Title,
    [property: DataMember(Name = "state")] string State,
    [property: DataMember(Name = "pressHere")] bool PressHere,
    [property: DataMember(Name = "ended")] string? Ended = null,
    [property: DataMember(Name = "announcedAt")] string? AnnouncedAt = null,
    [property: DataMember(Name = "secret")] bool? Secret = null)
{
    /// <summary>As a shop of one of its circles hears of it; none where it is not to hear.</summary>
    public static DrillNews? For(Drill drill, Shop shop)
    {
        var presses = shop.Id == drill.PressShopId;
        if (drill.Form != DrillForm.Live || !drill.CircleIds.Contains(shop.CircleId) || drill.IsSecret && !presses) return null;
        return Of(drill, pressHere: drill.IsRunning && (presses || !drill.Blind));
    }

    public static DrillNews Of(Drill drill, bool pressHere = false) =>
        new(drill.Id, News.Cut(drill.Title), drill.State.Word(), pressHere, drill.End?.Word(), drill.AnnouncedAt is { } at ? News.Time(at) : null, drill.IsSecret ? true : null);
}

/// <summary>Something of a scenario, told to those whom it is for; only ever of a drill.</summary>
/// <param name="Text">In both languages, for a client that knows none of its own.</param>
/// <param name="To">The part that it is for, as a word.</param>
[DataContract]
public sealed record InjectNews(
    [property: DataMember(Name = "drillId")] string DrillId,
    [property: DataMember(Name = "text")] string Text,
    [property: DataMember(Name = "at")] string At,
    [property: DataMember(Name = "injectId")] string InjectId,
    [property: DataMember(Name = "to")] string To,
    [property: DataMember(Name = "zh")] string Zh,
    [property: DataMember(Name = "en")] string En)
{
    public static InjectNews Of(Drill drill, Telling told)
    {
        var (inject, text) = (told.Inject, told.Inject.Text);
        return new(drill.Id, $"{text.Zh} {text.En}", News.Time(told.At), inject.Id, inject.To.Word(), text.Zh, text.En);
    }
}

/// <summary>What a device says of itself.</summary>
[DataContract]
public sealed record BeatNews
{
    [DataMember(Name = "audio")] public bool Audio { get; init; }
    [DataMember(Name = "visible")] public bool Visible { get; init; }

    /// <summary>0 to 1.</summary>
    [DataMember(Name = "battery")] public double? Battery { get; init; }
}
