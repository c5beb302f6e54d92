using System.Net;
using System.Net.Sockets;

namespace WhistleNet;

/// <summary>
/// A line to the house that breaks as lines do, and is switched while it carries: dead with every socket open, dead for those that are
/// connected while new calls go through, refusing, slow, narrow. What it holds back is lost when it is mended, as after a change of network.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly int _house;
    private readonly IPEndPoint _here;
    private TcpListener _door = new(IPAddress.Loopback, 0);
    private volatile CancellationTokenSource _cut = new();
    private volatile CancellationTokenSource _dead = new();
    private volatile int _delayMs, _bytesPerSecond;
    private volatile bool _newOnesDie;

    public Line(Uri house)
    {
        _house = house.Port;
        _door.Start(1_024);
        _here = (IPEndPoint)_door.LocalEndpoint;
        Address = new UriBuilder(house) { Port = _here.Port }.Uri;
        _ = Accept(_door);
    }

    public Uri Address { get; }

    /// <summary>From now on nothing comes through in either direction, and new calls are taken by nobody; every socket stays open.</summary>
    public void GoDead()
    {
        _newOnesDie = true;
        Interlocked.Exchange(ref _dead, new CancellationTokenSource()).Cancel();
    }

    /// <summary>The calls that stand go dead with their sockets open; new ones go through: what a hand-over between two networks does.</summary>
    public void SilenceTheConnected() => Interlocked.Exchange(ref _dead, new CancellationTokenSource()).Cancel();

    /// <summary>New calls are refused, and those that stand are torn.</summary>
    public void Refuse()
    {
        _door.Stop();
        Tear();
    }

    /// <summary>Each piece comes so much later.</summary>
    public void Delay(TimeSpan by) => _delayMs = (int)by.TotalMilliseconds;

    /// <summary>So many bytes a second for each call and direction; 0 for as many as come.</summary>
    public void Narrow(int bytesPerSecond) => _bytesPerSecond = bytesPerSecond;

    /// <summary>New calls go through again; the old ones are gone, as after a change of network.</summary>
    public void Mend()
    {
        (_newOnesDie, _delayMs, _bytesPerSecond) = (false, 0, 0);
        if (!_door.Server.IsBound)
        {
            _door = new TcpListener(_here);
            _door.Start(1_024);
            _ = Accept(_door);
        }
        Tear();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Tear();
        _door.Dispose();
    }

    private void Tear() => Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Cancel();

    private async Task Accept(TcpListener door)
    {
        try
        {
            while (true) _ = Carry(await door.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException) { }
    }

    private async Task Carry(TcpClient visitor)
    {
        var (cut, dead) = (_cut.Token, _newOnesDie ? new CancellationToken(canceled: true) : _dead.Token);
        using var house = new TcpClient();
        using (visitor)
        {
            try
            {
                if (dead.IsCancellationRequested) await Task.Delay(Timeout.Infinite, cut);
                await house.ConnectAsync(IPAddress.Loopback, _house, cut);
                await Task.WhenAny(Pass(visitor.GetStream(), house.GetStream(), cut, dead), Pass(house.GetStream(), visitor.GetStream(), cut, dead));
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException) { }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, CancellationToken cut, CancellationToken dead)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            int read;
            do
            {
                read = await from.ReadAsync(bytes, cut);
                if (_delayMs is > 0 and var delay) await Task.Delay(delay, cut);
                if (_bytesPerSecond is > 0 and var rate) await Task.Delay(TimeSpan.FromSeconds((double)read / rate), cut);
                if (dead.IsCancellationRequested) await Task.Delay(Timeout.Infinite, cut);
                await to.WriteAsync(bytes.AsMemory(0, read), cut);
            }
            while (read > 0);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException) { }
    }
}
