namespace WhistleNet.People;

/// <summary>
/// Addresses that leave this screen, in codes, links and prints: under <c>WhistleNet:PublicUrl</c> where that is set (the name that the
/// shops' phones know), else under the address that whoever prints them came by.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public string Of(HttpContext http, string path) => Of($"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}", path);

    public string Of(string cameBy, string path) => $"{(configuration["WhistleNet:PublicUrl"] is { Length: > 0 } known ? known : cameBy).TrimEnd('/')}/{path}";
}
