using System.Diagnostics.Metrics;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Rounds;

namespace WhistleNet.Telemetry;

/// <summary>What is read when somebody asks: the age of the engine, what waits, who is connected, how full the disk is.</summary>
public sealed class Gauges : IHostedService, IDisposable
{
    private readonly Meter _meter;

    public Gauges(IMeterFactory meters, EscalationClock clock, AlertWriter writer, Presence presence, AlertFeed feed, DiskWatch disk)
    {
        _meter = meters.Create(Measure.Name);
        _meter.CreateObservableGauge("whistlenet.sweep.age", () => clock.Age?.TotalSeconds ?? -1, "s", "Since the last full sweep; -1 before the first");
        _meter.CreateObservableGauge("whistlenet.writer.waiting", () => new[]
        {
            new Measurement<int>(writer.Waiting.Urgent, new KeyValuePair<string, object?>("lane", "urgent")),
            new Measurement<int>(writer.Waiting.Receipts, new KeyValuePair<string, object?>("lane", "receipts")),
        }, "{work}", "What waits for the writer");
        _meter.CreateObservableGauge("whistlenet.connections", () => presence.Connections, "{connection}", "Devices, walls, console clients and officers' screens on the line");
        _meter.CreateObservableGauge("whistlenet.listeners", () => feed.Listeners, "{listener}", "Who listens to the feed: the hub, the consoles");
        _meter.CreateObservableGauge("whistlenet.disk.free", () => disk.Free, "1", "Free part of the data folder's disk");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask; // being there is all

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();
}
