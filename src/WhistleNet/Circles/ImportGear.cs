using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary><c>import gear FILE.csv --station NAME</c></summary>
public static class ImportGear
{
    public static Task<int> Run(Command command)
    {
        if (command.Values is not [var file]) return Task.FromResult(CommandLine.BadArguments("import gear needs one file"));
        if (command.Option("station") is not { Length: > 0 } station) return Task.FromResult(CommandLine.BadArguments("import gear needs --station NAME"));
        return Verb.Run(command, async services => await Bring(services, file, station));
    }

    private static async Task Bring(IServiceProvider services, string file, string station)
    {
        var list = GearList.Read(await ImportShops.Bytes(file), out var why) ?? throw new Failed(why);
        var id = services.GetRequiredService<TownHall>().Town.Stations.Values.FirstOrDefault(s => s.Name == station)?.Id ?? throw new Failed(RegisterSay.NoStation.With(station));
        var brought = (await services.GetRequiredService<GearDesk>().Bring(Verb.Administrator, id, list))!;
        foreach (var bad in brought.Bad) Console.WriteLine(RegisterSay.Row.With(bad.Line, bad.Why));
        Console.WriteLine(GearPageSay.Brought.With(brought.New, brought.Changed, brought.Same, brought.Bad.Count));
    }
}
