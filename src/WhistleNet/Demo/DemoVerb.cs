using System.Net;
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
            await using var app = await Build(command, urls, folder);
            return await Server.Run(app, () => Tell(app));
        }
        finally
        {
            folder.Leave();
        }
    }

    /// <summary>The house with its town in it, not yet listening.</summary>
    public static async Task<WebApplication> Build(Command command, string urls, DemoFolder folder)
    {
        string[] host = [.. command.HostArguments.Where(a => !a.StartsWith("--urls", StringComparison.Ordinal)), $"--urls={urls}"];
        command = command with { HostArguments = host };
        var app = Server.Build(command, builder => builder.AddDemo(folder));
        app.MapDemo();
        await Server.Prepare(app);
        await DemoSeed.Sow(app.Services, at => DemoPast.Open(command, folder, at));
        return app;
    }

    /// <summary>Everybody whom nobody plays comes on shift. The house must be listening.</summary>
    public static Task Welcome(WebApplication app) => app.Services.GetRequiredService<Neighbours>().Come(new Uri(app.Urls.First()), app.Lifetime.ApplicationStopping);

    /// <summary>Who can come in by which link, one a line, and then that everybody is there.</summary>
    private static async Task Tell(WebApplication app)
    {
        var server = new Uri(app.Urls.First());
        foreach (var part in DemoPart.Links) Console.WriteLine($"{part.Word}\t{new Uri(server, $"/enter/{part.Word}")}");
        Console.WriteLine($"station-name\t{DemoTown.StationName}");
        Console.WriteLine($"demo\t{new Uri(server, "/demo")}");
        await Welcome(app);
        Console.WriteLine("ready");
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
    }
}
