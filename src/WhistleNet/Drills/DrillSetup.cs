namespace WhistleNet.Drills;

public static class DrillSetup
{
    public static WebApplicationBuilder AddDrills(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drilling>().AddSingleton<DrillDesk>().AddSingleton<DrillBoard>().AddSingleton<DrillRound>().AddSingleton<ScenarioBoard>().AddSingleton<ScenarioDesk>().AddSingleton<ScriptBoard>().AddSingleton<PlanDesk>().AddSingleton<PlanBoard>();
        builder.Services.AddSingleton<ObserverDesk>().AddSingleton<ObserverBoard>().AddSingleton<PhotoFolder>();
        return builder;
    }
}
