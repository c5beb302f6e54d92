namespace WhistleNet.Data;

public static class DataFolder
{
    /// <summary>Makes sure that the folder is there and can be written.</summary>
    /// <exception cref="CannotStart">It cannot.</exception>
    public static void Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The data folder {folder} cannot be written ({no.Message}): give this user the right, or choose another folder with --data.");
        }
    }
}
