using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>Writes access records. Who cannot be written down does not get in; a whistle's way never comes here.</summary>
public sealed class AccessLog(IDbContextFactory<WhistleDb> databases, Node node, LogWatch watch, TimeProvider time, ILogger<AccessLog> log)
{
    /// <summary>Adds a record that is written by the next save of this context, in its transaction or not at all.</summary>
    /// <param name="id">Whom or what it was done to.</param>
    /// <param name="name">The same, as people name it.</param>
    /// <param name="reason">What for.</param>
    public void Note(WhistleDb db, Actor by, Deed what, string? id = null, string? name = null, string? reason = null, Result result = Result.Done)
    {
        db.Recorded = watch.Recorded;
        db.Access.Add(new AccessRecord
        {
            Chain = node.Access, At = time.GetUtcNow(), What = what, Result = result, ActorId = by.Id, Actor = Text(by.Name), Roles = by.Roles, StationId = by.StationId,
            Device = Text(by.Device), Ip = Text(by.Ip), ObjectId = Text(id), Object = Text(name), Reason = Text(reason),
        });
    }

    /// <summary>Writes a record of its own: of what is read, or done elsewhere than in our database.</summary>
    /// <exception cref="NotRecorded">It could not be written: what it tells of must not happen.</exception>
    public async Task Write(Actor by, Deed what, string? id = null, string? name = null, string? reason = null, Result result = Result.Done)
    {
        await using var db = await databases.CreateDbContextAsync();
        Note(db, by, what, id, name, reason, result);
        await db.SaveChangesAsync();
    }

    /// <summary>Writes a record of what must happen all the same: somebody leaves, or an alarm is heard. The station sees the trouble.</summary>
    public async Task Try(Actor by, Deed what, string? id = null, string? name = null)
    {
        try
        {
            await Write(by, what, id, name);
        }
        catch (Exception broken) when (broken is NotRecorded or ObjectDisposedException)
        {
            log.LogWarning(broken, "{What} of {Actor} could not be recorded", what, by.Id);
        }
    }

    // A line of the log is one line, whatever somebody called themselves.
    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : OneLine.Of(text);
}
