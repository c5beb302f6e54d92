using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary><c>officer issue --station NAME [--name WHO] --out FILE</c></summary>
public static class IssueOfficer
{
    public static Task<int> Run(Command command)
    {
        if (command.Option("station") is not { Length: > 0 } station || command.Option("out") is not { Length: > 0 } file)
            return Task.FromResult(CommandLine.BadArguments("officer issue needs --station NAME and --out FILE"));
        var name = ShopFields.Clean(command.Option("name") ?? "") ?? IssueSay.ConsoleClient.ToString();
        return Verb.Run(command, async services =>
        {
            using var secret = new SecretFile(file);
            await services.GetRequiredService<IssueDesk>().ToOfficer(station, name, issued => File.WriteAllText(secret.Draft, issued.Token + "\n"));
            secret.Keep();
            Console.WriteLine(IssueSay.OfficerIssued.With(name, file));
        });
    }
}
