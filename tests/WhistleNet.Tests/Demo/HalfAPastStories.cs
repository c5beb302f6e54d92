using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>A start of the demo that dies while it makes the town and its past.</summary>
public sealed class HalfAPastStories : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("half-a-past-").FullName;

    [Fact]
    public async Task What_a_start_left_half_made_is_made_anew_and_whole_by_the_next_and_then_stays()
    {
        var folder = DemoFolder.Open(_path);
        var first = await Made(folder);
        await Assert.ThrowsAsync<TimeoutException>(() => folder.Found(() => throw new TimeoutException("killed"))); // as if it had died in the middle of it
        File.WriteAllText(Path.Combine(_path, "left-over"), "");

        var again = DemoFolder.Open(_path);
        Assert.Equal(folder.Secret, again.Secret); // links that were given out stay good
        Assert.False(File.Exists(Path.Combine(_path, "left-over")));
        var second = await Made(again);
        Assert.Equal(2, second.Count);
        Assert.Empty(first.Intersect(second));
        Assert.Equal(second, await Made(DemoFolder.Open(_path))); // a whole one is nobody's to clear away
    }

    [Fact]
    public async Task While_one_start_makes_it_another_is_told_to_wait_and_takes_nothing_away()
    {
        var folder = DemoFolder.Open(_path);
        var making = Task.Run(() => Made(folder), TestContext.Current.CancellationToken);
        await Eventually.True(() => Refused(), "the other is told to wait");
        Assert.Equal(2, (await making).Count);
        Assert.Equal(folder.Secret, DemoFolder.Open(_path).Secret);
        Assert.Equal(2, (await Made(folder)).Count);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }

    private bool Refused()
    {
        try
        {
            DemoFolder.Open(_path);
            return false;
        }
        catch (CannotStart)
        {
            return true;
        }
    }

    // The drills of its past.
    private static async Task<IReadOnlyList<string>> Made(DemoFolder folder)
    {
        await using var house = await DemoVerb.Build(new Command("demo", [], new Dictionary<string, string>(), []), "http://127.0.0.1:0", folder);
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        var drills = await db.Drills.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync();
        await db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return drills;
    }
}
