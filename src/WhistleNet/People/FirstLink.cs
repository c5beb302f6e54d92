using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>
/// The link by which a new installation gets its first account: printed on the console of whoever started it, good once, until it is
/// used or the server restarts. Kept in memory alone; while an account exists there is none.
/// </summary>
public sealed class FirstLink(IDbContextFactory<WhistleDb> databases, PublicAddress address)
{
    private string? _code;

    /// <summary>Makes the code, where there is no account yet.</summary>
    public async Task Make()
    {
        await using var db = await databases.CreateDbContextAsync();
        _code = await db.Users.AnyAsync() ? null : Tokens.New()[..32];
    }

    /// <summary>The line to print, for a server that listens at these addresses; none where an account exists already.</summary>
    public string? Line(IEnumerable<string> urls) => _code is null ? null : $"first account\t{address.Of(Here(urls), "first?code=" + _code)}";

    public bool Opens(string? code) => _code is { } ours && code is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ours), Encoding.UTF8.GetBytes(code));

    /// <summary>Takes the link: of several who come at once, one gets it.</summary>
    public bool Take(string? code) => Opens(code) && Interlocked.Exchange(ref _code, null) is not null;

    /// <summary>Gives it back where no account came of it.</summary>
    public void Return(string code) => _code = code;

    // A name and not a number, since a passkey is made for a name.
    private static string Here(IEnumerable<string> urls)
    {
        var at = new Uri((urls.FirstOrDefault() ?? "http://localhost").Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        return at.IsLoopback || IPAddress.TryParse(at.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) ? $"{at.Scheme}://localhost:{at.Port}" : at.GetLeftPart(UriPartial.Authority);
    }
}
