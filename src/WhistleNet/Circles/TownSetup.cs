using WhistleNet.People;

namespace WhistleNet.Circles;

public static class TownSetup
{
    public static WebApplicationBuilder AddTown(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TownHall>().AddSingleton<RegisterDesk>().AddSingleton<WordsDesk>().AddSingleton<IssueDesk>()
            .AddSingleton<RegisterBoard>().AddSingleton<ShopDesk>().AddSingleton<SettingsDesk>();
        return builder;
    }
}
