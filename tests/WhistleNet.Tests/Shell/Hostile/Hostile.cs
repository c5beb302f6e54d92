using System.Text.Json;

namespace WhistleNet;

/// <summary>Values that nobody means well with: as text for forms, queries and cells, and as written JSON for fields.</summary>
public static class Hostile
{
    /// <summary>Texts up to 8 KB; the megabyte is <see cref="Huge"/>, for bodies alone.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "a\0b", "\u0001", "\u001b[31mred", "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffd", "\uffff", "\u200b", "\u200e\u200f", "\u202eabc", "\u2066a\u2069", "\u0301\u0301\u0301",
        "a", "1", new string('a', 39), new string('a', 40), new string('a', 41), new string('a', 100), new string('a', 101), new string('a', 200), new string('a', 201), new string('a', 499), new string('a', 500), new string('a', 501), new string('哨', 2_000), new string('a', 8_000),
        "😀", "👩‍👩‍👧‍👦", string.Concat(Enumerable.Repeat("😀", 300)), "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "مرحبا", "שלום", "吹哨", "İıſK", "ＡＢＣ", "①②③",
        "'", "\"", "`", "<", ">", "&", "'\"><", "</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "]]>", "&lt;&#0;", "javascript:alert(1)", "data:text/html,x",
        "' OR 1=1 --", "'; DROP TABLE Shops; --", "%' ESCAPE '\\", "\\", "\\\\", "%", "_", "%00", "%0d%0aX: y", "..", "../../etc/passwd", "..\\..\\windows", "/", "//evil.example", "\\\\evil.example\\x", "http://evil.example/", "file:///etc/passwd",
        "{{7*7}}", "${7*7}", "#{7*7}", "{0}", "{0}{1}{99999}", "%s%n%x", "$(id)", "`id`", "; ls", "| ls", "*)(uid=*", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A1",
        "0", "-0", "-1", "+1", "00", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "1e308", "1e309", "1e-400", "NaN", "Infinity", "-Infinity", "0x10", "1_000", "1,5", "3.999999999999999999", "٣",
        "0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-02-30", "2026-13-01", "10000-01-01", "2026-11-24T25:00:00Z", "24/11/2026", "now", "Mo-Su 24:01-99:99", "Mo-Mo 08:00-08:00",
        "true", "TRUE", "null", "undefined", "None", "REAL", "Real", "drill", "TEST", "Stopped", "Coming", "4", "5", "zh", "Asia/Shanghai", "Not/AZone", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "not-a-uuid", Street.StationId, "{}", "[]", "{\"a\":{\"b\":1}}", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
    ];

    /// <summary>
    /// One in so many, beginning elsewhere for each field: neighbouring fields share them all between them, and a door that reads its
    /// fields alike meets each value, in a part of the time.
    /// </summary>
    public static IEnumerable<string> Share(this IReadOnlyList<string> values, int oneIn, int field) => values.Where((_, at) => (at + field) % oneIn == 0);

    public static string Huge { get; } = new('a', 1024 * 1024);

    /// <summary>The same as JSON, and what is no text at all: wrong kinds, half surrogates, numbers at the edges, depth.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        .. Texts.Select(t => JsonSerializer.Serialize(t)), JsonSerializer.Serialize(Huge),
        "null", "true", "false", "0", "-1", "5", "1.5", "1e99", "1e400", "-1e400", "2147483648", "9223372036854775808", "123456789012345678901234567890", "[]", "[1]", "[\"a\"]", "{}", "{\"lat\":91,\"lon\":0}", "{\"lat\":\"x\"}",
        "{\"lat\":1e400,\"lon\":-1e400}", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\"", new string('[', 100) + new string(']', 100), string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60),
        "NaN", "Infinity", "01", "+1", "'a'", "\"unclosed", "undefined", "tru", "", ",", "1}", "\"a\",\"a\":\"b\"",
    ];
}
