using Microsoft.AspNetCore.SignalR;

namespace WhistleNet.Live;

/// <summary>
/// Logs what breaks in the hub, and only that: a refusal is an answer, and a connection that goes away while it is being served is an
/// ordinary evening. SignalR's own log takes both for errors and cannot tell them from a bug, so that this one speaks in its place.
/// </summary>
public sealed class HubErrors(ILogger<HubErrors> log) : IHubFilter
{
    /// <summary>The two of SignalR's that this one replaces.</summary>
    public static readonly string[] Instead = ["Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "Microsoft.AspNetCore.SignalR.HubConnectionHandler"];

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception broken) when (IsBug(broken, call.Context))
        {
            log.LogError(broken, "The hub's {Method} failed", call.HubMethodName);
            throw;
        }
    }

    public async Task OnConnectedAsync(HubLifetimeContext line, Func<HubLifetimeContext, Task> next)
    {
        try
        {
            await next(line);
        }
        catch (Exception broken) when (IsBug(broken, line.Context))
        {
            log.LogError(broken, "A connection could not be begun");
            throw;
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext line, Exception? why, Func<HubLifetimeContext, Exception?, Task> next)
    {
        try
        {
            await next(line, why);
        }
        catch (Exception broken)
        {
            log.LogError(broken, "A connection could not be ended");
            throw;
        }
    }

    private static bool IsBug(Exception broken, HubCallerContext line) =>
        broken is not HubException && !(broken is OperationCanceledException && line.ConnectionAborted.IsCancellationRequested);
}
