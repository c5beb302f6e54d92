using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WhistleNet.Faults;

/// <summary>
/// A console as the server knows it, without a browser: it loads the station's page, opens the circuit of the components printed there,
/// takes what is drawn, and answers as Blazor's script does. After a loss it does what the page's own line does: it asks for its circuit,
/// and begins anew where the server no longer has it. What a browser makes of what is drawn is not seen here.
/// </summary>
internal sealed partial class LightConsole(Uri home, string cookie) : IAsyncDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = home, DefaultRequestHeaders = { { "Cookie", cookie } } };
    private readonly CancellationTokenSource _end = new();
    private HubConnection? _hub;
    private string _circuit = "";
    private volatile string _drawn = "";
    private volatile bool _isUp;

    public bool IsUp => _isUp;

    /// <summary>How often its circuit was gone and it began anew.</summary>
    public int Anew { get; private set; }

    /// <summary>Whether this stood in anything that was drawn since the page was opened.</summary>
    public bool Shows(string text) => _drawn.Contains(text, StringComparison.Ordinal);

    public async Task Open()
    {
        string page;
        while (true)
        {
            using var answer = await _http.GetAsync("station", _end.Token);
            page = await answer.Content.ReadAsStringAsync(_end.Token);
            if (answer.StatusCode == HttpStatusCode.OK) break;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode); // too many pages at once: it says when to come again
            await Wait(TimeSpan.FromSeconds(5));
        }
        await Connect();
        var components = "[" + string.Join(',', Component().Matches(page).Select(m => m.Groups["it"].Value)) + "]";
        _circuit = await _hub!.InvokeAsync<string>("StartCircuit", home.ToString(), new Uri(home, "station").ToString(), components, State().Match(page).Groups["it"].Value, _end.Token);
        Assert.NotNull(_circuit);
        _isUp = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_hub is { } hub) await hub.DisposeAsync();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task Connect()
    {
        var hub = Hub();
        hub.On<long, byte[]>("JS.RenderBatch", async (batch, drawn) =>
        {
            _drawn += Encoding.UTF8.GetString(drawn);
            await Say(hub, "OnRenderCompleted", batch, null);
        });
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, _, _, _, _, _) => Say(hub, "EndInvokeJSFromDotNet", call, true, $"[{call},true,null]"));
        hub.On<string>("JS.Error", why => _drawn += "JS.Error " + why);
        hub.Closed += _ =>
        {
            _isUp = false;
            return _end.IsCancellationRequested ? Task.CompletedTask : ComeBack();
        };
        if (_hub is { } old) await old.DisposeAsync();
        _hub = hub;
        await hub.StartAsync(_end.Token);
    }

    // The page tries at once, and then each time after 0.3 to 2.3 seconds.
    private async Task ComeBack()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Connect();
                if (!await _hub!.InvokeAsync<bool>("ConnectCircuit", _circuit, _end.Token))
                {
                    Anew++;
                    await Open();
                }
                _isUp = true;
                return;
            }
            catch (Exception gone) when (gone is HttpRequestException or WebSocketException or IOException or InvalidOperationException or OperationCanceledException)
            {
                if (_end.IsCancellationRequested) return;
                await Wait(TimeSpan.FromSeconds(0.3 + 2 * Random.Shared.NextDouble()));
            }
        }
    }

    private HubConnection Hub()
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(home, "_blazor"), to =>
        {
            (to.Transports, to.SkipNegotiation, to.DefaultTransferFormat) = (HttpTransportType.WebSockets, true, TransferFormat.Binary);
            to.Headers["Cookie"] = cookie;
            to.Headers["Origin"] = home.GetLeftPart(UriPartial.Authority);
        }).WithKeepAliveInterval(TimeSpan.FromSeconds(4)).WithServerTimeout(TimeSpan.FromSeconds(12));
        builder.Services.RemoveAll<IHubProtocol>().AddSingleton<IHubProtocol, BlazorPack>();
        return builder.Build();
    }

    private static async Task Say(HubConnection hub, string method, params object?[] values)
    {
        try
        {
            await hub.SendCoreAsync(method, values);
        }
        catch (Exception torn) when (torn is InvalidOperationException or IOException or OperationCanceledException)
        {
            // it comes back, and the server draws again what was not confirmed
        }
    }

    private async Task Wait(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _end.Token);
        }
        catch (OperationCanceledException)
        {
            // the console is closed
        }
    }

    [GeneratedRegex("<!--Blazor:(?<it>\\{[^>]*\"descriptor\"[^>]*\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<it>[^>]*)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex State();

    /// <summary>Blazor's own protocol: on the wire it is SignalR's MessagePack under another name.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol _pack = new();

        public string Name => "blazorpack";
        public int Version => 1;
        public TransferFormat TransferFormat => TransferFormat.Binary;

        public bool IsVersionSupported(int version) => version <= Version;
        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);
        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);
        public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => _pack.TryParseMessage(ref input, binder, out message);
    }
}
