using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace WhistleNet.Shell;

/// <summary>The two languages, and how a request chooses: <c>?lang=zh|en</c>, then what was remembered, then the browser; Chinese where nothing says otherwise.</summary>
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

    private static ProviderCultureResult? Chosen(HttpContext http)
    {
        var word = http.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : http.Request.Cookies[Cookie];
        return word switch { "zh" => new(Zh.Name), "en" => new(En.Name), _ => null };
    }
}
