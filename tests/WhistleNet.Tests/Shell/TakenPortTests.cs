using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WhistleNet.Shell;

public sealed class TakenPortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-port-").FullName;

    [Fact]
    public async Task A_taken_port_is_one_line_on_standard_error_and_no_stack_trace_anywhere()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "serve", "--urls", $"http://{other.LocalEndpoint}", "--data", _folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(CommandLine.Failed, process.ExitCode);
        Assert.Contains("--urls", Assert.Single((await complained).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await said, StringComparison.Ordinal);
        Assert.DoesNotContain("ready", await said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
