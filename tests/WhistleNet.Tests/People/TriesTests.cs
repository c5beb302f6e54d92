using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace WhistleNet.People;

/// <summary>How often somebody may be wrong: at the limit, beyond it, and after its hour.</summary>
public sealed class TriesTests
{
    [Fact]
    public async Task The_tries_of_an_address_come_back_an_hour_after_each()
    {
        var time = new FakeTimeProvider();
        var tries = new Tries(time, new ConfigurationBuilder().AddInMemoryCollection([new("WhistleNet:Limits:EnrolPerHour", "2")]).Build());
        var (here, there) = (At("203.0.113.7"), At("203.0.113.8"));

        tries.Wrong(Tries.Door.Enrol, here);
        Assert.False(await tries.AreUsedUp(Tries.Door.Enrol, here));
        time.Advance(TimeSpan.FromMinutes(30));
        tries.Wrong(Tries.Door.Enrol, here);
        Assert.True(await tries.AreUsedUp(Tries.Door.Enrol, here));
        Assert.False(await tries.AreUsedUp(Tries.Door.Enrol, there));
        Assert.False(await tries.AreUsedUp(Tries.Door.SignIn, here));
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await tries.AreUsedUp(Tries.Door.Enrol, here));
    }

    private static DefaultHttpContext At(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
