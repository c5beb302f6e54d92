using System.Security.Cryptography;
using System.Text;

namespace WhistleNet.People;

/// <summary>Secrets that we hand out: 256 random bits, kept only as a hash.</summary>
public static class Tokens
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
