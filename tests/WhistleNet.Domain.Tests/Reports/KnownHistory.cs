using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>
/// Sixty alerts of one autumn, made by hand: day, time, mode, circle, kind, outcome (or open), seconds until self-help, mutual help and on
/// scene, drill, and how many shops never heard. What <see cref="HistoryTests"/> expects of them was counted from this text, not by the product.
/// </summary>
internal static class KnownHistory
{
    private const string Text =
        """
        09-09 22:18 real B1 robbery slip - - - - 0
        09-10 18:17 real A1 suspicious honestMistake 68 244 155 - 0
        09-14 19:34 real A3 disorder slip - - - - 2
        09-15 22:47 real A2 disorder mediation 44 162 - - 0
        09-16 21:11 real A1 theft slip - - - - 1
        09-16 22:52 real A1 theft mediation 39 - 371 - 2
        09-17 18:59 real A3 disorder stopped 65 258 308 - 1
        09-17 23:15 real A3 fight honestMistake 60 182 260 - 0
        09-18 22:26 real A2 suspicious open 42 96 315 - 0
        09-19 07:27 real B1 disorder handedToPolice 39 227 148 - 0
        09-19 09:00 test A1 unspecified test - - - - 0
        09-20 10:00 drill A1 disorder drill 20 110 - d0 1
        09-20 10:09 drill A1 disorder drill 25 130 - d0 0
        09-20 12:30 real A4 robbery mediation - 168 144 - 2
        09-21 11:00 test A3 unspecified test - - - - 0
        09-24 23:23 real A1 fire nothingFound 70 152 - - 0
        10-02 21:52 real A2 robbery stopped 17 223 372 - 0
        10-03 23:50 real B1 theft honestMistake 62 133 363 - 0
        10-06 00:50 real A2 suspicious mediation 12 - 420 - 2
        10-07 22:55 real A1 unspecified medicalOrFire 31 - 274 - 0
        10-09 07:27 real A1 theft slip - - - - 0
        10-09 10:00 test A2 unspecified test - - - - 0
        10-09 16:00 test A3 unspecified test - - - - 0
        10-09 23:09 real A3 fire medicalOrFire 59 219 404 - 0
        10-10 23:16 real A1 fight stopped 70 133 132 - 1
        10-13 00:09 real A2 unspecified handedToPolice 44 170 - - 0
        10-14 18:08 real B1 theft mediation 58 103 196 - 2
        10-15 12:37 real B1 robbery nothingFound 24 130 376 - 0
        10-15 19:59 real A2 fight mediation 28 80 278 - 2
        10-21 10:00 drill A1 disorder drill 20 110 200 d1 1
        10-21 10:00 drill A2 disorder drill 20 110 200 d2 1
        10-21 10:09 drill A1 disorder drill 25 130 230 d1 0
        10-21 10:09 drill A2 disorder drill 25 130 230 d2 0
        10-23 07:35 real A3 disorder stopped 61 71 220 - 1
        10-23 23:03 real B1 suspicious handedToPolice 47 88 188 - 0
        10-28 12:14 real A1 unspecified nothingFound 38 - 188 - 0
        10-31 09:19 real A2 unspecified handedToPolice 45 259 279 - 0
        10-31 21:23 real B1 theft handedToPolice 24 235 - - 2
        11-02 12:46 real B1 fight duplicate - - - - 0
        11-02 19:44 real A3 unspecified medicalOrFire 34 259 - - 0
        11-04 10:00 drill A2 disorder drill 20 110 200 d3 1
        11-04 10:09 drill A2 disorder drill 25 130 230 d3 0
        11-04 19:30 real A1 robbery stopped - - 253 - 1
        11-05 15:00 test A2 unspecified test - - - - 0
        11-07 09:01 real A1 disorder stopped 53 135 133 - 0
        11-07 22:19 real A1 fire nothingFound 48 67 420 - 2
        11-07 23:31 real A2 robbery slip - - - - 0
        11-10 10:00 drill B1 disorder drill 20 110 200 d4 1
        11-10 10:09 drill B1 disorder drill 25 130 230 d4 0
        11-10 18:00 real A1 suspicious nothingFound 46 241 - - 1
        11-13 12:00 test A4 unspecified test - - - - 0
        11-13 23:12 real B1 fire stopped 60 - 175 - 0
        11-18 10:00 drill A3 disorder drill 20 110 200 d5 1
        11-18 10:09 drill A3 disorder drill 25 130 230 d5 0
        11-21 13:00 test B1 unspecified test - - - - 0
        11-23 21:22 real A4 unspecified slip - - - - 0
        11-24 23:54 real A1 robbery malicious 62 - - - 1
        11-25 07:48 real B1 disorder stopped 50 184 270 - 0
        11-25 09:37 real A1 theft duplicate - - - - 0
        11-27 14:00 test A1 unspecified test - - - - 0
        """;

    public static readonly Period Autumn = new(new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 28));

    public static readonly Town Town = new([], [Circle("A1", "A"), Circle("A2", "A"), Circle("A3", "A"), Circle("B1", "B")], [], []); // A4 is no longer there

    private static readonly string[][] Rows = [.. Text.Split('\n').Select(line => line.Split(' '))];

    public static readonly IReadOnlyList<PastAlert> Alerts = [.. Rows.Select((r, i) => new PastAlert(
        $"{i:00}", Words.Parse<Mode>(r[2])!.Value, r[3], "shop of " + r[3], r[9] == "-" ? null : r[9], Words.Parse<Kind>(r[4])!.Value,
        r[5] == "open" ? AlertState.Taken : AlertState.Closed, Words.Parse<Outcome>(r[5]), DateTime.Parse($"2026-{r[0]} {r[1]}", CultureInfo.InvariantCulture), Span(r[6]), Span(r[7]), Span(r[8])))];

    public static readonly IReadOnlyList<Missed> Missed = [.. Rows.SelectMany((r, i) => Enumerable.Range(1, int.Parse(r[10], CultureInfo.InvariantCulture)).Select(n => new Missed($"{i:00}", $"{r[3]}-{n}")))];

    private static TimeSpan? Span(string seconds) => seconds == "-" ? null : TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));

    private static Circle Circle(string id, string area) => new() { Id = id, StationId = "station", AreaId = area, Name = id };
}
