using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;

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
        builder.Services.AddSingleton(Kept(builder.Configuration)).AddSingleton<Masking>().AddHostedService(s => s.GetRequiredService<Masking>());
        builder.Services.AddSingleton<Pruning>().AddSingleton<Watchman>().AddSingleton<PlanRound>();
        // Its memory, its hands and its voice are this house's alone: left to itself it keeps them in statics, and of two houses in one process one would walk the other's rounds. The watchman says what failed.
        builder.Services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        builder.Services.AddSingleton<JobActivator>(s => new AspNetCoreJobActivator(s.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddHangfire(hangfire => hangfire.UseRecommendedSerializerSettings().UseNoOpLogProvider());
        builder.Services.AddHangfireServer(server => (server.WorkerCount, server.ServerName, server.ShutdownTimeout) = (1, "house", TimeSpan.FromSeconds(5)));
        builder.Services.AddHostedService<Walks>();
        return builder;
    }

    private static Retention Kept(IConfiguration set) =>
        Retention.Of(Days(set, "Names"), Days(set, "Recipients"), Days(set, "Log"))
        ?? throw new CannotStart($"WhistleNet:Retention cannot be kept as set: NamesDays is at least 1, RecipientsDays at least as much, LogDays at least {Retention.LeastLog.TotalDays:0}.");

    private static int? Days(IConfiguration set, string what) => set.GetValue<int?>($"WhistleNet:Retention:{what}Days");
}
