using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WhistleNet;

/// <summary>Keeps every error that the app logs: a story that passes while something broke behind it has not passed.</summary>
public sealed class Errors : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _errors = [];

    public bool Expected { get; set; }

    public void MustBeNone()
    {
        if (!Expected) Assert.True(_errors.IsEmpty, string.Join("\n", _errors.Take(5)));
    }

    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _errors.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
