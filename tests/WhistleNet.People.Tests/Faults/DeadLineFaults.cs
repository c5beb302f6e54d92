using System.Net.Security;
using System.Net.Sockets;

namespace WhistleNet.Faults;

/// <summary>Presses into lines that are dead and look alive. Three rounds here; <c>tests/faults --only F1 --rounds 100</c> for more.</summary>
public sealed class DeadLineFaults(Town town) : IClassFixture<Town>
{
    [Fact, Trait("fault", "F1")]
    public async Task A_press_into_a_black_hole_is_told_not_sent_and_goes_out_once_when_the_line_is_back()
    {
        var phones = await Rounds.Of(town, "F1", 3, async (phone, line) =>
        {
            line.GoDead();
            await phone.Press("whistle");
            await phone.Is("notSent");
            await phone.LetGo();
            var told = await phone.Said("notSent") - await phone.Said("sending");
            line.Mend();
            var back = await phone.Now();
            await phone.Is("sent");
            return (told, await phone.Said("sent") - back);
        });
        var figures = $"{phones.Count} presses through the black hole, {phones.Lost} lost, {phones.Doubled} doubled; told \"not sent\" after {phones.Worst(t => t.First)} at worst; sent {phones.Median(t => t.Second)} after the line was back, {phones.Worst(t => t.Second)} at worst";
        Assert.True((phones.Lost, phones.Doubled) == (0, 0), figures);
        Assert.All(phones.Times, t => Assert.InRange(t.First, 0, 4_000 + Rounds.Slack));
        Assert.All(phones.Times, t => Assert.InRange(t.Second, 0, 10_000 + Rounds.Slack));
        Figures.Held("F1", figures);
    }

    [Fact, Trait("fault", "F1")]
    public async Task After_a_hand_over_a_press_waits_on_no_dead_connection()
    {
        var phones = await HandOver(town, "F1");
        Figures.Held("F1", $"hand-over (what stood is dead, new calls go through): {phones}");
    }

    // Without a script the browser alone decides; what is promised is that it never shows "sent" for what was not.
    [Fact, Trait("fault", "F1")]
    public async Task Without_a_script_the_browser_waits_and_who_comes_back_and_presses_again_whistles_once()
    {
        var shop = town.Circle()[0];
        await using var line = new Line(town.House.Address);
        await using var phone = await Visitor.Phone(line.Address, "zh-CN", script: false);
        await phone.Keep(People.DeviceCredential.ShopCookie, town.House.Street.TokenOf(town.House.Street.DeviceOf(shop)));
        await phone.Open("/w");
        await phone.Hook("whistle-open").ClickAsync();
        line.GoDead();
        var failed = new TaskCompletionSource<string>();
        phone.Page.RequestFailed += (_, request) => failed.TrySetResult(request.Failure ?? "");
        await phone.Press("whistle");
        await phone.LetGo();
        var waited = System.Diagnostics.Stopwatch.GetTimestamp();
        var gaveUp = await Task.WhenAny(failed.Task, Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken)) == failed.Task;
        var after = System.Diagnostics.Stopwatch.GetElapsedTime(waited).TotalSeconds;
        Assert.Empty(await town.House.PressesOf(shop));

        line.Mend();
        await phone.Open("/w"); // the person comes back and presses again
        if (await phone.Hook("status").GetAttributeAsync("data-state") == "offDuty")
        {
            await phone.Hook("whistle-open").ClickAsync();
            await phone.Hook("whistle").ClickAsync();
        }
        await phone.Is("sent");
        var presses = await town.House.PressesOf(shop); // a browser may send the first again by itself, once its connection is torn
        Assert.Single(presses.Select(p => p.AlertId).Distinct());
        Figures.Held("F1", $"without script: {(gaveUp ? $"the browser gave up after {after:F1} s" : "after 6 s the browser still waits")} and says nothing; who comes back and presses again whistles once ({presses.Count} presses, 1 alert)");
    }

    /// <summary>The line changes under a page whose connections stand.</summary>
    internal static async Task<Rounds> HandOver(Town town, string fault)
    {
        var phones = await Rounds.Of(town, fault, 3, async (phone, line) =>
        {
            var before = await phone.Said("sending");
            line.SilenceTheConnected();
            await phone.Press("whistle");
            await Eventually.True(async () => await phone.Said("sending") is var now && !now.Equals(before) && await phone.Said("sent") > now, "the press of this round is sent");
            await phone.LetGo();
            var sent = await phone.Said("sent") - await phone.Said("sending");
            return (sent, sent);
        });
        Assert.True((phones.Lost, phones.Doubled) == (0, 0), phones.ToString());
        Assert.All(phones.Times, t => Assert.InRange(t.First, 0, 4_500 + Rounds.Slack));
        return phones;
    }
}

/// <summary>The same over TLS: the house has a certificate of its own.</summary>
public sealed class TlsLineFaults : IAsyncLifetime
{
    private readonly Town _town = new(tls: true);

    public ValueTask InitializeAsync() => _town.InitializeAsync();

    [Fact, Trait("fault", "F2")]
    public async Task Over_tls_a_hand_over_costs_no_more_because_the_listener_speaks_one_protocol()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(System.Net.IPAddress.Loopback, _town.House.Address.Port, TestContext.Current.CancellationToken);
#pragma warning disable CA5359 // the house made its certificate itself
        await using var tls = new SslStream(socket.GetStream(), false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] }, TestContext.Current.CancellationToken);
        Assert.Equal(SslApplicationProtocol.Http11, tls.NegotiatedApplicationProtocol);

        var phones = await DeadLineFaults.HandOver(_town, "F2");
        Figures.Held("F2", $"over TLS, offered h2 and http/1.1 the listener takes {tls.NegotiatedApplicationProtocol}; hand-over: {phones}");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();
}
