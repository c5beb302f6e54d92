namespace WhistleNet.Rounds;

public static class RoundsSetup
{
    public static WebApplicationBuilder AddRounds(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sweep>();
        builder.Services.AddSingleton<EscalationClock>().AddHostedService(s => s.GetRequiredService<EscalationClock>());
        return builder;
    }
}
