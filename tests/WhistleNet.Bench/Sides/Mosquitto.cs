using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench.Sides;

/// <summary>
/// Mosquitto with persistence: a topic for each shop, QoS 1 everywhere. The presser publishes the news to every neighbour's topic; each
/// device acknowledges it and publishes its receipt, which the broker brings to the station at QoS 1 too.
/// </summary>
public sealed class Mosquitto : Side
{
    private const string Program = "/usr/sbin/mosquitto";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, Whistle> _whistles = new();
    private readonly List<MqttLine> _lines = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-bench-mqtt-").FullName;
    private readonly string _padding = new('平', 120); // as long as our news
    private Street _street = new(0, 0, 0);
    private Served? _broker;

    /// <summary>Why it cannot take part; nothing where it can.</summary>
    public static string? Missing => File.Exists(Program) ? null : "mosquitto is not installed (needs root and apt)";

    public override Served Server => _broker!;

    public override async Task Open(Street street, CancellationToken cancel)
    {
        _street = street;
        var address = Served.FreeAddress();
        var settings = Path.Combine(_folder, "mosquitto.conf");
        await File.WriteAllTextAsync(settings, $"""
            listener {address.Port} 127.0.0.1
            allow_anonymous true
            persistence true
            persistence_location {_folder}/
            set_tcp_nodelay true
            max_queued_messages 0
            max_inflight_messages 0
            log_dest none
            user root

            """, cancel);
        _broker = Served.Launch(Program, address, ["-c", settings]);
        var presser = await Connect(address, "presser", null, (_, _) => { }, cancel);
        _lines.Add(await Connect(address, "station", "station", AtStation, cancel));
        _lines.Insert(0, presser);
        var devices = new MqttLine[street.Connected];
        await Parallel.ForAsync(0, street.Connected, new ParallelOptions { MaxDegreeOfParallelism = 48, CancellationToken = cancel },
            async (shop, stop) => devices[shop] = await Connect(address, $"shop{shop}", Topic(shop), AtDevice, stop));
        _lines.AddRange(devices);
    }

    public override async Task<Timing?> Press(int shop, CancellationToken cancel)
    {
        var (alertId, first) = (Guid.NewGuid().ToString("N"), shop / _street.CircleSize * _street.CircleSize);
        var whistle = _whistles.GetOrAdd(alertId, _ => new Whistle());
        whistle.Expect(_street.Hearers, _street.Hearers);
        whistle.Start = Stopwatch.GetTimestamp();
        whistle.HeardBy(station: true, whistle.Start); // the station is told by the receipts alone
        var news = Encoding.UTF8.GetBytes(alertId + _padding);
        for (var neighbour = first; neighbour < first + _street.CircleSize; neighbour++)
        {
            if (neighbour != shop) _lines[0].Publish(Topic(neighbour), news);
        }
        whistle.Answered = Stopwatch.GetTimestamp();
        await Task.WhenAny(whistle.All, Task.Delay(Patience, cancel));
        return whistle.Timing("");
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var line in _lines) line.Dispose();
        await Task.WhenAll(_lines.Select(l => l.Heard));
        _broker?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Topic(int shop) => $"shop/{shop}";

    private static async Task<MqttLine> Connect(IPEndPoint address, string name, string? topic, Action<MqttLine, ReadOnlyMemory<byte>> hear, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var line = new MqttLine(name, hear);
            try
            {
                await line.Open(address, topic, cancel);
                return line;
            }
            catch (SocketException) when (tries < 200)
            {
                line.Dispose();
                await Task.Delay(25, cancel); // the broker says nothing when it listens
            }
        }
    }

    private void AtDevice(MqttLine line, ReadOnlyMemory<byte> news)
    {
        var at = Stopwatch.GetTimestamp();
        var alertId = Encoding.ASCII.GetString(news.Span[..32]);
        line.Publish("station", Encoding.ASCII.GetBytes(alertId + line.Name));
        _whistles[alertId].HeardBy(station: false, at);
    }

    private void AtStation(MqttLine line, ReadOnlyMemory<byte> receipt)
    {
        var at = Stopwatch.GetTimestamp();
        var said = Encoding.ASCII.GetString(receipt.Span);
        var whistle = _whistles[said[..32]];
        whistle.Receipt(said[32..], ofClosing: false, at);
        whistle.Look();
    }
}
