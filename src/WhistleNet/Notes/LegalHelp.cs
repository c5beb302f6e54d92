namespace WhistleNet.Notes;

/// <summary>Where people are sent who need legal help, as the operator set it: <c>WhistleNet:LegalHelp:Name</c>, <c>Phone</c>, <c>Address</c>, <c>Link</c>.</summary>
public sealed record LegalHelp(string Name, string Phone, string? Address, string? Link)
{
    /// <summary>The public legal service line of the whole country.</summary>
    private const string EverywherePhone = "12348";

    public static LegalHelp Of(IConfiguration set)
    {
        var here = set.GetSection("WhistleNet:LegalHelp");
        var link = Uri.TryCreate(here["Link"], UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri?.ToString() : null;
        return new(here["Name"] is { Length: > 0 } name ? name : HandoverSay.DefaultHelp.ToString(), here["Phone"] is { Length: > 0 } phone ? phone : EverywherePhone, here["Address"] is { Length: > 0 } address ? address : null, link);
    }
}
