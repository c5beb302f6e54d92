using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>A verb that did not do what it was asked: one line on standard error, exit code 1.</summary>
public sealed class Failed(string why) : Exception(why);

/// <summary>
/// Runs a verb against the data folder, beside a server that may be using it: the same house, built and made ready but never
/// started, and quiet, so that what is printed is the verb's own.
/// </summary>
public static class Verb
{
    /// <summary>Whoever may run verbs on the data folder is an administrator of all of it.</summary>
    public static readonly Actor Administrator = new("machine", "", Role.Admin) { Device = $"{Environment.UserName} @ {Environment.MachineName}" };

    private static readonly string[] Quiet = ["--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error", "--Logging:Console:LogToStandardErrorThreshold=Trace"];

    public static async Task<int> Run(Command command, Func<IServiceProvider, Task> work)
    {
        try
        {
            await using var app = Server.Build(command with { HostArguments = [.. command.HostArguments, .. Quiet] });
            await Server.Prepare(app);
            await work(app.Services);
            return CommandLine.Done;
        }
        catch (Exception why) when (why is Failed or IOException or UnauthorizedAccessException or SqliteException or DbUpdateException)
        {
            throw new CannotStart((why.InnerException ?? why).Message.ReplaceLineEndings(" "));
        }
    }
}
