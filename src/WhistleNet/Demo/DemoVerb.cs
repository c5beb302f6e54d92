using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>The <c>demo</c> verb: the whole house on a town of our own making, on this machine alone.</summary>
public static class DemoVerb
{
    private const string Address = "http://127.0.0.1:5080";

    public static async Task<int> Run(Command command)
    {
        var urls = command.Option("urls") ?? Address;
        if (!urls.Split(';').All(IsLoopback)) return CommandLine.BadArguments($"a demo listens on this machine alone, not on {urls}");
        var folder = DemoFolder.Open(command.Option("data"));
        try
        {
            await using var app = Build(command with { HostArguments = [.. command.HostArguments.Where(a => !a.StartsWith("--urls", StringComparison.Ordinal)), $"--urls={urls}"] }, folder);
            await Server.Prepare(app);
            await DemoSeed.Sow(app.Services);
            return await Server.Run(app, () => Tell(app));
        }
        finally
        {
            folder.Leave();
        }
    }

    public static WebApplication Build(Command command, DemoFolder folder)
    {
        var app = Server.Build(command, builder => builder.AddDemo(folder));
        app.MapDemo();
        return app;
    }

    /// <summary>Who can come in by which link, one a line, and then that everybody is there.</summary>
    private static async Task Tell(WebApplication app)
    {
        var server = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        foreach (var part in DemoPart.Links) Console.WriteLine($"{part.Word}\t{new Uri(server, $"/enter/{part.Word}")}");
        Console.WriteLine($"station-name\t{DemoTown.StationName}");
        Console.WriteLine($"demo\t{new Uri(server, "/demo")}");
        await app.Services.GetRequiredService<Neighbours>().Come(server, app.Lifetime.ApplicationStopping);
        Console.WriteLine("ready");
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
    }
}
