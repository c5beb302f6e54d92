using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.Data;

/// <summary><c>migrate</c>, and <c>backup FILE</c>: a consistent copy of the database, also while a server writes.</summary>
public static class Backup
{
    public static Task<int> Migrate(Command command) =>
        command.Values.Count > 0 ? Task.FromResult(CommandLine.BadArguments("migrate takes no values"))
        : Verb.Run(command, services => // every verb brings the schema up to date; this one does nothing else
        {
            Console.WriteLine(DataSay.UpToDate.With(DataSetup.Folder(services.GetRequiredService<IConfiguration>())));
            return Task.CompletedTask;
        });

    public static Task<int> Run(Command command)
    {
        if (command.Values is not [var file]) return Task.FromResult(CommandLine.BadArguments("backup needs one FILE"));
        return Verb.Run(command, async services =>
        {
            var folder = DataSetup.Folder(services.GetRequiredService<IConfiguration>());
            if (Path.GetDirectoryName(Path.GetFullPath(file)) == folder && Path.GetFileName(file).StartsWith("whistlenet.db", StringComparison.OrdinalIgnoreCase))
                throw new Failed(DataSay.NotOverItself.With(file));
            await using var db = await services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
            using var copy = new SecretFile(file);
            if (await db.Dialect.Copy(db, copy.Draft, default) is { } wrong) throw new Failed(DataSay.BadCopy.With(wrong));
            await services.GetRequiredService<AccessLog>().Write(Verb.Administrator, Deed.BackedUp, name: Path.GetFileName(file));
            copy.Keep();
            Console.WriteLine(DataSay.Copied.With(file, new FileInfo(file).Length / 1024));
        });
    }
}
