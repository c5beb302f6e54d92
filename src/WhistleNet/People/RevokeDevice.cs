using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
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
            await using var db = await services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var device = await db.Devices.SingleOrDefaultAsync(d => d.Id == id) ?? throw new Failed(IssueSay.NoDevice.With(id));
            device.RevokedAt ??= services.GetRequiredService<TimeProvider>().GetUtcNow();
            await db.SaveChangesAsync();
            await db.Touch(Stamp.Devices);
            await transaction.CommitAsync();
            Console.WriteLine(IssueSay.DeviceRevoked.With(device.Name, id));
        });
    }
}
