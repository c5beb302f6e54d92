using System.Security.Cryptography;
using System.Text;
using WhistleNet.Alerts;

namespace WhistleNet.Circles;

/// <summary>
/// The two words that an owner sets: one says "I am safe", the other "I say it because somebody forces me". Only salted hashes are
/// kept, and every typed word costs the same work, so that neither answer nor time tells which it was.
/// </summary>
public static class ShopWords
{
    private const int Rounds = 20_000; // a few milliseconds: words are guessed on the phone in a hand, not on a cluster

    public static string Hash(Shop shop, string word) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Normal(word), Encoding.UTF8.GetBytes(shop.Id), Rounds, HashAlgorithmName.SHA256, 32));

    /// <summary>What a typed word was; an empty one is just the message.</summary>
    public static SafeWord Read(Shop shop, string? word)
    {
        var hash = Encoding.ASCII.GetBytes(Hash(shop, word ?? ""));
        var duress = Same(hash, shop.DuressWord);
        var safe = Same(hash, shop.SafeWord);
        return string.IsNullOrWhiteSpace(word) ? SafeWord.None : duress ? SafeWord.Duress : safe ? SafeWord.Safe : SafeWord.Unknown;
    }

    private static bool Same(byte[] hash, string? kept) => CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(kept ?? new string('-', 64)));

    private static byte[] Normal(string word) => Encoding.UTF8.GetBytes(word.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant());
}
