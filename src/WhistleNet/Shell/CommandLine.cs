using WhistleNet.Data;

namespace WhistleNet.Shell;

/// <summary>
/// What was typed: a verb of one or two words, its values, its options. Parsed before the host sees anything, whose own parser
/// would take an absolute path for a switch.
/// </summary>
public sealed record Command(string Verb, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Options, string[] HostArguments)
{
    public string? Option(string name) => Options.GetValueOrDefault(name);
}

public static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Bad = 2;

    private static readonly string[] TwoWords = ["import", "devices", "shop", "officer"];
    private static readonly string[] OfTheHost = ["environment", "contentRoot", "applicationName", "urls", "WhistleNet", "ConnectionStrings"]; // the last two: a test host also passes the names of sections
    private static readonly string[] Known = ["urls", "data", "station", "circle-size", "out", "name", "shop", "safe", "duress", "notice", "heads", "time-zone"];

    /// <summary>Runs a verb; its failure is one line on standard error and the exit code of the contract (0 done, 2 bad arguments, 1 failed).</summary>
    public static async Task<int> Run(string[] args, Func<Command, Task<int>> verb)
    {
        if (Read(args, out var problem) is not { } command) return BadArguments(problem);
        try
        {
            return await verb(command);
        }
        catch (CannotStart why)
        {
            await Console.Error.WriteLineAsync(why.Message);
            return Failed;
        }
        catch (Exception full) when (Reserve.IsFull(full))
        {
            await Console.Error.WriteLineAsync("The disk of the data folder is full: make room there, then try again.");
            return Failed;
        }
    }

    public static int BadArguments(string problem)
    {
        Console.Error.WriteLine($"whistlenet: {problem}; see README.md for the verbs");
        return Bad;
    }

    public static Command? Read(string[] args, out string problem)
    {
        var (words, options, host) = (new List<string>(), new Dictionary<string, string>(), new List<string>());
        problem = "";
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }
            var (name, value) = args[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (args[i][2..at], args[i][(at + 1)..]) : (args[i][2..], null);
            if (value is null && !Known.Contains(name)) return No($"there is no option --{name}", out problem);
            if (value is null && ++i >= args.Length) return No($"--{name} needs a value", out problem);
            value ??= args[i];
            if (OfTheHost.Contains(name) || name.StartsWith("OTEL_", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)) host.Add($"--{name}={value}");
            else if (!Known.Contains(name)) return No($"there is no option --{name}", out problem);
            options[name] = value;
        }
        var verbWords = words.Count == 0 ? 0 : TwoWords.Contains(words[0]) ? 2 : 1;
        if (words.Count < verbWords) return No($"'{words[0]}' needs a second word", out problem);
        var verb = verbWords == 0 ? "serve" : string.Join(' ', words.Take(verbWords));
        return new Command(verb, [.. words.Skip(verbWords)], options, [.. host]);
    }

    private static Command? No(string why, out string problem)
    {
        problem = why;
        return null;
    }
}
