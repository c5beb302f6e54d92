using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WhistleNet;

/// <summary>The built program in a process of its own, to be killed or stopped by its own pid.</summary>
public sealed class HouseProcess : IDisposable
{
    // The one built beside the tests, or another build of the same sources, such as the published one.
    private static readonly string Program = Environment.GetEnvironmentVariable("WHISTLENET_PROGRAM") is { Length: > 0 } other ? Path.GetFullPath(other) : typeof(global::Program).Assembly.Location;
    private readonly Process _process;

    private readonly List<string> _said;

    private HouseProcess(Process process, Uri address, List<string> said) => (_process, Address, _said) = (process, address, said);

    public Uri Address { get; }

    /// <summary>The first thousand lines that it printed.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said) return [.. _said];
        }
    }

    /// <param name="port">The port of the life before, so that its devices find the house again; 0 for any.</param>
    /// <param name="environment">What the process is told besides, such as a library that lies about the time.</param>
    public static async Task<HouseProcess> Start(string folder, int port = 0, params (string Name, string Value)[] environment)
    {
        var address = port > 0 ? new Uri($"http://127.0.0.1:{port}/") : FreeAddress();
        var how = new ProcessStartInfo("dotnet", [Program, "serve", "--urls", address.ToString(), "--data", folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment) how.Environment[name] = value;
        var process = Process.Start(how)!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        void Hear(string? line)
        {
            if (line is null) return;
            lock (said)
            {
                if (said.Count < 1_000) said.Add(line);
            }
            if (line == "ready") ready.TrySetResult();
        }
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            process.Kill();
            Assert.Fail("the server did not become ready: " + string.Join('\n', said));
        }
        return new HouseProcess(process, address, said);
    }

    /// <summary>Runs a verb on the folder, and answers its exit code.</summary>
    public static async Task<int> Verb(string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. words, "--data", folder]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>An address that nobody listens at, and that no outgoing call of this machine takes while the house is dead.</summary>
    public static Uri FreeAddress()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000); // below those that calls get by themselves
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return new Uri($"http://127.0.0.1:{port}/");
            }
            catch (SocketException)
            {
                continue; // somebody is there
            }
        }
    }
}
