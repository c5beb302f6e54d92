using System.Reflection;
using System.Runtime.InteropServices;

namespace WhistleNet.Telemetry;

/// <summary>What runs here.</summary>
public static class Versions
{
    public static readonly string Own = typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static string Runtime => RuntimeInformation.FrameworkDescription;
    public static string System => RuntimeInformation.OSDescription;
}
