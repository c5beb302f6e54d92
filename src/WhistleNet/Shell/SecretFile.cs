namespace WhistleNet.Shell;

/// <summary>
/// A file that only its owner may read, for tokens and copies of the database. It is written beside its name and takes the name only
/// when all is done, so that a failure half-way leaves what was there before.
/// </summary>
public sealed class SecretFile : IDisposable
{
    private readonly string _file;

    public SecretFile(string file)
    {
        _file = Path.GetFullPath(file);
        Draft = $"{_file}.{Environment.ProcessId}.part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(Draft, options).Dispose();
    }

    /// <summary>Where to write until then.</summary>
    public string Draft { get; }

    public void Keep() => File.Move(Draft, _file, overwrite: true);

    public void Dispose() => File.Delete(Draft);
}
