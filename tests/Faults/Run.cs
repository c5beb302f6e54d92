using System.Diagnostics;
using System.Globalization;

namespace WhistleNet;

/// <summary>
/// The rounds of one fault: the few of the suite or what the long form asks for, which tells how far it is and ends after the
/// round in hand where fewer are wished for. Several may take rounds from it at once.
/// </summary>
/// <param name="soFar">What was seen until now, for who watches.</param>
public sealed class Run(string fault, int few, Func<string> soFar)
{
    private static readonly string? Enough = Environment.GetEnvironmentVariable("WHISTLENET_FAULTS_ENOUGH"); // a file: where it is there, the round in hand is the last
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly long _since = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();
    private int _taken;

    public int Wanted { get; } = Figures.Rounds(few);

    /// <summary>How many were begun; those that were, come to their end.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>The number of the next round, from 0; none where there were enough.</summary>
    public int? Next()
    {
        lock (_gate)
        {
            if (_taken >= Wanted || _taken > 0 && File.Exists(Enough)) return null;
            if (Figures.IsLong && _taken > 0 && Stopwatch.GetElapsedTime(_told) > Pace) Tell();
            return _taken++;
        }
    }

    // To the error stream, which the script shows while the table is still being made.
    private void Tell()
    {
        _told = Stopwatch.GetTimestamp();
        var spent = Stopwatch.GetElapsedTime(_since);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {fault}: {_taken} of {Wanted} rounds in {spent:h\\:mm\\:ss}, about {spent / _taken * (Wanted - _taken):h\\:mm\\:ss} left; {soFar()}"));
    }
}
