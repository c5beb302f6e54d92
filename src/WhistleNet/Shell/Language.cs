using System.Globalization;
using Microsoft.AspNetCore.Localization;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>The two languages, and how a request chooses: <c>?lang=zh|en</c>, then what was remembered in this browser, then what the reader's membership says, then the browser; Chinese where nothing says otherwise.</summary>
public static class Language
{
    public const string Cookie = "wn-lang";
    public static readonly CultureInfo Zh = CultureInfo.GetCultureInfo("zh-CN");
    public static readonly CultureInfo En = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Of(HttpContext http) => http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? Zh;

    /// <summary>The word that <c>?lang=</c> and <c>html[lang]</c> use.</summary>
    public static string Word(CultureInfo language) => language.TwoLetterISOLanguageName == "zh" ? "zh" : "en";

    public static WebApplication UseLanguage(this WebApplication app)
    {
        var choices = new RequestLocalizationOptions { DefaultRequestCulture = new(Zh), SupportedCultures = [Zh, En], SupportedUICultures = [Zh, En] };
        choices.RequestCultureProviders = [new CustomRequestCultureProvider(http => Task.FromResult(Chosen(http))), new AcceptLanguageHeaderRequestCultureProvider { Options = choices }];
        app.UseRequestLocalization(choices);
        app.Use((http, next) =>
        {
            if (http.Request.Query["lang"].ToString() is "zh" or "en")
                http.Response.Cookies.Append(Cookie, http.Request.Query["lang"]!, new CookieOptions { MaxAge = TimeSpan.FromDays(3650), SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });
            return next();
        });
        return app;
    }

    /// <summary>Where nobody chose in this browser, the language of the member that the reader is; after it is known who they are. A call of the API that changes something is left alone: nothing more stands on the way of a press.</summary>
    public static WebApplication UseMembersLanguage(this WebApplication app)
    {
        var hall = app.Services.GetRequiredService<TownHall>();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IRequestCultureFeature>()?.Provider is CustomRequestCultureProvider || HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/api")) return next();
            if (hall.Duty.MemberOf(http.User.Actor())?.Language is not { } word) return next();
            var language = word == Word(En) ? En : Zh;
            http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(language), null));
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
            return next();
        });
        return app;
    }

    private static ProviderCultureResult? Chosen(HttpContext http)
    {
        var word = http.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : http.Request.Cookies[Cookie];
        return word switch { "zh" => new(Zh.Name), "en" => new(En.Name), _ => null };
    }
}
