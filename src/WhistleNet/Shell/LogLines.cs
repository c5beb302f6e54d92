using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace WhistleNet.Shell;

/// <summary>
/// The server's own log on the console: an event is one line, time, level, where, what; an exception's lines follow, each begun with two
/// spaces. Whatever a value holds, no other line begins at the margin. <c>Logging:Console:FormatterName</c> chooses another form.
/// </summary>
public sealed class LogLines(TimeProvider time) : ConsoleFormatter(FormName)
{
    public const string FormName = "lines";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var what = OneLine.Escaped(logEntry.Formatter(logEntry.State, logEntry.Exception));
        textWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Word(logEntry.LogLevel)} {logEntry.Category}[{logEntry.EventId.Id}] {what}"));
        if (logEntry.Exception is not { } broken) return;
        foreach (var line in broken.ToString().Split('\n')) textWriter.WriteLine("  " + OneLine.Escaped(line.TrimEnd('\r')));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
