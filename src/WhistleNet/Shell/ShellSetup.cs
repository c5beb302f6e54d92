using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Shell;

public static class ShellSetup
{
    public static void TryAddClock(this IServiceCollection services) => services.TryAddSingleton<TimeProvider>(new SteadyClock(TimeProvider.System));

    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(Keep)
            .AddHubOptions(hub => (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20)));
        builder.Services.AddMudServices();
        builder.Services.AddCascadingAuthenticationState();
        builder.AddPressure().Services.AddSingleton<CspReports>();
        builder.Services.AddAntiforgery(tokens => tokens.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false); // a value that cannot be read is a 400, and no error of ours
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        return builder;
    }

    /// <summary>What every request passes, in this order.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseProxies();
        app.UseHostCookies();
        app.UseHeaders();
        app.UseExceptionHandler(broken => broken.Run(Broken));
        app.UseStatusCodePages(Bare);
        app.UseLanguage();
        app.UseBodyLimit();
        app.UseRouting();
        app.UseOrigins();
        app.UseAuthentication();
        app.UseMembersLanguage();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UseLateLines();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapHome();
        app.MapCspReports();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    // A line that breaks is back within seconds, and what comes later loses nothing by beginning anew: the view stands in the address. A
    // county's consoles (500) may all drop at once; at about 273 KB each that is 140 MB for half a minute.
    private static void Keep(CircuitOptions circuits) => (circuits.DisconnectedCircuitRetentionPeriod, circuits.DisconnectedCircuitMaxRetained) = (TimeSpan.FromSeconds(30), 500);

    private static Task Broken(HttpContext http)
    {
        var why = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (why is NotRecorded && WantsPage(http)) return StoppedPage(http);
        var (status, say) = why switch
        {
            NotRecorded => (StatusCodes.Status503ServiceUnavailable, ProblemSay.NotRecorded),
            BadHttpRequestException bad => (bad.StatusCode, ProblemSay.BadRequest),
            OperationCanceledException or ChannelClosedException or DbException => (StatusCodes.Status503ServiceUnavailable, ProblemSay.NotStored),
            _ => (StatusCodes.Status500InternalServerError, ProblemSay.Broken),
        };
        return Problems.Problem(http, status, say).ExecuteAsync(http);
    }

    // An API answer without a body of its own gets one, and so does a page that is not there.
    private static Task Bare(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.Path.StartsWithSegments("/api")) return IsLostReader(http) ? Lost(http) : Task.CompletedTask;
        return (http.Response.StatusCode == StatusCodes.Status404NotFound ? Problems.NotFound(http)
            : Problems.Problem(http, http.Response.StatusCode, ProblemSay.BadRequest)).ExecuteAsync(http);
    }

    private static bool IsLostReader(HttpContext http) => http.Response.StatusCode == StatusCodes.Status404NotFound && HttpMethods.IsGet(http.Request.Method) && WantsPage(http);

    private static bool WantsPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task StoppedPage(HttpContext http)
    {
        CultureInfo.CurrentUICulture = Language.Of(http);
        return Papers.Page<StoppedPaper>(http, new { }, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
    }

    private static Task Lost(HttpContext http)
    {
        CultureInfo.CurrentUICulture = Language.Of(http); // we stand outside of what set it
        return new RazorComponentResult<LostPaper> { StatusCode = StatusCodes.Status404NotFound, PreventStreamingRendering = true }.ExecuteAsync(http);
    }
}
