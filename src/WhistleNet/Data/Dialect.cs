using WhistleNet.Circles;

namespace WhistleNet.Data;

/// <summary>What providers say differently, in one place, so that a second database is an addition and not a change.</summary>
public abstract class Dialect
{
    public abstract Task Touch(WhistleDb db, string stamp, CancellationToken cancel);

    /// <summary>Opens the alert path's own line to the database and keeps it, with what suits one who alone writes much.</summary>
    public abstract Task Keep(WhistleDb db, CancellationToken cancel);

    /// <summary>Folds the write-ahead log into the database as far as that keeps nobody waiting.</summary>
    public abstract Task Fold(WhistleDb db, CancellationToken cancel);

    /// <summary>What a press has to know before it is one, asked in one sentence.</summary>
    /// <param name="since">From when on raised alerts are counted.</param>
    internal abstract Task<Earlier> Earlier(WhistleDb db, Shop shop, string pressId, Alerts.Mode mode, DateTimeOffset since, CancellationToken cancel);

    /// <summary>What shops answered to the other open real alerts of a station.</summary>
    internal abstract Task<List<Elsewhere>> Elsewhere(WhistleDb db, string stationId, string exceptAlertId, CancellationToken cancel);

    /// <summary>Whether this is how a chain says that somebody else has taken the place.</summary>
    internal abstract bool IsTaken(Exception broken);

    /// <summary>Inserts all notices of a press, untracked: 51 rows by SaveChanges cost nine times as much.</summary>
    public abstract Task InsertNotices(WhistleDb db, IReadOnlyCollection<Alerts.Notice> notices, CancellationToken cancel);

    /// <summary>Inserts shops, or updates what a list says of them where (station, ref) is there, in one command: a town is in before a press notices.</summary>
    public abstract Task PutShops(WhistleDb db, IReadOnlyCollection<Circles.Shop> shops, CancellationToken cancel);

    /// <summary>Those of these shops on which something hangs: a device, a code, an account, gear, an alert. Whatever table names a shop counts, whoever adds it.</summary>
    public abstract Task<IReadOnlySet<string>> UsedShops(WhistleDb db, IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>Moves notices forward by what devices confirmed; answers those that changed.</summary>
    public abstract Task<List<Alerts.Notice>> Confirm(WhistleDb db, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Remembers that the news of this version was handed to the ways out; answers the notices that became pushed.</summary>
    public abstract Task<List<Alerts.Notice>> Pushed(WhistleDb db, string alertId, long version, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Writes the last signs of life of many devices in one command.</summary>
    public abstract Task WriteBeats(WhistleDb db, IReadOnlyCollection<LastBeat> beats, CancellationToken cancel);

    /// <summary>Inserts new credentials in one command.</summary>
    public abstract Task InsertDevices(WhistleDb db, IReadOnlyCollection<People.Device> devices, CancellationToken cancel);

    /// <summary>Makes a consistent copy while others write; answers what a check of it found wrong, if anything.</summary>
    public abstract Task<string?> Copy(WhistleDb db, string file, CancellationToken cancel);

    /// <summary>Makes the database itself refuse to delete rows of the log, and to alter more of them than masking takes away; does nothing where it does so already.</summary>
    public abstract Task GuardLog(WhistleDb db, CancellationToken cancel);

    /// <summary>What is wrong with how the database keeps its promises; nothing where an answered write survives a power cut.</summary>
    public abstract Task<string?> Durability(WhistleDb db, CancellationToken cancel);

    /// <summary>The database's own name and version.</summary>
    public abstract Task<string> Version(WhistleDb db, CancellationToken cancel);
}

/// <summary>What one device said of one alert: the highest version that it applied, and whether a person could see it.</summary>
public sealed record Confirmation(string AlertId, string DeviceId, long Version, bool Seen);

/// <summary>The last sign of life of one device.</summary>
public sealed record LastBeat(string DeviceId, DateTimeOffset At, bool? Audio, double? Battery);

/// <summary>What was there before a press.</summary>
/// <param name="Known">The press itself: it is a repeat.</param>
/// <param name="OpenId">The shop's newest open alert of this mode.</param>
/// <param name="Lately">How many alerts of this mode the shop raised within the quota's window.</param>
/// <param name="Drilling">A drill runs at the shop's station.</param>
internal sealed record Earlier(bool Known, string? OpenId, int Lately, bool Drilling);

/// <summary>An answer to another open alert.</summary>
internal sealed record Elsewhere(string AlertId, string ShopId, Alerts.Reply Answer, DateTimeOffset At);
