using WhistleNet.Data;

namespace WhistleNet.Drills;

/// <summary>Where photos are kept, observers' and those of inspections: in the data folder, one folder for each drill or item, never in the database.</summary>
public sealed class PhotoFolder(IConfiguration configuration)
{
    private readonly string _folder = Path.Combine(DataSetup.Folder(configuration), "photos");

    /// <summary>Puts it down whole or not at all; once more changes nothing.</summary>
    /// <param name="name">Made of ids alone.</param>
    public async Task Keep(string of, string name, Photo photo)
    {
        var folder = Path.Combine(_folder, of);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return;
        var half = path + ".half";
        await File.WriteAllBytesAsync(half, photo.Bytes);
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Takes away all of a drill or an item, after their time.</summary>
    public void Forget(string of)
    {
        if (Path.Combine(_folder, of) is var folder && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public void Forget(string of, string name)
    {
        if (PathOf(of, name) is { } path) File.Delete(path);
    }

    public string? PathOf(string of, string name) => Path.Combine(_folder, of, name) is var path && File.Exists(path) ? path : null;
}
