namespace WhistleNet.Shell;

/// <summary>What is shown in a pane of the demo says so, and keeps no credential in the browser.</summary>
internal static class DemoPane
{
    public static bool IsDemoPane(this HttpContext http) => http.Request.PathBase.StartsWithSegments("/pane");
}
