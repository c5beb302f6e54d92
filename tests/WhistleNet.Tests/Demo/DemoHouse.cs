using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>A demo on a real port, with its simulated neighbours, and a browser's cookie jar to visit it with.</summary>
public sealed class DemoHouse : IAsyncDisposable
{
    private readonly DemoFolder _folder = DemoFolder.Open(null);
    private readonly CookieContainer _jar = new();
    private WebApplication _app = null!;

    public HttpClient Browser { get; private set; } = null!;
    public IServiceProvider Services => _app.Services;

    public static async Task<DemoHouse> Open()
    {
        var house = new DemoHouse();
        house._app = await DemoVerb.Build(new Command("demo", [], new Dictionary<string, string>(), []), "http://127.0.0.1:0", house._folder);
        await house._app.StartAsync();
        await DemoVerb.Welcome(house._app);
        house.Browser = new HttpClient(new HttpClientHandler { CookieContainer = house._jar, AllowAutoRedirect = false }) { BaseAddress = new Uri(house._app.Urls.First()) };
        return house;
    }

    /// <summary>What the browser holds under this name.</summary>
    public string? Cookie(string name) => _jar.GetCookies(Browser.BaseAddress!)[name]?.Value;

    public async Task<JsonElement> Get(string path) => await Browser.GetFromJsonAsync<JsonElement>(path);

    /// <summary>The shop in the first pane whistles; its alert's id.</summary>
    public async Task<string> Whistle()
    {
        using var answer = await Browser.PostAsJsonAsync("pane/shop/api/v1/whistles", new { pressId = Guid.NewGuid() });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("alertId").GetString()!;
    }

    /// <summary>An alert as the station's pane sees it.</summary>
    public Task<JsonElement> Alert(string id) => Get($"pane/station/api/v1/alerts/{id}");

    public async Task Push(int seconds) => (await Browser.PostAsync($"demo/clock?seconds={seconds}", null)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Leave();
    }
}
