namespace WhistleNet.Log;

public static class LogSetup
{
    public static WebApplicationBuilder AddLog(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Node>().AddSingleton<LogCheck>();
        return builder;
    }
}
