using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>What the station decides counts from the next alert on; what makes no sense is refused in words.</summary>
public sealed class SettingsStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task The_ladder_is_what_the_station_says_it_is()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var settings = Settings(world);
        settings.Rungs = [new() { AfterSeconds = 45, Name = "所长", Kind = RungKind.Phone }, new() { AfterSeconds = 20, Name = "值班民警", Kind = RungKind.Console }];
        settings.WidenSeconds = 30;
        Assert.Null(await world.The<SettingsDesk>().Save(Admin, Street.StationId, settings));

        var press = (await world.Shop(0, 0).Press()).Must(201);
        var alert = (await world.Console().Get("alerts/" + press.AlertId)).Json;
        var raised = alert.GetProperty("raisedAt").GetDateTimeOffset();
        Assert.Equal(20, (alert.GetProperty("takeDueAt").GetDateTimeOffset() - raised).TotalSeconds, 0.01);
        Assert.Equal(30, (alert.GetProperty("widenDueAt").GetDateTimeOffset() - raised).TotalSeconds, 0.01);
        Assert.Equal(["值班民警", "所长"], world.The<TownHall>().Ladders.Of(Street.StationId).Select(r => r.Name));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_stored()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var desk = world.The<SettingsDesk>();
        async Task Refused(Action<StationSettings> spoil, Shell.Text why)
        {
            var settings = Settings(world);
            spoil(settings);
            Assert.Equal(why, await desk.Save(Admin, Street.StationId, settings));
        }

        await Refused(s => s.TimeZone = "Mars/Olympus", SettingsSay.ZoneUnknown);
        await Refused(s => s.Name = " ", SettingsSay.NameMissing);
        await Refused(s => s.Rungs.Clear(), SettingsSay.NoRung);
        await Refused(s => s.Rungs[0].AfterSeconds = 0, SettingsSay.RungRange);
        await Refused(s => s.Rungs[0].AfterSeconds = s.Rungs[1].AfterSeconds, SettingsSay.RungTwice);
        await Refused(s => s.Rungs[0].Kind = RungKind.Wall, SettingsSay.RungTarget);
        await Refused(s => s.Rings[1].Metres = s.Rings[0].Metres, SettingsSay.RingsNotWider);
        await Refused(s => s.WidenSeconds = 1, SettingsSay.ClockRange);
        Assert.Equal(3, world.The<TownHall>().Ladders.Of(Street.StationId).Count());
        Assert.NotNull(await desk.Save(Admin with { Roles = Role.Officer }, Street.StationId, Settings(world)));
    }

    [Fact]
    public async Task The_targets_of_a_circle_are_data_count_from_then_on_and_do_not_rewrite_what_was()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (desk, console, circle) = (world.The<SettingsDesk>(), world.Console(), world.Street.Circles[0].Id);
        async Task<string> TargetsOfOne(string alert) => string.Join(' ', (await console.Get($"reports?alert={alert}")).Must(200).Json.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("targetS").GetInt32()));
        async Task<string> Over(int number)
        {
            var id = (await world.Shop(0, number).Press()).AlertId;
            (await console.Do(id, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
            return id;
        }
        var before = await Over(0);
        Assert.Equal("60 180 300", await TargetsOfOne(before));
        Assert.Equal(SettingsSay.TargetRange, await desk.Aim(Admin, Street.StationId, [circle], 60, 30, 300));
        Assert.NotNull(await desk.Aim(Admin with { Roles = Role.Officer }, Street.StationId, [circle], 30, 90, 240));
        Assert.Null(await desk.Aim(Admin, Street.StationId, [circle], 30, 90, 240));
        Assert.Equal("30 90 240", await TargetsOfOne(await Over(1)));
        Assert.Equal("60 180 300", await TargetsOfOne(before));
        Assert.Equal(Reports.Targets.Default, world.The<TownHall>().Town.TargetsOf(world.Street.Circles[1].Id));
    }

    private static StationSettings Settings(World world) =>
        StationSettings.Of(world.The<TownHall>().Town.Stations[Street.StationId], world.The<TownHall>().Ladders.Of(Street.StationId));
}
