using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WhistleNet.Bench.World;

/// <summary>Made towns: imported and given credentials by the program's own verbs once, then copied for each start.</summary>
public sealed class Towns(string folder)
{
    public static readonly string Program = typeof(Shell.Server).Assembly.Location;
    private const int MostByOption = 100;
    private const int Small = 12; // what is joined afterwards may be formed small: five thousand shops in circles of a hundred took the import minutes
    private readonly Dictionary<(int, int, int), MadeTown> _made = [];

    /// <summary>A fresh data folder of this street, nobody else's.</summary>
    public async Task<(MadeTown Town, string Data)> Fresh(Street street)
    {
        var key = (street.Pressers, street.CircleSize, street.Registered);
        if (!_made.TryGetValue(key, out var town)) _made.Add(key, town = await Make(street));
        var data = Directory.CreateDirectory(Path.Combine(folder, "run-" + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in Directory.EnumerateFiles(town.Folder)) File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        return (town, data);
    }

    private async Task<MadeTown> Make(Street street)
    {
        var made = Directory.CreateDirectory(Path.Combine(folder, $"town-{_made.Count}")).FullName;
        var (list, tokens, officer) = (made + ".csv", made + ".tokens", made + ".officer");
        street.WriteList(list);
        var watch = Stopwatch.StartNew();
        await Served.Run(Program, "import", "shops", list, "--station", Street.Station, "--circle-size", $"{(street.CircleSize > MostByOption ? Small : street.CircleSize)}", "--data", made);
        var import = watch.Elapsed;
        if (street.CircleSize > MostByOption) await Join(made);
        await Served.Run(Program, "devices", "issue", "--station", Street.Station, "--out", tokens, "--data", made);
        await Served.Run(Program, "officer", "issue", "--station", Street.Station, "--out", officer, "--data", made);
        var devices = new Device[street.Connected];
        foreach (var row in File.ReadLines(tokens).Skip(1).Select(l => l.Split(',')))
        {
            var shop = int.Parse(row[0].AsSpan(1), CultureInfo.InvariantCulture);
            if (shop < devices.Length) devices[shop] = new Device(row[1], row[2]);
        }
        return new MadeTown(made, devices, (await File.ReadAllTextAsync(officer)).Trim(), import);
    }

    // Circles larger than a person could want are made of an area's: their numbers are data.
    private static async Task Join(string data)
    {
        await using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "whistlenet.db"), Pooling = false }.ToString());
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = """
            UPDATE Shops SET CircleId = (SELECT MIN(other.Id) FROM Circles own JOIN Circles other ON other.AreaId = own.AreaId
            JOIN Areas a ON a.Id = own.AreaId AND a.Name LIKE 'Area %' WHERE own.Id = Shops.CircleId)
            WHERE CircleId IN (SELECT c.Id FROM Circles c JOIN Areas a ON a.Id = c.AreaId AND a.Name LIKE 'Area %')
            """;
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="Devices">By the shop's number, of those that connect.</param>
/// <param name="Import">How long the import took.</param>
public sealed record MadeTown(string Folder, IReadOnlyList<Device> Devices, string OfficerToken, TimeSpan Import);

public sealed record Device(string Id, string Token);
