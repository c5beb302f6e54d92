using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace WhistleNet.Live;

/// <summary>
/// Writes once what the neighbours of a whistle hear alike: each is told the same but for distance and bearing, and fifty times the whole
/// record was a third of handing it out. For JSON, which devices speak; what is on the wire is the same to the byte.
/// </summary>
public sealed class AlikeNews(IHubProtocol json) : IHubProtocol
{
    public string Name => json.Name;
    public int Version => json.Version;
    public TransferFormat TransferFormat => json.TransferFormat;

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) =>
        message is InvocationMessage { InvocationId: null, Headers: null, Target: nameof(IWhistleClient.News), Arguments: [News { Alike: { } alike } news] } ? alike.Of(news, json) : json.GetMessageBytes(message);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => json.TryParseMessage(ref input, binder, out message);
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);
    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);
}

/// <summary>What several news have in common, as it was written for the first of them.</summary>
internal sealed class Alike
{
    private const int LongestNumbers = 64;
    private static ReadOnlySpan<byte> After => ",\"raisedAt\":\""u8; // nowhere else: in a text each quote has a backslash before it
    private byte[]? _written;
    private int _place;

    public ReadOnlyMemory<byte> Of(News news, IHubProtocol json)
    {
        if (_written is not { } written) _written = written = Write(news, json);
        var bytes = new byte[written.Length + LongestNumbers];
        var length = 0;
        Add(written.AsSpan(0, _place));
        if (news.DistanceM is { } metres) Number(",\"distanceM\":"u8, metres);
        if (news.Bearing is { } degrees) Number(",\"bearing\":"u8, degrees);
        Add(written.AsSpan(_place));
        return bytes.AsMemory(0, length);

        void Add(ReadOnlySpan<byte> some)
        {
            some.CopyTo(bytes.AsSpan(length));
            length += some.Length;
        }

        void Number(ReadOnlySpan<byte> name, int number)
        {
            Add(name);
            Utf8Formatter.TryFormat(number, bytes.AsSpan(length), out var digits);
            length += digits;
        }
    }

    private byte[] Write(News news, IHubProtocol json)
    {
        var written = json.GetMessageBytes(new InvocationMessage(nameof(IWhistleClient.News), [news with { DistanceM = null, Bearing = null }])).ToArray();
        _place = written.AsSpan().IndexOf(After);
        return written;
    }
}
