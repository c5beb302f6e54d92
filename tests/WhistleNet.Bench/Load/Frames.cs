using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;

namespace WhistleNet.Bench.Load;

/// <summary>What comes over a WebSocket, cut into SignalR's messages, however the bytes arrive.</summary>
internal sealed class Frames
{
    private readonly ArrayBufferWriter<byte> _message = new(1); // what came of a message that is not yet whole
    private byte[] _head = []; // what came of a frame's head
    private long _left; // of the frame

    /// <summary>Puts back what came of a frame's head, and says how much that is: what comes next is read behind it.</summary>
    public int Begun(byte[] buffer)
    {
        _head.CopyTo(buffer, 0);
        return _head.Length;
    }

    /// <exception cref="SocketException">The server said goodbye.</exception>
    public void Read(ReadOnlySpan<byte> bytes, Action<ReadOnlySpan<byte>> hear)
    {
        _head = [];
        while (bytes.Length > 0)
        {
            if (_left == 0)
            {
                var size = bytes.Length < 2 ? 2 : (bytes[1] & 0x7f) switch { 126 => 4, 127 => 10, _ => 2 };
                if (bytes.Length < size)
                {
                    _head = bytes.ToArray();
                    return;
                }
                if ((bytes[0] & 0x0f) == 8) throw new SocketException((int)SocketError.Disconnecting);
                _left = size switch
                {
                    4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                    10 => (long)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]),
                    _ => bytes[1] & 0x7f,
                };
                bytes = bytes[size..];
            }
            var part = bytes[..(int)Math.Min(_left, bytes.Length)];
            Messages(part, hear);
            _left -= part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private void Messages(ReadOnlySpan<byte> bytes, Action<ReadOnlySpan<byte>> hear)
    {
        for (int end; (end = bytes.IndexOf(Line.End)) >= 0; bytes = bytes[(end + 1)..])
        {
            if (_message.WrittenCount == 0)
            {
                hear(bytes[..end]);
                continue;
            }
            _message.Write(bytes[..end]);
            hear(_message.WrittenSpan);
            _message.ResetWrittenCount();
        }
        if (bytes.Length > 0) _message.Write(bytes);
    }
}
