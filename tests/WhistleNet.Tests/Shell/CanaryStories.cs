using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Twelve secrets that a whole evening passes through the house, and none of which stands in a log at any level or on an error's page.</summary>
public sealed class CanaryStories
{
    private const string Password = "canary tram bell rings at six";
    private const string Safe = "金丝雀平安", Duress = "金丝雀下雨", Position = "45.712345678";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task No_secret_stands_in_a_log_or_on_an_errors_page()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 3));
        var settings = (IConfigurationRoot)world.The<IConfiguration>();
        foreach (var category in new[] { "WhistleNet", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" }) settings["Logging:LogLevel:" + category] = "Trace";
        settings.Reload();
        using var everything = new Everything();
        world.The<ILoggerFactory>().AddProvider(everything);
        var canaries = new Dictionary<string, string> { ["password"] = Password, ["safe word"] = Safe, ["duress word"] = Duress, ["position"] = Position };
        var errors = new List<string>();
        var (phone, console) = (world.Shop(0, 0), world.Console());
        (canaries["device token"], canaries["officer token"]) = (world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(0, 0))), world.Street.TokenOf(world.Street.Devices.First(d => d.Kind == DeviceKind.OfficerToken)));

        var first = world.The<FirstLink>();
        await first.Make();
        canaries["first link"] = first.Line(["http://localhost"])!.Split("code=")[1];
        using var person = new Guest(world);
        await person.Open("/first?code=" + canaries["first link"]);
        canaries["enrolment code"] = (await world.The<CodeDesk>().ForPaper(Admin, [world.Street.Shop(0, 1)], "b"))[0].Code;
        await person.Open("/enrol?code=" + canaries["enrolment code"]);
        await person.Send("/enrol", ("code", canaries["enrolment code"]), ("personName", "老张"));
        var (link, _) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", "li", Role.Officer));
        canaries["invite link"] = Uri.UnescapeDataString(link!.Path.Split("code=")[1]);
        await person.Open("/" + link.Path);
        await person.Send("/invite", ("who", link.AccountId), ("code", canaries["invite link"]), ("password", Password));
        var page = (await person.Open("/sign-in/authenticator")).Text;
        canaries["authenticator's key"] = page.Split("data-testid=\"key\">")[1].Split('<')[0];
        canaries["antiforgery token"] = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"(?<secret>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["secret"].Value;
        errors.Add((await person.Send("/sign-in", ("user", "li"), ("password", Password + "x"))).Text);

        Assert.Null(await world.The<WordsDesk>().Set(Admin, world.Street.Shop(0, 0).Id, Safe, Duress));
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        await phone.Listen();
        var id = (await phone.Press(new { position = new { lat = 45.712345678, lon = 126.6 } })).AlertId;
        foreach (var word in new[] { Safe, Duress }) (await phone.Do(id, "safe", new { word })).Must(200);
        (await console.Do(id, "take")).Must(200);
        using var query = world.Http();
        errors.Add(await (await query.GetAsync("/hubs/whistle?access_token=" + canaries["device token"], TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var secret in canaries.Values)
        {
            errors.Add((await world.Stranger().Post("alerts/x/safe", JsonSerializer.Serialize(new { word = secret }))).Text);
            errors.Add((await phone.Post("alerts/x/safe", "{\"word\":[\"" + secret + "\"]}")).Text);
        }
        await using (var db = await world.Db())
            canaries["data-protection key"] = Regex.Match((await db.DataProtectionKeys.AsNoTracking().FirstAsync(TestContext.Current.CancellationToken)).Xml!, "<value>(?<secret>[^<]+)</value>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["secret"].Value;

        Assert.Equal(12, canaries.Count);
        Assert.DoesNotContain("", canaries.Values);
        Assert.True(everything.Lines.Count > 500, "the log was listened to");
        foreach (var (name, secret) in canaries)
        {
            Assert.Equal([], everything.Lines.Where(l => l.Contains(secret, StringComparison.Ordinal) || l.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal)).Select(l => $"the {name} in the log: {l}").Take(3));
            Assert.Equal([], errors.Where(e => e.Contains(secret, StringComparison.Ordinal)).Select(e => $"the {name} on an error's page: {e}").Take(3));
        }
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{eventId} {formatter(state, exception)} {exception}");
        public void Dispose() { }
    }
}
