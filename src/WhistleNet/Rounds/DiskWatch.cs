using System.Globalization;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>Looks each second how much room the data folder's disk has: trouble at a fifth and at a twentieth, and the reserve for whistles.</summary>
public sealed class DiskWatch(string folder, Reserve reserve, TimeProvider time, ILogger<DiskWatch> log) : BackgroundService, IWatcher
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>What is free, as a part of the whole.</summary>
    public double Free { get; private set; } = 1;

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var said = reserve.IsKept ? Of(Free) : SignalSay.DiskFull;
        return said is { } what ? [new Signal(Grade.Trouble, what, [string.Create(CultureInfo.InvariantCulture, $"{Free:P0}")])] : [];
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, time);
        do
        {
            try
            {
                reserve.Keep();
                var disk = new DriveInfo(folder);
                Free = (double)disk.AvailableFreeSpace / disk.TotalSize;
            }
            catch (IOException gone)
            {
                log.LogWarning("The data folder's disk does not say how full it is: {Why}", gone.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private static Shell.Text? Of(double free) => free < 0.05 ? SignalSay.DiskNearlyFull : free < 0.20 ? SignalSay.DiskFilling : null;
}
