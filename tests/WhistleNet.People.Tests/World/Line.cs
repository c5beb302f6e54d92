using System.Net;
using System.Net.Sockets;

namespace WhistleNet;

/// <summary>
/// A telephone line to the house that can go dead as lines do: nothing is refused and nothing closes, it only stops carrying.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _house;
    private volatile CancellationTokenSource _cut = new();
    private volatile bool _dead;

    public Line(Uri house)
    {
        _house = house.Port;
        _door.Start();
        Address = new UriBuilder(house) { Port = ((IPEndPoint)_door.LocalEndpoint).Port }.Uri;
        _ = Accept();
    }

    public Uri Address { get; }

    /// <summary>From now on nothing comes through, in either direction, and calls are taken by nobody.</summary>
    public void GoDead() => _dead = true;

    /// <summary>New calls go through again; the old ones are gone, as after a change of network.</summary>
    public void Mend()
    {
        _dead = false;
        Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _cut.CancelAsync();
        _door.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _door.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException) { }
    }

    private async Task Carry(TcpClient visitor)
    {
        using var house = new TcpClient();
        using (visitor)
        {
            var cut = _cut.Token;
            try
            {
                await house.ConnectAsync(IPAddress.Loopback, _house, cut);
                await Task.WhenAny(Pass(visitor.GetStream(), house.GetStream(), cut), Pass(house.GetStream(), visitor.GetStream(), cut));
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException) { }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, CancellationToken cut)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReadAsync(bytes, cut)) > 0;)
            {
                if (_dead) await Task.Delay(Timeout.Infinite, cut);
                await to.WriteAsync(bytes.AsMemory(0, read), cut);
            }
            if (_dead) await Task.Delay(Timeout.Infinite, cut);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException) { }
    }
}
