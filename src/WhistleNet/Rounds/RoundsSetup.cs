using WhistleNet.Data;

namespace WhistleNet.Rounds;

public static class RoundsSetup
{
    public static WebApplicationBuilder AddRounds(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton(new LastTick(Path.Combine(DataSetup.Folder(builder.Configuration), LastTick.FileName)));
        builder.Services.AddSingleton<Sweep>().AddSingleton<Restored>();
        builder.Services.AddSingleton<EscalationClock>().AddHostedService(s => s.GetRequiredService<EscalationClock>());
        builder.Services.AddSingleton<SelfTest>().AddHostedService(s => s.GetRequiredService<SelfTest>());
        builder.Services.AddSingleton<OutsideHeartbeat>().AddHostedService(s => s.GetRequiredService<OutsideHeartbeat>());
        builder.Services.AddSingleton(s => ActivatorUtilities.CreateInstance<DiskWatch>(s, DataSetup.Folder(builder.Configuration))).AddHostedService(s => s.GetRequiredService<DiskWatch>());
        builder.Services.AddSingleton<Pruning>().AddHostedService(s => s.GetRequiredService<Pruning>());
        return builder;
    }
}
