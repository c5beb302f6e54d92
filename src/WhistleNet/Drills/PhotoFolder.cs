using WhistleNet.Data;

namespace WhistleNet.Drills;

/// <summary>Where observers' photos are kept: in the data folder, one folder for each drill, never in the database.</summary>
public sealed class PhotoFolder(IConfiguration configuration)
{
    private readonly string _folder = Path.Combine(DataSetup.Folder(configuration), "photos");

    /// <summary>Puts it down whole or not at all; once more changes nothing.</summary>
    /// <param name="name">Made of ids alone.</param>
    public async Task Keep(string drillId, string name, Photo photo)
    {
        var folder = Path.Combine(_folder, drillId);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return;
        var half = path + ".half";
        await File.WriteAllBytesAsync(half, photo.Bytes);
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Takes away all of a drill, after their time.</summary>
    public void Forget(string drillId)
    {
        if (Path.Combine(_folder, drillId) is var folder && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public string? PathOf(string drillId, string name) => Path.Combine(_folder, drillId, name) is var path && File.Exists(path) ? path : null;
}
