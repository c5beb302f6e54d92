using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary><c>devices revoke DEVICE_ID</c></summary>
public static class RevokeDevice
{
    public static Task<int> Run(Command command)
    {
        if (command.Values is not [var id]) return Task.FromResult(CommandLine.BadArguments("devices revoke needs one DEVICE_ID"));
        return Verb.Run(command, async services =>
        {
            if (!await services.GetRequiredService<DeviceDesk>().Revoke(Verb.Administrator, id)) throw new Failed(IssueSay.NoDevice.With(id));
            Console.WriteLine(IssueSay.DeviceRevoked.With(id));
        });
    }
}
