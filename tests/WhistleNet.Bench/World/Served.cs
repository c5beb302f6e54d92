using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WhistleNet.Bench.World;

/// <summary>A program in a process of its own, on a port of its own.</summary>
public sealed class Served : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    private Served(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }
    public int Id => _process.Id;

    public static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    /// <summary>Starts one of our programs and waits for its <c>ready</c>; both kinds with the same garbage collector.</summary>
    public static Task<Served> Start(string dll, IPEndPoint address, params string[] arguments) => StartPlain(dll, address, [.. arguments, "--urls", $"http://{address}"]);

    /// <summary>The same, told nothing of an address.</summary>
    public static async Task<Served> StartPlain(string dll, IPEndPoint address, params string[] arguments)
    {
        var served = Launch("dotnet", address, [dll, .. arguments]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            if (line is null) return;
            lock (served._said) served._said.Add(line);
            if (line == "ready") ready.TrySetResult();
        }
        served._process.OutputDataReceived += (_, e) => Hear(e.Data);
        served._process.ErrorDataReceived += (_, e) => Hear(e.Data);
        served._process.BeginOutputReadLine();
        served._process.BeginErrorReadLine();
        try
        {
            await Task.WhenAny(ready.Task, served._process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(5));
            if (!ready.Task.IsCompleted) throw new InvalidOperationException($"{Path.GetFileName(dll)} did not become ready: {served.Said}");
            return served;
        }
        catch
        {
            served.Dispose();
            throw;
        }
    }

    /// <summary>Starts any program that says nothing we wait for.</summary>
    public static Served Launch(string program, IPEndPoint address, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0"; // optimised while it warms up, not once it had nothing new to compile for 100 ms
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new Served(Process.Start(start)!, address);
    }

    /// <summary>Runs a verb of the product to its end.</summary>
    public static async Task Run(string dll, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [dll, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await said}{await complained}");
    }

    public string Said
    {
        get { lock (_said) return string.Join('\n', _said); }
    }

    /// <summary>Resident memory in KB.</summary>
    public long ResidentKb()
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Processor time used so far; to 10 ms.</summary>
    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Sends a signal by name, as <c>kill</c> does.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{Id}"]).WaitForExit();

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
