using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WhistleNet.Telemetry;

public sealed class MeasureStories
{
    [Fact]
    public async Task A_press_is_measured_from_the_desk_to_the_receipt_and_no_figure_says_who()
    {
        var heard = new ConcurrentQueue<(string Instrument, string Tags)>();
        using var ear = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == Measure.Name) listener.EnableMeasurementEvents(instrument); } };
        ear.SetMeasurementEventCallback<double>((i, _, tags, _) => heard.Enqueue((i.Name, Said(tags))));
        ear.SetMeasurementEventCallback<int>((i, _, tags, _) => heard.Enqueue((i.Name, Said(tags))));
        ear.SetMeasurementEventCallback<long>((i, _, tags, _) => heard.Enqueue((i.Name, Said(tags))));
        ear.Start();
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var neighbour = await world.Shop(0, 1).Listen(confirms: true);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await Eventually.True(() => neighbour.HeardOf(id), "the neighbour hears");
        await world.Forward(2);
        string[] wanted = ["whistlenet.press.duration", "whistlenet.commit.duration", "whistlenet.commit.works", "whistlenet.fanout.duration", "whistlenet.receipts", "whistlenet.sweep.duration"];
        await Eventually.True(() => wanted.All(name => heard.Any(h => h.Instrument == name)), "each is measured");
        ear.RecordObservableInstruments();
        foreach (var gauge in new[] { "whistlenet.sweep.age", "whistlenet.writer.waiting", "whistlenet.connections", "whistlenet.listeners", "whistlenet.disk.free" })
            Assert.Contains(heard, h => h.Instrument == gauge);
        Assert.All(heard.Select(h => h.Tags).Distinct(), tags => Assert.Matches("^(lane=(urgent|receipts)|mode=(real|test) new=(True|False)|)$", tags));
    }

    [Fact]
    public async Task With_a_collector_named_figures_go_there_and_without_one_nothing_is_sent()
    {
        var posts = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/v1/{what}", async (string what, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            posts.Enqueue(what + " " + System.Text.Encoding.Latin1.GetString(body.ToArray()));
            return Results.Ok();
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var there = collector.Urls.First();
        bool Got(string what, string name) => posts.Any(p => p.StartsWith(what + " ", StringComparison.Ordinal) && p.Contains(name, StringComparison.Ordinal));
        await using (var world = await World.With(Street.Of(circles: 1, shopsEach: 2), (TelemetrySetup.Endpoint, there), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "200")))
        {
            await world.Shop(0, 0).Press();
            await Eventually.True(() => Got("metrics", "whistlenet.press.duration") && Got("traces", "commit"), "the collector has the press");
        }

        var before = posts.Count;
        await using (var world = await World.With(circles: 1, shopsEach: 2)) await world.Shop(0, 0).Press();
        Assert.Equal(before, posts.Count);
    }

    private static string Said(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}
