using System.Collections.Frozen;

namespace WhistleNet.People;

/// <summary>How good a password is, said plainly.</summary>
public enum Strength { TooShort, Guessable, Fair, Good }

/// <summary>
/// Length is what counts: eight at least, fifteen advised, no rules about signs. What everybody tries first is refused, whatever its length.
/// </summary>
public static class PasswordAdvice
{
    public const int Least = 8;
    public const int Advised = 15;

    // The long ones of the lists of leaked passwords, in China and elsewhere.
    private static readonly FrozenSet<string> TriedFirst = new[]
    {
        "password", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "qwertyui", "qwertyuiop", "qwerty123", "1qaz2wsx", "qazwsxedc",
        "1q2w3e4r", "1q2w3e4r5t", "q1w2e3r4", "zaq12wsx", "asdfghjkl", "zxcvbnm1", "iloveyou", "sunshine", "princess", "football", "baseball", "superman", "trustno1",
        "letmein1", "welcome1", "admin123", "admin888", "administrator", "abcd1234", "abc12345", "a1234567", "a12345678", "a123456789", "aa123456", "aa12345678",
        "qq123456", "woaini1314", "woaini520", "woaini521", "5201314520", "13145200", "1314520520", "wang1234", "zhang123", "whistlenet", "chuishao", "paichusuo",
        "changeme", "computer", "internet", "starwars", "whatever", "12341234", "11223344", "1122334455", "123123123", "147258369", "159357456", "789456123",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Strength Of(string? password, string? userName = null)
    {
        if (password is null || password.Length < Least) return Strength.TooShort;
        if (TriedFirst.Contains(password) || IsRun(password) || password.Distinct().Count() < 4) return Strength.Guessable;
        if (!string.IsNullOrWhiteSpace(userName) && password.Contains(userName, StringComparison.OrdinalIgnoreCase) && password.Length < userName.Length + 6) return Strength.Guessable;
        return password.Length < Advised ? Strength.Fair : Strength.Good;
    }

    // 12345678, 87654321, abcdefgh: each sign beside the one before it (0 after 9 as on a keyboard).
    private static bool IsRun(string password) =>
        password.Zip(password.Skip(1), (a, b) => a == '9' && b == '0' ? 1 : b - a).Distinct().ToList() is [1 or -1 or 0];
}
