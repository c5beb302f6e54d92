using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.Rounds;

/// <summary>The house whistles to itself at start; break any link of the way and it stays red (F25).</summary>
public sealed class SelfTestStories
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_house_is_ready_once_its_own_whistle_went_the_whole_way_and_nobody_else_heard_of_it()
    {
        await using var house = await ListeningHouse.Open();
        await Eventually.True(async () => (await house.Ready()).Code == 200, "the house is ready");
        await using var db = await house.Db();
        var alert = await db.Alerts.SingleAsync(Now);
        var notice = await db.Notices.SingleAsync(Now);
        Assert.Equal((Mode.Test, Delivery.Received, alert.DeviceId), (alert.Mode, notice.State, notice.DeviceId));
        Assert.Empty(await db.Stations.ToListAsync(Now));
    }

    [Theory, Trait("fault", "F25")]
    [InlineData("CREATE TRIGGER broken BEFORE INSERT ON Alerts BEGIN SELECT RAISE(ABORT, 'no'); END", "a press is not answered")]
    [InlineData("CREATE TRIGGER broken BEFORE UPDATE ON Notices WHEN NEW.State = 'received' BEGIN SELECT RAISE(ABORT, 'no'); END", "a receipt does not reach the disk")]
    public async Task While_the_disk_does_not_take_it_the_house_is_not_ready_and_says_where_the_way_is_broken(string fault, string where)
    {
        await using var house = await ListeningHouse.Open(fault);
        await Eventually.True(async () => (await house.Ready()) is { Code: 503 } no && no["part"] == "selfTest" && no["why"] == where, "it says where");
        await using (var db = await house.Db()) await db.Database.ExecuteSqlAsync($"DROP TRIGGER broken", Now);
        await Eventually.True(async () => (await house.Ready()).Code == 200, "mended, the house is ready");
        Figures.Held("F25", $"the disk refuses: /health/ready 503, \"{where}\"; mended: 200");
    }

    [Fact, Trait("fault", "F25")]
    public async Task While_the_feed_reaches_no_hub_the_house_is_not_ready()
    {
        await using var house = await ListeningHouse.Open(change: services => services.Remove(services.Single(s => s.ImplementationType == typeof(HubRelay))));
        await Eventually.True(async () => (await house.Ready()) is { Code: 503 } no && no["why"] == "the news of a press does not come over the hub", "it says where");
        Figures.Held("F25", "the feed reaches no hub: /health/ready 503, \"the news of a press does not come over the hub\"");
    }

    [Fact]
    public async Task A_house_behind_a_certificate_of_another_name_calls_itself_all_the_same()
    {
        await using var house = await ListeningHouse.Open(tls: true);
        await Eventually.True(async () => (await house.Ready()).Code == 200, "the house is ready");
    }
}
