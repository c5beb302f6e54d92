using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>Where the chains end is written down, inside and outside, so that a removed tail is missed.</summary>
public sealed class HeadsStories : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("whistle-heads-").FullName, "heads");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ends_go_outside_once_for_each_and_a_tail_that_is_removed_after_it_is_found()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 3), ("WhistleNet:LogHeads:File", _file));
        (await world.Shop(0, 0).Press()).Must(201);
        (await world.Console().Get("alerts")).Must(200);
        Assert.True(await world.The<HeadsRound>().Walk(Cancel));
        Assert.True(await world.The<HeadsRound>().Walk(Cancel)); // nothing moved: nothing is written
        var lines = await File.ReadAllLinesAsync(_file, Cancel);
        Assert.Equal(["access-1", "alert-1", "heads-1"], lines.Select(l => l.Split('\t')[1]).Order());
        await world.Restart(); // at stop and at start as well
        Assert.Equal(lines, await File.ReadAllLinesAsync(_file, Cancel));

        var walk = world.The<LogCheck>();
        Assert.Null((await walk.Walk(HeadLines.Read(lines), Cancel)).Bad);
        using var hand = new Tampering(world.Folder);
        hand.Do("DELETE FROM AlertLines");
        Assert.Equal((Fault.Cut, "alert-1"), await Bad(walk)); // the head that is kept inside tells
        hand.Do("DELETE FROM ChainHeads");
        Assert.Null((await walk.Walk(null, Cancel)).Bad);
        Assert.Equal((Fault.Cut, "alert-1"), await Bad(walk, HeadLines.Read(lines))); // who took that too is told on by the one outside
    }

    [Fact]
    public async Task A_changed_head_is_itself_a_bad_row()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 3));
        (await world.Shop(0, 0).Press()).Must(201);
        Assert.True(await world.The<HeadsRound>().Walk(Cancel));
        using var hand = new Tampering(world.Folder);
        foreach (var column in hand.ColumnsOf("ChainHeads"))
        {
            using (hand.Change("ChainHeads", "heads-1", 1, column)) Assert.Equal("ChainHeads", (await world.The<LogCheck>().Walk(null, Cancel)).Bad?.Table);
        }
        Assert.Null((await world.The<LogCheck>().Walk(null, Cancel)).Bad);
    }

    [Fact]
    public async Task One_changed_byte_in_any_column_of_an_access_record_is_named()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        for (var i = 0; i < 3; i++) (await world.Console().Get("alerts")).Must(200);
        using var hand = new Tampering(world.Folder);
        var columns = hand.ColumnsOf("AccessRecords");
        Assert.Equal(17, columns.Count);
        foreach (var seq in new[] { 1L, 2L, 3L })
        {
            foreach (var column in columns)
            {
                using (hand.Change("AccessRecords", "access-1", seq, column))
                {
                    var bad = (await world.The<LogCheck>().Walk(null, Cancel)).Bad;
                    Assert.True(bad is { Table: "AccessRecords" } && (bad.Seq == seq || column == "Chain" && bad.Seq == 1), $"{column} of row {seq}: {bad}");
                }
            }
        }
        hand.Do("INSERT INTO AlertLines (Chain, Seq, AlertId, At, What, StationOnly, Salt, Digest, Hash) SELECT 'alert-1', 1, 'x', At, What, 0, Salt, Digest, Hash FROM AccessRecords WHERE Seq = 1");
        Assert.Equal("AlertLines", (await world.The<LogCheck>().Walk(null, Cancel)).Bad?.Table);
    }

    [Fact]
    public async Task An_address_gets_them_and_where_it_cannot_be_reached_the_station_sees_the_trouble_until_it_can()
    {
        var (answer, got) = (StatusCodes.Status500InternalServerError, new ConcurrentQueue<JsonElement>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var outside = builder.Build();
        outside.MapPost("/", (JsonElement body) => { got.Enqueue(body); return Results.StatusCode(answer); });
        await outside.StartAsync(Cancel);
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 3), ("WhistleNet:LogHeads:Url", outside.Urls.First()));
        (await world.Shop(0, 0).Press()).Must(201);
        Assert.False(await world.The<HeadsRound>().Walk(Cancel));
        Assert.Contains(world.The<LogWatch>().SignalsFor(Street.StationId), s => s.What == SignalSay.LogNotOutside);
        answer = StatusCodes.Status302Found; // no other host, whatever the one that was asked says
        Assert.False(await world.The<HeadsRound>().Walk(Cancel));
        answer = StatusCodes.Status204NoContent;
        Assert.True(await world.The<HeadsRound>().Walk(Cancel));
        Assert.Empty(world.The<LogWatch>().SignalsFor(Street.StationId));
        var sent = got.Count;
        Assert.True(await world.The<HeadsRound>().Walk(Cancel)); // nothing moved
        Assert.Equal(sent, got.Count);
        Assert.Equal("alert-1", got.Last().GetProperty("heads")[0].GetProperty("chain").GetString());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private static async Task<(Fault?, string?)> Bad(LogCheck walk, IReadOnlyList<Link>? outside = null) => (await walk.Walk(outside, Cancel)).Bad is { } bad ? (bad.Fault, bad.Chain) : (null, null);
}
