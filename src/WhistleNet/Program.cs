using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Demo;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

return await CommandLine.Run(args, command => command.Verb switch
{
    "demo" => DemoVerb.Run(command),
    "serve" => Server.Serve(command),
    "import shops" => ImportShops.Run(command),
    "import gear" => ImportGear.Run(command),
    "devices issue" => IssueDevices.Run(command),
    "devices revoke" => RevokeDevice.Run(command),
    "officer issue" => IssueOfficer.Run(command),
    "shop words" => SetWords.Run(command),
    "migrate" => Backup.Migrate(command),
    "backup" => Backup.Run(command),
    "verify-log" => VerifyLog.Run(command),
    _ => Task.FromResult(CommandLine.BadArguments($"there is no verb '{command.Verb}'")),
});

public partial class Program;
