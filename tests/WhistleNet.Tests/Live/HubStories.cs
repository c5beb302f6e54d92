using Microsoft.AspNetCore.SignalR;

namespace WhistleNet.Live;

/// <summary>What the hub answers, and what it does not take for trouble.</summary>
public sealed class HubStories
{
    [Fact]
    public async Task A_refusal_is_an_answer_and_no_error_in_the_log()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2); // whose end asserts that nothing was logged as an error
        var neighbour = await world.Shop(0, 1).Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(id, "close", new { outcome = "slip", reason = "r" })).Must(200);
        var refused = await Assert.ThrowsAsync<HubException>(() => neighbour.Say("Answer", id, "coming", null));
        Assert.EndsWith("alreadyClosed", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HubException>(() => neighbour.Say("Answer", id, "perhaps", null));
    }
}
