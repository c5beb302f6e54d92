using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>The lever that starts a live, announced drill in the circle of the shop and its neighbours, and stops it again.</summary>
internal sealed class DemoDrill(DrillDesk desk, DrillBoard board, DemoClock clock)
{
    private const int Minutes = 12;
    private const string Scenario = "drunk-and-loud@1";
    private static readonly Actor Organizer = new(DemoTown.Organizer, "宋丽", Role.Organizer, DemoTown.StationId);

    /// <summary>Why the last one did not start; none where it did.</summary>
    public Refusal? Refused { get; private set; }

    public async Task Turn()
    {
        if (await Running() is { } running) await desk.Stop(Organizer, running.Id, DemoSay.DrillStopped);
        else await Start();
    }

    public async Task<Drill?> Running() => (await board.Now(Organizer)).FirstOrDefault(d => d.IsRunning);

    private async Task Start()
    {
        var plan = new DrillPlanned(Ids.New(), DemoTown.StationId, DemoSay.DrillTitle, [DemoTown.FirstCircle], Scenario, DrillForm.Live, Blind: false,
            clock.GetUtcNow(), Armed: false, Minutes, null);
        var planned = await desk.Plan(Organizer, plan);
        Refused = (await desk.Start(Organizer, planned.Value!.Id)).Refusal;
        if (Refused is not null) await desk.Cancel(Organizer, plan.DrillId, DemoSay.DrillStopped);
    }
}
