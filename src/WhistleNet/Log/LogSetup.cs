namespace WhistleNet.Log;

public static class LogSetup
{
    public static WebApplicationBuilder AddLog(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Node>().AddSingleton<LogCheck>().AddSingleton<LogWatch>().AddSingleton<AccessLog>().AddSingleton<LogBoard>();
        builder.Services.AddHttpClient(HeadsRound.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        builder.Services.AddSingleton<HeadsRound>().AddHostedService(s => s.GetRequiredService<HeadsRound>());
        return builder;
    }
}
