using Microsoft.Data.Sqlite;

namespace WhistleNet.Data;

/// <summary>
/// Room on the disk that is kept for whistles: a file of 16 MB beside the database. When the disk is full its room is given to the alert
/// path, once, or to the start of a house, without which there is no whistle at all; when there is room again it is taken back. Nothing
/// else may free it.
/// </summary>
public sealed class Reserve(string folder, ILogger<Reserve> log)
{
    public const string FileName = "reserve";
    public const long Bytes = 16 * 1024 * 1024;

    private const int SqliteFull = 13;
    private const int SqliteNoRoomForItsIndex = 10 | 19 << 8; // an "I/O error": the file beside the log could not grow
    private const long NeededToStart = 2 * 1024 * 1024; // its index of the log, the whistle to itself, the receipt
    private readonly string _file = Path.Combine(folder, FileName);

    /// <summary>Whether the room is there to be given.</summary>
    public bool IsKept => File.Exists(_file);

    /// <summary>Whether this is what a full disk looks like from here.</summary>
    public static bool IsFull(Exception? broken) => broken is SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteNoRoomForItsIndex } || broken?.InnerException is { } inner && IsFull(inner);

    /// <summary>Takes the room back, where there is at least as much again beside it.</summary>
    public void Keep()
    {
        if (IsKept || new DriveInfo(folder).AvailableFreeSpace < 2 * Bytes) return;
        try
        {
            using var file = new FileStream(_file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = Bytes });
            file.SetLength(Bytes);
        }
        catch (IOException full)
        {
            log.LogWarning("The reserve for whistles could not be kept: {Why}", full.Message);
            File.Delete(_file);
        }
    }

    /// <summary>Gives the room to whoever stores a whistle; false where it was given before.</summary>
    public bool Give() => GiveTo("the alert path");

    /// <summary>Gives the room to a house that could not start on what is left.</summary>
    public void GiveToStart()
    {
        if (IsKept && new DriveInfo(folder).AvailableFreeSpace < NeededToStart) GiveTo("the start");
    }

    private bool GiveTo(string whom)
    {
        if (!IsKept) return false;
        File.Delete(_file);
        log.LogError("The disk is full: the reserve of {Megabytes} MB is given to {Whom}. Make room now", Bytes / 1024 / 1024, whom);
        return true;
    }
}
