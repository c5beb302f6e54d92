namespace WhistleNet.Demo;

/// <summary>Everybody in the demo town whom nobody plays at a pane.</summary>
internal sealed class Neighbours(DemoFolder folder, TimeProvider time, ILogger<Neighbours> log) : IAsyncDisposable
{
    private readonly List<Neighbour> _all = [];

    /// <summary>All of them come on shift; returns when the last one beats. They leave at the end.</summary>
    public async Task Come(Uri server, CancellationToken end)
    {
        var hub = new Uri(server, "/hubs/whistle");
        foreach (var shop in Households.Rows.SelectMany(r => r.Shops).Where(s => s.Temper is Temper.Comes or Temper.Declines or Temper.Stays))
            _all.Add(new Neighbour(shop, hub, folder.Token(DemoTown.Phone(shop.Ref)), time, log));
        await Task.WhenAll(_all.Select(n => n.Come(end)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var neighbour in _all) await neighbour.DisposeAsync();
    }
}
