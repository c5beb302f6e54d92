using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary><c>devices issue --station NAME --out FILE.csv</c></summary>
public static class IssueDevices
{
    public static Task<int> Run(Command command)
    {
        if (command.Option("station") is not { Length: > 0 } station || command.Option("out") is not { Length: > 0 } file)
            return Task.FromResult(CommandLine.BadArguments("devices issue needs --station NAME and --out FILE.csv"));
        return Verb.Run(command, async services =>
        {
            using var secret = new SecretFile(file);
            File.WriteAllText(secret.Draft, Header);
            var count = await services.GetRequiredService<IssueDesk>().ToShops(station, issued => Write(secret, issued));
            // An earlier list holds the only copy of its tokens: a run that issues none leaves it alone.
            if (count > 0 || !File.Exists(file) || new FileInfo(file).Length == 0) secret.Keep();
            Console.WriteLine(IssueSay.DevicesIssued.With(count, file));
        });
    }

    private const string Header = "shop_id,device_id,token\n";

    private static void Write(SecretFile secret, IReadOnlyList<Issued> issued) =>
        File.WriteAllText(secret.Draft, Header + string.Concat(issued.Select(i => CsvRecords.Line(i.Ref!, i.Device.Id, i.Token))));
}
