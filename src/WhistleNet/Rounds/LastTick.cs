using System.Globalization;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>
/// What the last life of this house knew, in a file beside the database and not in it, so that a database taken from a backup can be
/// told from one that was only killed. Written over in place after each full sweep: it is never empty, and old by seconds at worst.
/// </summary>
public sealed class LastTick(string file)
{
    public const string FileName = "last-tick";
    private const string Form = "D20";
    private readonly Lock _gate = new();
    private DateTimeOffset _newest;

    /// <summary>When the last full sweep began, and the newest change of an alert that this house had committed by then.</summary>
    public sealed record Known(DateTimeOffset At, DateTimeOffset NewestChange);

    /// <summary>What another life wrote; nothing where there was none, or where the file says nothing that can be read.</summary>
    public Known? Read()
    {
        if (!File.Exists(file)) return null;
        var words = File.ReadAllText(file).Split(' ');
        return words.Length >= 2 && Moment(words[0]) is { } at && Moment(words[1]) is { } newest ? new Known(at, newest) : null;
    }

    /// <summary>An alert was changed, and that is on disk.</summary>
    public void Saw(DateTimeOffset change)
    {
        lock (_gate)
        {
            if (change > _newest) _newest = change;
        }
    }

    public void Write(DateTimeOffset at)
    {
        lock (_gate)
        {
            using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Join(' ', Digits(at), Digits(_newest), "\n")));
        }
    }

    private static string Digits(DateTimeOffset moment) => moment.UtcTicks.ToString(Form, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
