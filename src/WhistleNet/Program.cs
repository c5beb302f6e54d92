using WhistleNet.Circles;
using WhistleNet.Demo;
using WhistleNet.Shell;

return await CommandLine.Run(args, command => command.Verb switch
{
    "demo" => DemoVerb.Run(command),
    "serve" => Server.Serve(command),
    "import shops" => ImportShops.Run(command),
    _ => Task.FromResult(CommandLine.BadArguments($"there is no verb '{command.Verb}'")),
});

public partial class Program;
