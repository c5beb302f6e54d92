using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WhistleNet.Bench.Load;

/// <summary>
/// One hub connection, spoken by hand: a WebSocket without negotiation and SignalR's JSON. It rents a buffer only while bytes are there,
/// so that many thousands fit one process, and costs the same whichever server is at the other end.
/// </summary>
public sealed class Line(int number, Action<Line, ReadOnlySpan<byte>> hear) : IDisposable
{
    public const byte End = 0x1e;
    private const int BindAddressNoPort = 24; // IP_BIND_ADDRESS_NO_PORT of Linux
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e");
    private readonly TaskCompletionSource _board = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _sending = new();
    private Socket? _socket;
    private readonly Frames _frames = new();

    /// <summary>Which shop of the street; -1 for the station.</summary>
    public int Number => number;

    public bool IsOpen { get; private set; }

    /// <summary>Ends with the connection.</summary>
    public Task Heard { get; private set; } = Task.CompletedTask;

    /// <summary>Connects, shakes hands, and waits for the first message that the server says by itself.</summary>
    public async Task Open(IPEndPoint server, string pathAndQuery, CancellationToken cancel)
    {
        if (!await TryOpen(server, pathAndQuery, cancel)) throw new IOException("nobody listens at " + server);
    }

    /// <summary>The same; false where nobody listens. No exception, for thousands ask every few seconds while a server starts, on the cores that it starts on.</summary>
    public async Task<bool> TryOpen(IPEndPoint server, string pathAndQuery, CancellationToken cancel)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
        _socket.SetRawSocketOption(0, BindAddressNoPort, BitConverter.GetBytes(1)); // the port is found when connecting, not searched for among thousands
        _socket.Bind(new IPEndPoint(new IPAddress([127, 0, (byte)(1 + Math.Max(0, number) / 4_000), 1]), 0)); // 4,000 to an address: ports do not run out
        if (await Connect(_socket, server) != SocketError.Success) return false;
        await _socket.SendAsync(Encoding.ASCII.GetBytes($"""
            GET {pathAndQuery} HTTP/1.1
            Host: {server}
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==


            """.ReplaceLineEndings("\r\n")), cancel);
        await ReadAnswer(cancel);
        IsOpen = true;
        Say(Handshake);
        Heard = Task.Run(Hear, CancellationToken.None);
        await _board.Task.WaitAsync(cancel);
        return true;
    }

    /// <summary>Sends a whole message, its <see cref="End"/> included. Under 64 KB; the mask is of zeros, which the protocol allows.</summary>
    public void Say(ReadOnlySpan<byte> message)
    {
        Span<byte> frame = stackalloc byte[message.Length + 8];
        frame[0] = 0x81;
        var head = 2;
        if (message.Length < 126) frame[1] = (byte)(0x80 | message.Length);
        else
        {
            frame[1] = 0x80 | 126;
            BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)message.Length);
            head = 4;
        }
        frame.Slice(head, 4).Clear();
        message.CopyTo(frame[(head + 4)..]);
        lock (_sending) Send(frame[..(head + 4 + message.Length)]);
    }

    public void Dispose()
    {
        IsOpen = false;
        _socket?.Dispose();
        _board.TrySetCanceled();
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[_socket!.Send(bytes)..];
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            IsOpen = false;
        }
    }

    private static async Task<SocketError> Connect(Socket socket, IPEndPoint server)
    {
        var done = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var connect = new SocketAsyncEventArgs { RemoteEndPoint = server };
        connect.Completed += (_, end) => done.SetResult(end.SocketError);
        return socket.ConnectAsync(connect) ? await done.Task : connect.SocketError;
    }

    private async Task ReadAnswer(CancellationToken cancel)
    {
        var answer = new ArrayBufferWriter<byte>(512); // nothing follows it: the server speaks again once we shook hands
        while (!answer.WrittenSpan.EndsWith("\r\n\r\n"u8))
        {
            var read = await _socket!.ReceiveAsync(answer.GetMemory(512), cancel);
            if (read == 0) throw new IOException("the server hung up: " + Encoding.ASCII.GetString(answer.WrittenSpan));
            answer.Advance(read);
        }
        if (answer.WrittenSpan.IndexOf(" 101 "u8) < 0) throw new IOException("no WebSocket: " + Encoding.ASCII.GetString(answer.WrittenSpan));
    }

    private async Task Hear()
    {
        Action<ReadOnlySpan<byte>> message = Message;
        try
        {
            while (true)
            {
                await _socket!.ReceiveAsync(Memory<byte>.Empty);
                var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
                try
                {
                    var begun = _frames.Begun(buffer);
                    var read = await _socket.ReceiveAsync(buffer.AsMemory(begun));
                    if (read == 0) return;
                    _frames.Read(buffer.AsSpan(0, begun + read), message);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // the loop's end says so
        }
        finally
        {
            IsOpen = false;
            _board.TrySetException(new IOException("the connection ended before the board came"));
        }
    }

    private void Message(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,"u8) && !_board.Task.IsCompleted) _board.TrySetResult();
        if (message.Length > 12) hear(this, message); // neither the handshake's answer nor a ping
    }
}
