using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Rounds;

namespace WhistleNet.Log;

/// <summary>
/// Writes down where the chains end, at start, each hour and at stop: beside the chains, so that a removed tail is missed, and outside, so
/// that whoever can write all of the database cannot write it anew. <c>WhistleNet:LogHeads:File</c> gets a line for each chain,
/// <c>WhistleNet:LogHeads:Url</c> a POST with all; neither is set by default. What was written down already is not written again.
/// </summary>
public sealed class HeadsRound(
    IDbContextFactory<WhistleDb> databases, Node node, LogWatch watch, IConfiguration configuration, IHttpClientFactory http, TimeProvider time, ILogger<HeadsRound> log) : IHostedService, IDisposable
{
    /// <summary>The client that sends them, which follows no redirect: they go to the host that was configured or nowhere.</summary>
    public const string Client = "log-heads";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Turnstile _one = new();
    private string _posted = "";
    private Task? _last;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task last;
        lock (_one) last = _last ??= Walk(cancellationToken); // a host may be stopped by two hands: neither goes before it is done
        try
        {
            await last;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("The house had to stop before the ends of the log were written down; the next start writes them");
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>True where everything that is configured has them; else the station sees the trouble.</summary>
    public async Task<bool> Walk(CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        try
        {
            var heads = await Inside(stop);
            if (configuration["WhistleNet:LogHeads:File"] is { Length: > 0 } file) await Append(file, heads, stop);
            if (configuration["WhistleNet:LogHeads:Url"] is { Length: > 0 } url) await Post(url, heads, stop);
            watch.Outside(true);
            return true;
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("The ends of the log could not be written down: {Why}", broken.Message);
            watch.Outside(false);
            return false;
        }
    }

    private async Task<IReadOnlyList<Link>> Inside(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        List<Link> ends = [await db.Lines.EndOf(node.Lines, stop), await db.DrillLines.EndOf(node.Drills, stop), await db.Access.EndOf(node.Access, stop)];
        foreach (var end in ends.Where(e => e.Seq > 0))
        {
            if (await db.ChainHeads.AnyAsync(h => h.Of == end.Chain && h.OfSeq == end.Seq, stop)) continue;
            db.ChainHeads.Add(new ChainHead { Chain = node.Heads, At = time.GetUtcNow(), Of = end.Chain, OfSeq = end.Seq, OfHash = end.Hash });
        }
        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(stop);
        return [.. ends.Append(await db.ChainHeads.EndOf(node.Heads, stop)).Where(e => e.Seq > 0)];
    }

    private async Task Append(string file, IReadOnlyList<Link> heads, CancellationToken stop)
    {
        var known = File.Exists(file) ? HeadLines.Read(await File.ReadAllLinesAsync(file, stop)) ?? throw new IOException($"{file} holds something else than chains' ends") : [];
        var lines = heads.Where(h => known.LastOrDefault(k => k.Chain == h.Chain)?.Seq != h.Seq).Select(h => HeadLines.Write(time.GetUtcNow(), h)).ToList();
        if (lines.Count == 0) return;
        await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), stop);
        stream.Flush(flushToDisk: true);
    }

    private async Task Post(string url, IReadOnlyList<Link> heads, CancellationToken stop)
    {
        var rows = heads.Select(h => new { chain = h.Chain, seq = h.Seq, hash = Convert.ToHexStringLower(h.Hash) }).ToList();
        var news = string.Join(' ', rows);
        if (news == _posted) return;
        using var client = http.CreateClient(Client);
        client.Timeout = Patience;
        using var answer = await client.PostAsJsonAsync(url, new { at = News.Time(time.GetUtcNow()), heads = rows }, stop);
        answer.EnsureSuccessStatusCode();
        _posted = news;
    }
}
