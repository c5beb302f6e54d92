using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace WhistleNet.Bench.World;

/// <summary>Asks another .NET process for a full collection over its diagnostics socket, as a heap dump would, so that memory is compared and not garbage.</summary>
public static class Collector
{
    private const ulong CollectHeap = 0x80_0000; // GCHeapCollect, of Microsoft-Windows-DotNETRuntime
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    public static async Task Collect(int process, CancellationToken cancel)
    {
        var door = Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").First();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(door), cancel);
        await socket.SendAsync(CollectTracing(), cancel);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(TimeSpan.FromSeconds(3)); // the collection runs as the session opens; its events are nobody's concern
        var events = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(events, enough.Token) > 0) continue;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return;
        }
    }

    // The diagnostics protocol: magic, size, command set 2 (EventPipe), command 3 (CollectTracing2), and one provider.
    private static byte[] CollectTracing()
    {
        using var bytes = new MemoryStream();
        using var write = new BinaryWriter(bytes);
        write.Write("DOTNET_IPC_V1\0"u8);
        write.Write((ushort)0);
        write.Write([2, 3, 0, 0]);
        write.Write(16u); // MB of buffer
        write.Write(1u); // nettrace
        write.Write(false); // no rundown
        write.Write(1u);
        write.Write(CollectHeap);
        write.Write(4u); // informational
        write.Write((uint)Runtime.Length + 1);
        write.Write(Encoding.Unicode.GetBytes(Runtime + "\0"));
        write.Write(0u); // no filter
        var message = bytes.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        return message;
    }
}
