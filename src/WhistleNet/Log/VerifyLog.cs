using System.Globalization;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary><c>verify-log [--heads FILE]</c>: walks every chain; a line for each, or one line that names the first bad row.</summary>
public static class VerifyLog
{
    public static Task<int> Run(Command command)
    {
        if (command.Values.Count > 0) return Task.FromResult(CommandLine.BadArguments("verify-log takes no values"));
        return Verb.Run(command, async services =>
        {
            var outside = command.Option("heads") is { } file ? HeadLines.Read(await File.ReadAllLinesAsync(file)) ?? throw new Failed(LogSay.HeadsUnread.With(file)) : null;
            var found = await services.GetRequiredService<LogCheck>().Walk(outside);
            foreach (var chain in found.Chains)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chain.End.Chain}\t{chain.End.Seq}\t{Convert.ToHexStringLower(chain.End.Hash)}"));
            if (found.Bad is { } bad) throw new Failed(LogSay.Of(bad));
            Console.WriteLine(LogSay.AllSound.With(found.Rows, found.Chains.Count, found.Chains.Sum(c => c.Masked)));
        });
    }
}
