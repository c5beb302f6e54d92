using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace WhistleNet.Bench.Load;

/// <summary>
/// The shops' devices and the station's console client, all in this process. They confirm what they hear at once, ping and beat as
/// devices do, and keep when each alert was heard.
/// </summary>
public sealed class Crowd(IPEndPoint server) : IAsyncDisposable
{
    private static readonly byte[] Ping = Encoding.UTF8.GetBytes("{\"type\":6}\u001e");
    private static readonly byte[] Beat = Encoding.UTF8.GetBytes("{\"type\":1,\"target\":\"Beat\",\"arguments\":[{\"audio\":true,\"visible\":true}]}\u001e");
    private readonly ConcurrentDictionary<string, Whistle> _whistles = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Line> _lines = [];
    private Task _beating = Task.CompletedTask;

    /// <summary>Lines that are no longer open.</summary>
    public int Dropped => _lines.Count(l => !l.IsOpen);

    public Whistle Of(string alertId) => _whistles.GetOrAdd(alertId, _ => new Whistle());

    /// <summary>Connects everybody, the station first.</summary>
    public async Task Gather(string stationPath, IReadOnlyList<(int Number, string Path)> devices, CancellationToken cancel)
    {
        var station = new Line(-1, AtStation);
        _lines.Add(station);
        await station.Open(server, stationPath, cancel);
        var lines = devices.Select(d => (Line: new Line(d.Number, AtDevice), d.Path)).ToList();
        _lines.AddRange(lines.Select(l => l.Line));
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = 48, CancellationToken = cancel },
            async (line, stop) => await line.Line.Open(server, line.Path, stop));
        _beating = Task.Run(BeatOn, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _beating;
        foreach (var line in _lines) line.Dispose();
        await Task.WhenAll(_lines.Select(l => l.Heard));
        _leaving.Dispose();
    }

    // A ping each 15 s and a beat each 30 s, the lines one after the other.
    private async Task BeatOn()
    {
        const int Ticks = 150;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var tick = 0; !_leaving.IsCancellationRequested; tick++)
        {
            for (var i = tick % Ticks; i < _lines.Count; i += Ticks) _lines[i].Say(tick / Ticks % 2 == 0 ? Ping : Beat);
            try
            {
                await timer.WaitForNextTickAsync(_leaving.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void AtDevice(Line line, ReadOnlySpan<byte> message)
    {
        var at = Stopwatch.GetTimestamp();
        if (!message.StartsWith("{\"type\":1,\"target\":\"News\""u8)) return;
        var (alertId, version) = Confirm(line, message);
        if (version == 1 && message.IndexOf("\"you\":\"neighbour\""u8) > 0) Of(alertId).HeardBy(station: false, at);
    }

    private void AtStation(Line line, ReadOnlySpan<byte> message)
    {
        var at = Stopwatch.GetTimestamp();
        if (message.StartsWith("{\"type\":1,\"target\":\"News\""u8))
        {
            var (alertId, version) = Confirm(line, message);
            if (version == 1) Of(alertId).HeardBy(station: true, at);
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"Notices\""u8)) Receipts(message, at);
    }

    private void Receipts(ReadOnlySpan<byte> message, long at)
    {
        using var json = JsonDocument.Parse(message.ToArray());
        var changed = json.RootElement.GetProperty("arguments")[0];
        var whistle = Of(changed.GetProperty("alertId").GetString()!);
        foreach (var notice in changed.GetProperty("notices").EnumerateArray())
        {
            if (!notice.GetProperty("to").ValueEquals("shop"u8) || !notice.GetProperty("state").ValueEquals("received"u8)) continue;
            whistle.Receipt(notice.GetProperty("deviceId").GetString()!, notice.GetProperty("version").GetInt64() > 1, at);
        }
        whistle.Look();
    }

    private static (string AlertId, long Version) Confirm(Line line, ReadOnlySpan<byte> news)
    {
        var id = After(news, "\"alertId\":\""u8);
        id = id[..id.IndexOf((byte)'"')];
        var version = After(news, "\"version\":"u8);
        version = version[..version.IndexOf((byte)',')];
        Span<byte> said = stackalloc byte[160];
        var length = 0;
        Add(said, ref length, "{\"type\":1,\"target\":\"Received\",\"arguments\":[\""u8);
        Add(said, ref length, id);
        Add(said, ref length, "\","u8);
        Add(said, ref length, version);
        Add(said, ref length, "]}\u001e"u8);
        line.Say(said[..length]);
        return (Encoding.ASCII.GetString(id), long.Parse(version, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> what) => text[(text.IndexOf(what) + what.Length)..];

    private static void Add(Span<byte> into, ref int length, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(into[length..]);
        length += bytes.Length;
    }
}
