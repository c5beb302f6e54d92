using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Verbs at the machine, on the data folder of a running server.</summary>
public sealed class VerbStories : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-verbs-").FullName;

    [Fact]
    public async Task Every_shop_without_a_device_gets_one_credential_and_a_second_run_issues_none()
    {
        await using var world = await World.With(1, 4);
        await using (var db = await world.Db()) await db.Devices.Where(d => d.ShopId == world.Street.Shop(0, 2).Id).ExecuteDeleteAsync(Cancel);
        var file = Path.Combine(_folder, "devices.csv");

        Assert.Equal(CommandLine.Done, await IssueDevices.Run(Verb("devices issue", world, ("station", world.Street.Station.Name), ("out", file))));
        var lines = await File.ReadAllLinesAsync(file, Cancel);
        Assert.Equal("shop_id,device_id,token", lines[0]);
        var issued = Assert.Single(lines[1..]).Split(',');
        Assert.Equal("0-2", issued[0]);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await world.Forward(1);
        Assert.Equal("real", (await Holder(world, issued[2]).Press()).Must(201)["mode"]);

        Assert.Equal(CommandLine.Done, await IssueDevices.Run(Verb("devices issue", world, ("station", world.Street.Station.Name), ("out", file))));
        Assert.Equal(lines, await File.ReadAllLinesAsync(file, Cancel)); // the only copy of its tokens
    }

    [Fact]
    public async Task A_revoked_device_is_refused_within_a_second()
    {
        await using var world = await World.With(1, 2);
        var phone = world.Shop(0, 1);
        (await phone.Get("alerts")).Must(200);
        Assert.Equal(CommandLine.Done, await RevokeDevice.Run(Verb("devices revoke", world) with { Values = [phone.Id] }));
        await world.Forward(1);
        Assert.Equal("deviceRevoked", (await phone.Press()).Must(401)["refusal"]);
    }

    [Fact]
    public async Task An_officers_token_stands_alone_in_its_file_and_may_take_an_alert()
    {
        await using var world = await World.With(1, 2);
        var file = Path.Combine(_folder, "officer");
        Assert.Equal(CommandLine.Done, await IssueOfficer.Run(Verb("officer issue", world, ("station", world.Street.Station.Name), ("name", "李警官"), ("out", file))));
        var console = Holder(world, (await File.ReadAllTextAsync(file, Cancel)).Trim());
        var id = (await world.Shop(0, 0).Press()).AlertId;
        Assert.Equal("李警官", (await console.Do(id, "take")).Must(200)["takenBy"]);
    }

    [Fact]
    public async Task The_two_words_must_differ_and_are_then_known()
    {
        await using var world = await World.With(1, 2);
        Command Words(string duress) => Verb("shop words", world, ("station", world.Street.Station.Name), ("shop", "0-1"), ("safe", "平安"), ("duress", duress));
        await Assert.ThrowsAsync<CannotStart>(() => SetWords.Run(Words("平安 ")));
        Assert.Equal(CommandLine.Done, await SetWords.Run(Words("下雨了")));
        await using var db = await world.Db();
        var shop = await db.Shops.SingleAsync(s => s.Ref == "0-1", Cancel);
        Assert.Equal(Alerts.SafeWord.Duress, ShopWords.Read(shop, "下雨了"));
    }

    [Fact]
    public async Task A_backup_while_whistles_come_in_is_whole_and_holds_every_whistle_answered_before_it()
    {
        await using var world = await World.With(1, 6);
        using var enough = new CancellationTokenSource();
        var before = (await world.Shop(0, 0).Press()).AlertId;
        var storm = Task.Run(async () =>
        {
            (await world.Shop(0, 1).Press(new { mode = "test" })).Must(201);
            while (!enough.IsCancellationRequested) (await world.Shop(0, 1).Press(new { mode = "test" })).Must(200); // within a minute: the same practice
        }, Cancel);

        var file = Path.Combine(_folder, "copy.db");
        Assert.Equal(CommandLine.Done, await Backup.Run(Verb("backup", world) with { Values = [file] }));
        await enough.CancelAsync();
        await storm;

        Assert.Equal([file], Directory.GetFiles(_folder)); // one file, no companions
        await using var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await copy.OpenAsync(Cancel);
        Assert.Equal("ok", await Ask(copy, "PRAGMA integrity_check"));
        Assert.Equal("1", await Ask(copy, $"SELECT COUNT(*) FROM Alerts WHERE Id = '{before}'"));
    }

    [Fact]
    public async Task A_backup_never_overwrites_the_database_in_use()
    {
        await using var world = await World.With(1, 1);
        await Assert.ThrowsAsync<CannotStart>(() => Backup.Run(Verb("backup", world) with { Values = [Path.Combine(world.Folder, "whistlenet.db")] }));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Command Verb(string verb, World world, params (string Name, string Value)[] options) =>
        new(verb, [], options.Append(("data", world.Folder)).ToDictionary(o => o.Item1, o => o.Item2), []);

    private static Client Holder(World world, string token) => new(world, Actor.System, token);

    private static async Task<string?> Ask(SqliteConnection database, string what)
    {
        await using var command = database.CreateCommand();
        command.CommandText = what;
        return Convert.ToString(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
