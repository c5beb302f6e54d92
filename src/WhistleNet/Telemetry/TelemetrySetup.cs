using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WhistleNet.Telemetry;

public static class TelemetrySetup
{
    /// <summary>The standard setting: where a collector listens. Without it nothing is sent, and nothing ever listens here.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<Gauges>();
        builder.Services.AddSingleton<MachineBoard>();
        if (builder.Configuration[Endpoint] is not { Length: > 0 }) return builder;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(of => of.AddService(Measure.Name, serviceVersion: Versions.Own))
            .WithMetrics(metrics => metrics
                .AddMeter(Measure.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections")
                .AddRuntimeInstrumentation().AddOtlpExporter())
            .WithTracing(spans => spans
                .AddSource(Measure.Name)
                .AddAspNetCoreInstrumentation(o => o.Filter = http => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/w"))
                .AddOtlpExporter());
        return builder;
    }
}
