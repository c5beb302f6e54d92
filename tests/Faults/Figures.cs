using System.Globalization;

namespace WhistleNet;

/// <summary>What a fault did, for the table of <c>tests/faults</c>; in the suite it is said beside the test.</summary>
public static class Figures
{
    private static readonly Lock Gate = new();

    /// <summary>How often: the few of the suite, or what the long form asks for.</summary>
    public static int Rounds(int few) => int.TryParse(Environment.GetEnvironmentVariable("WHISTLENET_FAULTS_ROUNDS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : few;

    /// <summary>Whether <c>tests/faults</c> asked, and reads the table.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("WHISTLENET_FAULTS_OUT") is { Length: > 0 };

    /// <summary>The last line of a test: it is only said of what held.</summary>
    public static void Held(string fault, string figure) => Say(fault, "held", figure);

    /// <summary>This machine cannot have the fault; that is never a pass.</summary>
    public static void Skip(string fault, string why)
    {
        Say(fault, "skipped", why);
        Assert.Skip(why);
    }

    public static double Percentile(IEnumerable<double> of, double p)
    {
        var sorted = of.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    private static void Say(string fault, string how, string what)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault} {how}: {what}");
        if (Environment.GetEnvironmentVariable("WHISTLENET_FAULTS_OUT") is not { Length: > 0 } file) return;
        lock (Gate) File.AppendAllText(file, $"{fault}\t{how}\t{TestContext.Current.TestMethod?.MethodName}\t{what}\n");
    }
}
