using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet;

/// <summary>The whole app on an empty folder and a real port, in real time: for what a test server has not, an address of its own.</summary>
public sealed class ListeningHouse : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplicationFactory<Program> _app;
    private readonly HttpClient _http;

    private ListeningHouse(string folder, WebApplicationFactory<Program> app, HttpClient http) => (_folder, _app, _http) = (folder, app, http);

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="fault">SQL that breaks the database before the house starts.</param>
    /// <param name="change">Takes something out of the house.</param>
    public static async Task<ListeningHouse> Open(string? fault = null, Action<IServiceCollection>? change = null, bool tls = false, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("whistle-").FullName;
        await Books.MakeEmpty(folder);
        await using (var db = Books.Make(folder))
            if (fault is not null) await db.Database.ExecuteSqlRawAsync(fault);
        var app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("WhistleNet:DataDir", folder).ConfigureLogging(log => log.ClearProviders());
            foreach (var (name, value) in settings) host.UseSetting(name, value);
            if (change is not null) host.ConfigureTestServices(change);
        });
        app.UseKestrel(kestrel =>
        {
            if (tls) kestrel.Listen(IPAddress.Loopback, 0, at => at.UseHttps(Certificate.Make())); // the first is the one that the house calls itself by
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        app.StartServer();
        var plain = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Last();
        return new ListeningHouse(folder, app, new HttpClient { BaseAddress = new Uri(plain) });
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>An ear on the real hub.</summary>
    public async Task<Ear> Listen(string token)
    {
        var ear = new Ear(new HubConnectionBuilder().WithUrl(new Uri(Address, "hubs/whistle"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build());
        await ear.Open();
        return ear;
    }

    public Task<Answer> Ready() => Get("/health/ready");

    public async Task<Answer> Get(string path)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    public Task<WhistleDb> Db() => The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Hears news, and knows the highest version of them.</summary>
public sealed class Ear(HubConnection hub) : IAsyncDisposable
{
    private long _heard;

    public long Heard => Interlocked.Read(ref _heard);

    public async Task Open()
    {
        hub.On<News>(nameof(IWhistleClient.News), news => Interlocked.Exchange(ref _heard, news.Version));
        await hub.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
