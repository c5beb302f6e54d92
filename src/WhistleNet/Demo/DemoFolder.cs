using System.Security.Cryptography;
using System.Text;
using WhistleNet.Data;

namespace WhistleNet.Demo;

/// <summary>
/// Where a demo keeps its data: a folder that is marked as a demo's, so that a town of our own making never lands among real shops.
/// The mark is also the secret from which this demo's credentials are made: the same at every start, worth nothing elsewhere.
/// </summary>
public sealed record DemoFolder(string Path, string Secret, bool IsPassing)
{
    public const string Mark = "whistlenet-demo";

    // There while the town and its past are made, and held by who makes them: what it is found beside at a start is half a town.
    private const string Founding = "founding";

    /// <summary>The folder that was asked for, or a fresh one that goes with the demo.</summary>
    /// <exception cref="CannotStart">It holds a real installation, or something else.</exception>
    public static DemoFolder Open(string? asked)
    {
        var passing = asked is null;
        var path = asked is null ? Directory.CreateTempSubdirectory("whistlenet-demo-").FullName : System.IO.Path.GetFullPath(asked);
        DataFolder.Open(path);
        var mark = System.IO.Path.Combine(path, Mark);
        if (!File.Exists(mark))
        {
            if (Directory.EnumerateFileSystemEntries(path).Any())
                throw new CannotStart($"The folder {path} is no demo's: it may hold a real installation. Choose an empty folder with --data, or none.");
            File.WriteAllText(mark, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        Clear(path);
        return new DemoFolder(path, File.ReadAllText(mark).Trim(), passing);
    }

    /// <summary>The credential of one of the demo's devices.</summary>
    public string Token(string deviceId) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(deviceId)));

    /// <summary>Makes the town and its past; a start that dies meanwhile has made nothing, and the next one makes all of it.</summary>
    public async Task Found(Func<Task> found)
    {
        var founding = System.IO.Path.Combine(Path, Founding);
        await using var held = new FileStream(founding, FileMode.Create, FileAccess.Write, FileShare.Delete);
        await found();
        File.Delete(founding); // while it is held: between the two another start would take it for a dead one's
    }

    // What an unfinished start left; nobody has used it, for its doors never opened.
    private static void Clear(string path)
    {
        try
        {
            using (File.Open(System.IO.Path.Combine(path, Founding), FileMode.Open, FileAccess.Write, FileShare.None)) { }
        }
        catch (FileNotFoundException)
        {
            return;
        }
        catch (IOException)
        {
            throw new CannotStart($"Another demo is being made in {path} at this moment: wait for it, or choose another folder with --data.");
        }
        foreach (var file in Directory.EnumerateFiles(path).Where(f => System.IO.Path.GetFileName(f) is not (Mark or Founding))) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(path)) Directory.Delete(folder, recursive: true);
        File.Delete(System.IO.Path.Combine(path, Founding)); // last: who dies here begins again
    }

    /// <summary>Takes a folder away that nobody asked for.</summary>
    public void Leave()
    {
        if (!IsPassing) return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // it lies in the temp folder; the system sweeps there
        }
    }
}
