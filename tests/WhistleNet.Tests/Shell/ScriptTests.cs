using System.Diagnostics;

namespace WhistleNet.Shell;

/// <summary>The browser half has tests of its own, in its own language; they count here like all others.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task The_scripts_keep_their_types_and_their_promises(string script)
    {
        var start = new ProcessStartInfo("npm", ["run", "--silent", script])
        {
            WorkingDirectory = Path.Combine(Root(), "wwwroot-assets"), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var npm = Process.Start(start)!;
        var told = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(npm.ExitCode == 0, string.Concat(told));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "WhistleNet.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("WhistleNet.sln");
        return folder;
    }
}
