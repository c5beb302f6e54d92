using WhistleNet.Data;

namespace WhistleNet.Circles;

/// <summary>
/// Pictures of streets that an operator puts under the map: from where, by whose leave, and in which system they are drawn. None ship and none are needed; what is drawn from the
/// shops stands above them, and alone where they do not come.
/// </summary>
/// <param name="Url">With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, as such services name their pictures.</param>
/// <param name="Licence">Whose they are; always shown beside them.</param>
/// <param name="Approval">The number of the map's approval 审图号, where the law asks for one.</param>
public sealed record MapTiles(string Url, string Licence, string? Approval, Datum Datum)
{
    private const string Section = "WhistleNet:Map:";

    /// <summary>Where they come from, for the policy of what a page may load.</summary>
    public string Origin => new Uri(Filled(Url)).GetLeftPart(UriPartial.Authority) is var origin && Url.Contains("//{s}.", StringComparison.Ordinal) ? origin.Replace("//a.", "//*.", StringComparison.Ordinal) : origin;

    /// <summary>What stands under the map.</summary>
    public string Line => Approval is null ? Licence : $"{Licence} · {Approval}";

    /// <returns>None where nothing is configured.</returns>
    /// <exception cref="CannotStart">It is configured in a way that cannot work, or without saying whose they are.</exception>
    public static MapTiles? Of(IConfiguration configuration)
    {
        if (configuration[Section + "Tiles"] is not { Length: > 0 } url) return null;
        if (!Uri.TryCreate(Filled(url), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || !Array.TrueForAll(["{z}", "{x}", "{y}"], url.Contains))
            throw new CannotStart($"{Section}Tiles is an address with {{z}}, {{x}} and {{y}} in it, not {url}");
        if (configuration[Section + "Licence"] is not { Length: > 0 } licence) throw new CannotStart($"{Section}Tiles needs {Section}Licence: whose the pictures are is shown beside them");
        var datum = configuration[Section + "Datum"] is not { Length: > 0 } named ? Datum.Wgs84 : Alerts.Words.Parse<Datum>(named.ToLowerInvariant());
        // 百度 cuts its pictures by a projection of its own: shifted coordinates would still not lie on them.
        if (datum is not (Datum.Wgs84 or Datum.Gcj02)) throw new CannotStart($"{Section}Datum is wgs84 or gcj02");
        return new MapTiles(url, licence, configuration[Section + "Approval"] is { Length: > 0 } approval ? approval : null, datum.Value);
    }

    private static string Filled(string url) => url.Replace("{z}", "0", StringComparison.Ordinal).Replace("{x}", "0", StringComparison.Ordinal).Replace("{y}", "0", StringComparison.Ordinal).Replace("{s}", "a", StringComparison.Ordinal).Replace("{r}", "", StringComparison.Ordinal);
}

/// <summary>What lies under the map: the operator's pictures, or nothing.</summary>
public sealed record MapGround(MapTiles? Tiles)
{
    public Datum Datum => Tiles?.Datum ?? Datum.Wgs84;
}
