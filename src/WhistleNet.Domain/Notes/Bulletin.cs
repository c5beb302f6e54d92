using WhistleNet.Circles;

namespace WhistleNet.Notes;

/// <summary>What the station says to its shops in peace: a word to all, or thanks to who came.</summary>
public enum BulletinKind { Word, Thanks }

/// <summary>
/// A word from the station to its shops. It is no <c>Notice</c> of an alert: it never sounds, is pushed to nobody and stands under the whistle
/// only while nothing happens.
/// </summary>
public sealed class Bulletin
{
    /// <summary>So many in an hour from a station; thanks count as well, or they would be a way round.</summary>
    public const int MostAnHour = 6;

    /// <summary>How long it stands under the whistle.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromDays(14);

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required BulletinKind Kind { get; init; }
    public string? Text { get; set; }
    public required DateTimeOffset At { get; init; }
    public required string ById { get; init; }
    public string? By { get; set; }

    /// <summary>The circles it is for, and the shops; ids with a space between. None of either is for everybody of the station.</summary>
    public string? Circles { get; init; }
    public string? Shops { get; init; }

    /// <summary>The alert that thanks are for.</summary>
    public string? AlertId { get; init; }

    public bool IsFor(Shop shop) => shop.StationId == StationId
        && (Circles is null && Shops is null || Has(Circles, shop.CircleId) || Has(Shops, shop.Id));

    /// <summary>How long a station has to wait before it may say another word; none where it need not.</summary>
    /// <param name="sent">When it said the last ones.</param>
    public static TimeSpan? Wait(IEnumerable<DateTimeOffset> sent, DateTimeOffset now)
    {
        var lately = sent.Where(at => at > now.AddHours(-1)).Order().ToList();
        return lately.Count < MostAnHour ? null : lately[^MostAnHour].AddHours(1) - now;
    }

    private static bool Has(string? ids, string id) => ids is not null && ids.Split(' ').Contains(id);
}

/// <summary>A shop that said it had read one; the first of its devices counts.</summary>
public sealed class BulletinRead
{
    public required string BulletinId { get; init; }
    public required string ShopId { get; init; }
    public required DateTimeOffset At { get; init; }
}
