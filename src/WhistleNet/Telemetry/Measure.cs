using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhistleNet.Telemetry;

/// <summary>
/// What the house measures of itself, under the meter and the source <c>WhistleNet</c>. No instrument and no span ever carries who or where:
/// no ids of people, shops or devices, no words, no positions. Durations are milliseconds.
/// </summary>
public static class Measure
{
    public const string Name = "WhistleNet";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>From the press at the desk to its answer, commit included; by mode, and whether the press was new.</summary>
    public static readonly Histogram<double> Press = Meter.CreateHistogram<double>("whistlenet.press.duration", "ms", "A press, from the desk to its answer on disk");

    /// <summary>One transaction of the writer; by lane: <c>urgent</c> for presses and moves, <c>receipts</c>.</summary>
    public static readonly Histogram<double> Commit = Meter.CreateHistogram<double>("whistlenet.commit.duration", "ms", "One transaction of the alert path");

    public static readonly Histogram<int> Together = Meter.CreateHistogram<int>("whistlenet.commit.works", "{work}", "Pieces of work that shared one transaction");

    public static readonly Counter<long> Receipts = Meter.CreateCounter<long>("whistlenet.receipts", "{receipt}", "Receipts on disk");

    /// <summary>From the feed to the last group; the devices' own lines are not waited for.</summary>
    public static readonly Histogram<double> FanOut = Meter.CreateHistogram<double>("whistlenet.fanout.duration", "ms", "One news handed to the hub's groups");

    public static readonly Histogram<double> Sweep = Meter.CreateHistogram<double>("whistlenet.sweep.duration", "ms", "One full round of what is due");

    /// <summary>How many alerts waited in a console's box when it was emptied.</summary>
    public static readonly Histogram<int> Mailbox = Meter.CreateHistogram<int>("whistlenet.mailbox.depth", "{alert}", "Alerts in a console's box when it was emptied");

    public static void Record(this Histogram<double> duration, long since, params ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        duration.Record(Stopwatch.GetElapsedTime(since).TotalMilliseconds, tags);
}
