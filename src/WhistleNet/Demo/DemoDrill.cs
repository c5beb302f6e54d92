using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Demo;

/// <summary>
/// The lever that starts a live, announced drill in the circle of the shop and its neighbours, and stops it again. It runs at walking pace, or
/// with the clock hurrying on until everybody was told that it was a drill.
/// </summary>
internal sealed class DemoDrill(
    DrillDesk desk, DrillBoard board, ObserverPhone observer, Understudies understudies, DemoHand hand, DemoClock clock, IDbContextFactory<WhistleDb> databases, IHostApplicationLifetime house, ILogger<DemoDrill> log)
{
    public const int Minutes = 12, Fast = 10;
    public const string Scenario = "drunk-and-loud@1";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>Why the last one did not start; none where it did.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>How many seconds pass in one; 1 where nothing hurries.</summary>
    public int Pace { get; private set; } = 1;

    /// <summary>A drill as the town drills.</summary>
    public static DrillPlanned Plan(DateTimeOffset at, string? planId) =>
        new(Ids.New(), DemoTown.StationId, DemoSay.DrillTitle, [DemoTown.FirstCircle], Scenario, DrillForm.Live, Blind: false, at, Armed: false, Minutes, null, planId);

    public async Task Turn(int pace)
    {
        if (await Running() is { } running) await desk.Stop(DemoTown.AsOrganizer, running.Id, DemoSay.DrillStopped);
        else await Start(pace);
    }

    public async Task<Drill?> Running() => (await board.Now(DemoTown.AsOrganizer)).FirstOrDefault(d => d.IsRunning);

    private async Task Start(int pace)
    {
        var planned = (await desk.Plan(DemoTown.AsOrganizer, Plan(clock.GetUtcNow(), await DuePlan()))).Value!;
        Refused = (await desk.Start(DemoTown.AsOrganizer, planned.Id)).Refusal;
        if (Refused is not null)
        {
            await desk.Cancel(DemoTown.AsOrganizer, planned.Id, DemoSay.DrillStopped);
            return;
        }
        await observer.Join(planned.Id);
        Pace = pace;
        _ = Run(planned.Id);
    }

    private async Task Run(string drillId)
    {
        using var steps = new PeriodicTimer(Step, TimeProvider.System); // what a visitor waits for
        try
        {
            while (await steps.WaitForNextTickAsync(house.ApplicationStopping))
            {
                if (Pace > 1) hand.Push(Step * (Pace - 1));
                if (await understudies.Look(drillId)) return;
            }
        }
        catch (OperationCanceledException)
        {
            // the demo ends
        }
        catch (Exception broken)
        {
            log.LogError(broken, "Nobody steps in any more in the demo's drill; it ends by its own time");
        }
        finally
        {
            Pace = 1;
        }
    }

    private async Task<string?> DuePlan()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.DrillPlans.Where(p => p.StationId == DemoTown.StationId && p.EndedAt == null && p.Title == DemoSay.DrillTitle).OrderBy(p => p.DueAt).Select(p => p.Id).FirstOrDefaultAsync();
    }
}
