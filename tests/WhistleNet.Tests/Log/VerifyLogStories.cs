using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary><c>verify-log</c> at the machine, beside a running server.</summary>
public sealed class VerifyLogStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_of_a_server_in_use_is_walked_and_its_first_bad_row_is_named()
    {
        await using var world = await World.With(1, 4);
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(alert, "take")).Must(200);
        Assert.Equal(CommandLine.Done, await VerifyLog.Run(Verb(world)));

        using (var hand = new Tampering(world.Folder)) hand.Do("UPDATE AlertLines SET Who = '别人' WHERE What = 'taken'");
        var failed = await Assert.ThrowsAsync<CannotStart>(() => VerifyLog.Run(Verb(world)));
        foreach (var part in new[] { "alert-1", "2", "AlertLines", alert }) Assert.Contains(part, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
    }

    [Fact]
    public async Task A_head_that_was_kept_outside_finds_what_nothing_inside_can()
    {
        await using var world = await World.With(1, 4);
        (await world.Shop(0, 0).Press()).Must(201);
        var file = Path.Combine(world.Folder, "kept-outside");
        var end = (await world.The<LogCheck>().Walk(null, Cancel)).Chains.Single(c => c.End.Chain == "alert-1").End;
        await File.WriteAllLinesAsync(file, [HeadLines.Write(world.Time.GetUtcNow(), end)], Cancel);
        Assert.Equal(CommandLine.Done, await VerifyLog.Run(Verb(world, file)));

        using (var hand = new Tampering(world.Folder)) hand.Do($"DELETE FROM AlertLines WHERE Seq = {end.Seq}");
        Assert.Equal(CommandLine.Done, await VerifyLog.Run(Verb(world)));
        await Assert.ThrowsAsync<CannotStart>(() => VerifyLog.Run(Verb(world, file)));

        await File.WriteAllTextAsync(file, "what is this", Cancel);
        await Assert.ThrowsAsync<CannotStart>(() => VerifyLog.Run(Verb(world, file)));
    }

    private static Command Verb(World world, string? heads = null)
    {
        var options = new Dictionary<string, string> { ["data"] = world.Folder };
        if (heads is not null) options["heads"] = heads;
        return new("verify-log", [], options, []);
    }
}
