using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet;

/// <summary>
/// The whole app on a folder of its own, with a clock that stands still until a test moves it, and a street of shops in it.
/// Read as a story: a world, a press, time forward, what people hear.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-").FullName;
    private readonly List<Client> _clients = [];
    private readonly Errors _errors = new();
    private WebApplicationFactory<Program> _app;

    private readonly (string Name, string Value)[] _settings;

    private readonly Action<IServiceCollection> _more;

    private World(Street street, Action<IServiceCollection> more, (string, string)[] settings)
    {
        (Street, _more, _settings) = (street, more, settings);
        _app = Start();
    }

    public Street Street { get; }
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero)); // ten in the morning at the station
    public IServiceProvider Services => _app.Services;
    public string Folder => _folder;

    /// <param name="settings">Configuration, by name and value.</param>
    public static Task<World> With(Street street, params (string Name, string Value)[] settings) => With(street, _ => { }, settings);

    /// <param name="more">What the app is built with besides.</param>
    public static async Task<World> With(Street street, Action<IServiceCollection> more, params (string Name, string Value)[] settings)
    {
        var world = new World(street, more, settings);
        await using (var db = await world.Db()) await street.Settle(db);
        await world.Services.GetRequiredService<TownHall>().Refresh();
        return world;
    }

    public static Task<World> With(int circles, int shopsEach) => With(Street.Of(circles, shopsEach));

    /// <summary>A shop's device, talking HTTP; <see cref="Client.Listen"/> also opens its ear.</summary>
    public Client Device(Device device) => Keep(new Client(this, device.AsActor(), Street.TokenOf(device)));

    public Client Shop(int circle, int number) => Device(Street.DeviceOf(Street.Shop(circle, number)));

    public Client Console(int number = 0) => Device(Street.Devices.Where(d => d.Kind == DeviceKind.OfficerToken).ElementAt(number));

    public Client Stranger() => Keep(new Client(this, new Actor("", "", Role.None), null));

    /// <summary>Moves the clock: a leap to the second before, then that second; after each, what was due is done.</summary>
    public async Task Forward(int seconds)
    {
        var clock = Services.GetRequiredService<EscalationClock>();
        foreach (var leap in new[] { seconds - 1, 1 })
        {
            Time.Advance(TimeSpan.FromSeconds(leap));
            await Eventually.True(() => clock.LastSweepAt >= Time.GetUtcNow(), "the sweep of this second ended");
        }
    }

    public async Task<WhistleDb> Db() => await Services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();

    public T The<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Stops the server and starts another on the same data.</summary>
    /// <param name="meanwhile">What happens to the folder while nobody uses it.</param>
    public async Task Restart(TimeSpan? after = null, Action? meanwhile = null)
    {
        foreach (var client in _clients) await client.HangUp();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        meanwhile?.Invoke();
        if (after is { } pause) Time.Advance(pause);
        _app = Start();
    }

    /// <summary>Copies the database as the verb does.</summary>
    public async Task Backup()
    {
        await using var db = await Db();
        Assert.Null(await db.Dialect.Copy(db, Path.Combine(_folder, "backup.db"), TestContext.Current.CancellationToken));
    }

    /// <summary>Puts the copy back in the place of the database, and starts again.</summary>
    public Task Restore() => Restart(meanwhile: () =>
    {
        foreach (var file in Directory.GetFiles(_folder, "whistlenet.db*")) File.Delete(file);
        File.Move(Path.Combine(_folder, "backup.db"), Path.Combine(_folder, "whistlenet.db"));
    });

    public HttpClient Http() => _app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Otherwise a story in which the app logs an error has failed.</summary>
    public void MeantToFail() => _errors.Expected = true;

    public TestServer Server => _app.Server;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.HangUp();
        await _app.DisposeAsync();
        _errors.MustBeNone();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // The schema is made once and copied: fifty worlds need not migrate fifty times.
    private static readonly Lazy<string> Empty = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("whistle-empty-").FullName;
        Books.MakeEmpty(folder).GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Path.Combine(folder, "whistlenet.db");
    });

    private WebApplicationFactory<Program> Start()
    {
        if (!File.Exists(Path.Combine(_folder, "whistlenet.db"))) File.Copy(Empty.Value, Path.Combine(_folder, "whistlenet.db"));
        var app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("WhistleNet:DataDir", _folder)
                .ConfigureTestServices(services => _more(services.AddSingleton<TimeProvider>(Time)))
                .ConfigureLogging(log => log.ClearProviders().AddProvider(_errors));
            foreach (var (name, value) in _settings) host.UseSetting(name, value);
        });
        _ = app.Server; // starts it
        return app;
    }

    private Client Keep(Client client)
    {
        _clients.Add(client);
        return client;
    }
}
