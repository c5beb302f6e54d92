namespace WhistleNet.Rounds;

/// <summary>Old alerts out of a backup ring nobody (F24); those of a house that was only killed go on.</summary>
public sealed class RestoredStories
{
    [Fact, Trait("fault", "F24")]
    public async Task A_restored_backup_rings_nobody_and_the_station_sees_what_is_old()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Backup();
        await world.Forward(5);
        (await world.Console().Do(id, "close", new { outcome = "stopped", reason = "over" })).Must(200);
        await world.Forward(2);
        await world.Restore();

        var neighbour = await world.Shop(0, 1).Listen();
        var station = await world.Console().Listen();
        await world.Forward(130); // past every due time it had
        Assert.False(neighbour.HeardOf(id));
        Assert.Equal("raised", station.Knows(id)!.State);
        var alert = (await station.Get($"alerts/{id}")).Must(200);
        Assert.DoesNotContain(alert.Json.GetProperty("lines").EnumerateArray(), l => l.GetProperty("what").GetString() is "widened" or "escalated");
        Assert.DoesNotContain("takeDueAt", alert.Text, StringComparison.Ordinal);
        Figures.Held("F24", "an open alert out of a backup, 130 s later: 0 rings, 0 rungs and 0 shops called; the station sees it as old");
    }

    [Fact]
    public async Task An_old_alert_that_somebody_of_the_station_takes_up_is_a_live_one_again()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Backup();
        await world.Forward(40); // it climbs, so that the house knows more than the backup
        await world.Restore();
        var neighbour = await world.Shop(0, 1).Listen();
        Assert.False(neighbour.HeardOf(id));

        (await world.Console().Do(id, "take")).Must(200);
        await Eventually.True(() => neighbour.Knows(id)?.State == "taken", "the neighbour hears of it now");
        (await world.Console().Do(id, "handBack")).Must(200);
        await world.Forward(1);
        Assert.Contains("escalated", (await world.Console().Get($"alerts/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_that_was_only_down_goes_on_where_it_stopped()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Forward(2);
        await world.Restart(after: TimeSpan.FromMinutes(20));
        var neighbour = await world.Shop(0, 1).Listen();
        Assert.True(neighbour.HeardOf(id));
        await world.Forward(2);
        Assert.Contains("escalated", (await world.Console().Get($"alerts/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_long_standstill_nobody_runs_to_an_old_whistle()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Forward(2);
        await world.Restart(after: Restored.LongStandstill + TimeSpan.FromMinutes(1));
        Assert.False((await world.Shop(0, 1).Listen()).HeardOf(id));
        Assert.True((await world.Console().Listen()).HeardOf(id));
    }

    [Fact]
    public async Task A_data_folder_that_lost_its_tick_is_taken_for_a_restored_one()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Forward(2);
        await world.Restart(meanwhile: () => File.Delete(Path.Combine(world.Folder, LastTick.FileName)));
        Assert.False((await world.Shop(0, 1).Listen()).HeardOf(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00639311664279611628")]
    [InlineData("nonsense nonsense")]
    [InlineData("99999999999999999999 00000000000000000000")]
    public void A_tick_that_says_nothing_is_none(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);
        Assert.Null(new LastTick(file).Read());
        File.Delete(file);
    }
}
