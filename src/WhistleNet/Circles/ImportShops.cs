using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary><c>import shops FILE.csv --station NAME [--circle-size 12] [--time-zone Asia/Shanghai] [--datum wgs84] [--notice TEXT]</c></summary>
public static class ImportShops
{
    private const int UsualSize = 12;

    public static Task<int> Run(Command command)
    {
        if (command.Values is not [var file]) return Bad("import shops needs one file");
        if (command.Option("station") is not { Length: > 0 } station || ShopFields.Clean(station) is not { } name) return Bad("import shops needs --station NAME");
        if (SizeOf(command) is not { } size) return Bad("--circle-size is a whole number from 2 to 100");
        if (command.Option("datum") is { } written && Words.Parse<Datum>(written) is null) return Bad("--datum is wgs84, gcj02 or bd09");
        if (command.Option("time-zone") is { } zone && !Stations.IsZone(zone)) return Bad("--time-zone is a name like Asia/Shanghai or Europe/Berlin");
        return Verb.Run(command, async services => await Bring(services, file, name, size, command));
    }

    private static async Task Bring(IServiceProvider services, string file, string station, int size, Command command)
    {
        var list = ShopList.Read(await Bytes(file), out var why, Words.Parse<Datum>(command.Option("datum") ?? "")) ?? throw new Failed(why);
        foreach (var bad in list.Bad) Console.WriteLine(RegisterSay.Row.With(bad.Line, bad.Why));
        var brought = await services.GetRequiredService<RegisterDesk>().Bring(station, list.Rows, size, command.Option("notice") ?? LicenceLine.Beside(file), command.Option("time-zone"));
        Console.WriteLine(RegisterSay.Rows.With(brought.New, brought.Changed, brought.Same, list.Bad.Count));
        if (brought.Widths is { Count: > 0 } widths)
            Console.WriteLine(RegisterSay.Circles.With(brought.NewCircles, brought.Circles, brought.Areas, Metres(widths[widths.Count / 2]), Metres(widths[^1])));
        if (command.Option("time-zone") is { } zone && zone != brought.TimeZone) Console.WriteLine(RegisterSay.ZoneStays.With(station, brought.TimeZone));
        if (brought.Notice is { } shown) Console.WriteLine(RegisterSay.Notice.With(shown));
    }

    internal static async Task<byte[]> Bytes(string file)
    {
        try
        {
            return await File.ReadAllBytesAsync(file);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            throw new Failed(RegisterSay.CannotRead.With(file, no.Message));
        }
    }

    private static int? SizeOf(Command command) =>
        command.Option("circle-size") is not { } text ? UsualSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 2 and <= 100 ? size : null;

    private static int Metres(double metres) => (int)Math.Round(metres);

    private static Task<int> Bad(string problem) => Task.FromResult(CommandLine.BadArguments(problem));
}
