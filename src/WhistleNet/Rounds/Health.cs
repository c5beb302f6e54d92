using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Rounds;

/// <summary>Whether we live, whether we can take a whistle, and whether the clock runs: 200, or 503 with the part that failed.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => Results.Ok(new { status = "live" }));
        health.MapGet("/ready", Ready);
        health.MapGet("/engine", Engine);
    }

    private static async Task<IResult> Ready(IDbContextFactory<WhistleDb> databases, SelfTest selfTest, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Dialect.Durability(db, cancel) is { } weak) return Failed("database", weak);
            return selfTest.Failing is { } why ? Failed("selfTest", why) : Results.Ok(new { status = "ready" });
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return Failed("database", "it does not answer");
        }
    }

    private static IResult Engine(EscalationClock clock) =>
        clock is { IsLate: false, Age: { } age } ? Results.Ok(new { status = "running", ageSeconds = (int)age.TotalSeconds })
        : Failed("engine", clock.Age is { } late ? $"the last full sweep ended {(int)late.TotalSeconds} s ago" : "no full sweep has ended yet");

    private static IResult Failed(string part, string why) => Results.Json(new { status = "failed", part, why }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
