using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary><c>shop words --station NAME --shop REF --safe W --duress W</c></summary>
public static class SetWords
{
    public static Task<int> Run(Command command)
    {
        if (command.Option("station") is not { } station || command.Option("shop") is not { } reference || command.Option("safe") is not { } safe || command.Option("duress") is not { } duress)
            return Task.FromResult(CommandLine.BadArguments("shop words needs --station NAME, --shop REF, --safe W and --duress W"));
        return Verb.Run(command, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
            var shop = await db.Shops.OfRef(await db.Stations.Named(station), reference);
            if (await services.GetRequiredService<WordsDesk>().Set(Verb.Administrator, shop.Id, safe, duress) is { } no) throw new Failed(no.ToString());
            Console.WriteLine(RegisterSay.WordsSet.With(shop.Name));
        });
    }
}
