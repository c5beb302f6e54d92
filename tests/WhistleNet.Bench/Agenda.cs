using System.Globalization;
using System.Runtime.InteropServices;
using WhistleNet.Bench.Screens;
using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>The benchmarks: a table of contents.</summary>
public static class Agenda
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["raw", "--circle", var size, "--urls", var urls])
        {
            await RawServer.Run(int.Parse(size, CultureInfo.InvariantCulture), urls);
            return 0;
        }
        if (arguments is ["hold", var server, var paths])
        {
            await Frozen.Hold(server, paths);
            return 0;
        }
        if (Options.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync("bench [--short|--full] [--out DIR] [--rounds R] [--presses P] [--only S1,S2]");
            return 2;
        }
        options = options.Within(OpenFiles());
        var table = await Run(options, Console.WriteLine, CancellationToken.None);
        Console.WriteLine(table);
        if (options.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "bench.json"), table.Json());
        }
        return 0;
    }

    /// <summary>Everything that is wanted, one after the other.</summary>
    public static async Task<Table> Run(Options options, Action<string> tell, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("whistle-bench-").FullName;
        try
        {
            var (towns, rows) = (new Towns(folder), new List<Row>());
            Contest Contest(int presses, bool weigh = false) => new(options.Rounds, Math.Min(options.WarmUps, 10 * presses), presses, weigh, tell);
            async Task Measure(string what, Func<Task<IEnumerable<Row>>> measure, params string[] ids)
            {
                if (!options.Wants(ids)) return;
                tell(what);
                rows.AddRange((await measure()).Where(r => options.Wants(r.Id)));
            }
            await Measure("circles of 51", () => Speed.OfCircles(options, towns, Contest(options.Presses), cancel), "S1", "S2", "S3", "S5", "S10", "P4");
            await Measure("circles of 12", () => Speed.OfTwelve(options, towns, Contest(options.Presses), cancel), "S13");
            await Measure("circles with gear", () => Equipped.Presses(options, towns, Contest(options.Presses), cancel), "U1");
            await Measure("few and many connections", () => Scale.OfConnections(options, towns, Contest(options.Presses, weigh: true), cancel), "S6", "S11");
            await Measure("few and many shops", () => Scale.OfShops(options, towns, Contest(options.Presses), cancel), "S7");
            await Measure("few and many recipients", () => Scale.OfRecipients(options, towns, Contest(Math.Max(1, options.Presses / 5)), cancel), "S8");
            await Measure("presses a second", () => Rate.Held(options, towns, tell, cancel), "S9");
            await Measure("500 consoles", () => Consoles.OneChange(options, towns, tell), "S12");
            await Measure("pages of the register", () => Registers.FirstPaint(options, towns, tell), "U5");
            await Measure("kill -9 under many devices", () => Stampede.Back(options, towns, tell, cancel), "P5");
            await Measure("a real whistle in a drill", () => GivesWay.Of(options, towns, tell, cancel), "D3");
            await Measure("devices that are stopped", () => Frozen.Others(options, towns, tell, cancel), "F7");
            return new Table(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), Machine(),
                $"N={options.Connected}, largest N={options.Most}, largest K={options.Crowd}, largest town {options.Registered} shops; {options.Rounds} rounds of {options.Presses} presses", rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Machine() => $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";

    /// <summary>How many files a process may open; each connection is one.</summary>
    private static int OpenFiles() => int.TryParse(File.ReadLines("/proc/self/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var soft) ? soft : int.MaxValue;
}
