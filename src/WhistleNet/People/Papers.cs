using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WhistleNet.People;

/// <summary>Pages that are printed whole and answer with a form.</summary>
public static class Papers
{
    public static IResult Page<T>(HttpContext http, object parameters, int status = StatusCodes.Status200OK) where T : IComponent
    {
        http.Response.Headers.CacheControl = "no-store"; // codes, names and tokens stand in them
        return new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>
    /// The form that was sent; null where its antiforgery token is no longer good, so that the page can come again with a fresh one
    /// and say so, instead of a bare refusal.
    /// </summary>
    public static async Task<IFormCollection?> Form(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await http.Request.ReadFormAsync() : null;
        }
        catch (Exception unreadable) when (unreadable is AntiforgeryValidationException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What was typed, token or not, to be shown again; nothing where it cannot be read.</summary>
    public static async Task<IFormCollection> Typed(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>An address of our own, under whatever path this program is served.</summary>
    public static IResult To(HttpContext http, string path) => Results.LocalRedirect($"{http.Request.PathBase}/{path.TrimStart('/')}");

    /// <summary>A page and its form: open to whoever comes, each checking for itself.</summary>
    public static void MapPaper(this IEndpointRouteBuilder app, string path, Delegate show, Delegate? answer = null)
    {
#pragma warning disable RDG002 // What is handed over is not known where it is compiled: these few are bound at the start.
        app.MapGet(path, show).AllowAnonymous().ExcludeFromDescription();
        if (answer is not null) app.MapPost(path, answer).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
#pragma warning restore RDG002
    }
}
