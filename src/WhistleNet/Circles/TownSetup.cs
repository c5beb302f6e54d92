using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Circles;

public static class TownSetup
{
    public static WebApplicationBuilder AddTown(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TownHall>().AddSingleton<RegisterDesk>().AddSingleton<UndoDesk>().AddSingleton<EnrolledBoard>().AddSingleton<CircleDesk>().AddSingleton<PlaceDesk>().AddSingleton<SetupDesk>().AddSingleton<AreaDesk>().AddSingleton<WordsDesk>().AddSingleton<IssueDesk>()
            .AddSingleton<RegisterBoard>().AddSingleton<MapBoard>().AddSingleton<WallMap>().AddSingleton(new MapGround(MapTiles.Of(builder.Configuration))).AddSingleton<ShopDesk>().AddSingleton<DayDesk>().AddSingleton<ShopMoveDesk>().AddSingleton<MemberDesk>().AddSingleton<PostDesk>().AddSingleton<DutyDesk>().AddSingleton<DutyBoard>().AddWatcher<DutyBoard>().AddSingleton<MemberBoard>().AddSingleton<TrainingWatch>().AddWatcher<TrainingWatch>().AddSingleton<SettingsDesk>().AddSingleton<GridDesk>()
            .AddSingleton<GearDesk>().AddSingleton<GearUndoDesk>().AddSingleton<GearBoard>().AddSingleton<GearWatch>().AddWatcher<GearWatch>();
        return builder;
    }
}
