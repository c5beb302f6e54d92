using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WhistleNet.Bench.Load;

/// <summary>One MQTT 3.1.1 connection with a session that the broker keeps; publishes and subscribes at QoS 1, and acknowledges what it hears.</summary>
public sealed class MqttLine(string name, Action<MqttLine, ReadOnlyMemory<byte>> hear) : IDisposable
{
    private const byte ConnectAnswer = 0x20, SubscribeAnswer = 0x90, Published = 0x30, Acknowledge = 0x40;
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
    private readonly Lock _sending = new();
    private ushort _packet;

    public string Name => name;

    public Task Heard { get; private set; } = Task.CompletedTask;

    public async Task Open(IPEndPoint broker, string? topic, CancellationToken cancel)
    {
        await _socket.ConnectAsync(broker, cancel);
        Heard = Task.Run(() => Hear(subscribes: topic is not null), CancellationToken.None);
        Send(0x10, [.. Text("MQTT"), 4, 0, 0, 0, .. Text(name)]); // level 4, a kept session, no keep-alive
        if (topic is not null) Send(0x82, [0, 1, .. Text(topic), 1]);
        await _subscribed.Task.WaitAsync(cancel);
    }

    public void Publish(string topic, ReadOnlySpan<byte> payload)
    {
        lock (_sending)
        {
            _packet = (ushort)(_packet % ushort.MaxValue + 1);
            Send(0x32, [.. Text(topic), (byte)(_packet >> 8), (byte)_packet, .. payload]);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _subscribed.TrySetCanceled();
    }

    private static byte[] Text(string text) => [(byte)(text.Length >> 8), (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private void Send(byte kind, ReadOnlySpan<byte> rest)
    {
        Span<byte> packet = stackalloc byte[rest.Length + 5];
        packet[0] = kind;
        var at = 1;
        for (var left = rest.Length; ; left >>= 7)
        {
            packet[at++] = (byte)(left > 127 ? left & 127 | 128 : left);
            if (left <= 127) break;
        }
        rest.CopyTo(packet[at..]);
        try
        {
            lock (_sending) _socket.Send(packet[..(at + rest.Length)]);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            _subscribed.TrySetException(new IOException("the broker hung up", cut));
        }
    }

    private async Task Hear(bool subscribes)
    {
        using var stream = new BufferedStream(new NetworkStream(_socket), 1_024);
        var one = new byte[1];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(one);
                var (kind, length) = (one[0], 0);
                for (var shift = 0; ; shift += 7)
                {
                    await stream.ReadExactlyAsync(one);
                    length |= (one[0] & 127) << shift;
                    if (one[0] < 128) break;
                }
                var rest = new byte[length];
                await stream.ReadExactlyAsync(rest);
                if (kind == SubscribeAnswer || kind == ConnectAnswer && !subscribes) _subscribed.TrySetResult();
                else if ((kind & 0xf0) == Published) Take(rest);
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException)
        {
            _subscribed.TrySetException(new IOException("the broker hung up", cut));
        }
    }

    private void Take(byte[] publish)
    {
        var topic = BinaryPrimitives.ReadUInt16BigEndian(publish);
        Send(Acknowledge, publish.AsSpan(2 + topic, 2));
        hear(this, publish.AsMemory(4 + topic));
    }
}
