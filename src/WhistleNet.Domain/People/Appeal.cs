namespace WhistleNet.People;

/// <summary>
/// What a shop says against how its alert was judged, or against a restriction of its device. A person at the station answers it; an appeal that was
/// granted changes nothing by itself: the alert is reopened and closed anew, or the restriction lifted, by who may.
/// </summary>
public sealed class Appeal
{
    /// <summary>How long after the closing a shop may appeal; our own choice.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromDays(30);

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string ShopId { get; init; }

    /// <summary>The alert whose outcome is doubted, or the device that is restricted: one of the two. Each is appealed against once.</summary>
    public string? AlertId { get; init; }
    public string? DeviceId { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string ById { get; init; }
    public string? By { get; init; }
    public string? Text { get; init; }

    public bool? Granted { get; private set; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    /// <returns>False where it was answered already, or without a word of why.</returns>
    public bool Decide(bool granted, string? answer, Actor by, DateTimeOffset now)
    {
        if (!IsOpen || string.IsNullOrWhiteSpace(answer)) return false;
        (Granted, Answer, AnsweredBy, AnsweredAt) = (granted, answer, by.Name, now);
        return true;
    }
}

/// <summary>A talk with a shop after a false alarm: who showed them what, and when. A false alarm is coached, not punished.</summary>
public sealed class Coaching
{
    /// <summary>The alert that it was about; one talk may be about several, and is written to each.</summary>
    public required string AlertId { get; init; }
    public required string StationId { get; init; }
    public required string ShopId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ById { get; init; }
    public string? By { get; init; }
    public string? Text { get; init; }
}
