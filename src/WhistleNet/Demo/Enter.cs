using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>The sign-in links: opened any number of times, always the same device or person, with the cookies that everybody has.</summary>
internal static class Enter
{
    public static void MapEnter(this IEndpointRouteBuilder demo) => demo.MapGet("/enter/{word}", async (HttpContext http, string word, DemoFolder folder, SignInManager<Account> doors) =>
    {
        if (DemoPart.Links.FirstOrDefault(p => p.Word == word) is not { } part) return Results.NotFound();
        if (part.Kind is { } kind) DeviceCredential.Keep(http, kind, folder.Token(part.Id));
        else if (await doors.UserManager.FindByIdAsync(part.Id) is { } person)
            await http.SignInAsync(IdentityConstants.ApplicationScheme, (await doors.CreateUserPrincipalAsync(person)).SignedInStrongly(), new() { IsPersistent = true });
        return Results.Redirect($"/{part.Home}{http.Request.QueryString}");
    });
}
