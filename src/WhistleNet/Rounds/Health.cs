using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Rounds;

/// <summary>Whether we live, whether we can take a whistle, and whether the clock runs: 200, or 503 with the part that failed.</summary>
public static class Health
{
    private static readonly TimeSpan EngineLateAfter = TimeSpan.FromSeconds(10);

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => Results.Ok(new { status = "live" }));
        health.MapGet("/ready", Ready);
        health.MapGet("/engine", Engine);
    }

    private static async Task<IResult> Ready(IDbContextFactory<WhistleDb> databases, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await db.Dialect.Durability(db, cancel) is { } weak ? Failed("database", weak) : Results.Ok(new { status = "ready" });
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return Failed("database", "it does not answer");
        }
    }

    private static IResult Engine(EscalationClock clock, TimeProvider time)
    {
        var age = time.GetUtcNow() - clock.LastSweepAt;
        return age <= EngineLateAfter
            ? Results.Ok(new { status = "running", ageSeconds = (int)age.Value.TotalSeconds })
            : Failed("engine", age is null ? "no full sweep has ended yet" : $"the last full sweep ended {(int)age.Value.TotalSeconds} s ago");
    }

    private static IResult Failed(string part, string why) => Results.Json(new { status = "failed", part, why }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
