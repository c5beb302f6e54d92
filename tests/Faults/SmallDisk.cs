using System.Diagnostics;

namespace WhistleNet;

/// <summary>A disk of a few megabytes in memory, and a hand that fills it.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public long Free => new DriveInfo(Folder).AvailableFreeSpace;

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>None where this machine does not let us mount one.</summary>
    public static SmallDisk? Mount(int megabytes, out string why)
    {
        why = "a small disk needs Linux and the right to mount";
        if (!OperatingSystem.IsLinux()) return null;
        var folder = Directory.CreateTempSubdirectory("whistle-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder)) return new SmallDisk(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Leaves so many bytes, or as near as whole pages come to it.</summary>
    public void FillUpTo(long left)
    {
        try
        {
            using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            foreach (var piece in (byte[][])[new byte[1024 * 1024], new byte[4_096]])
                for (var more = Free - left; more >= piece.Length; more -= piece.Length) filler.Write(piece);
        }
        catch (IOException)
        {
            // somebody else took the last of it
        }
    }

    public void Empty() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
