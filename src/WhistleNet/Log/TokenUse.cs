using Microsoft.AspNetCore.Connections.Features;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>Writes down where an officer's token is used: with the first reading on each connection. Its moves are lines of their alerts, and never wait for this.</summary>
public static class TokenUse
{
    public static async ValueTask<object?> Note(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && http.User.Actor() is var who && who.Is(Role.OfficerToken) && IsFirst(http))
            await http.RequestServices.GetRequiredService<AccessLog>().Write(who, Deed.TokenUsed, who.Id, http.Request.Path);
        return await next(call);
    }

    private static bool IsFirst(HttpContext http) => http.Features.Get<IConnectionItemsFeature>()?.Items.TryAdd(typeof(TokenUse), true) ?? true;
}
