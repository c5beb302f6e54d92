using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Antiforgery;

namespace WhistleNet.Shell;

/// <summary>What stands where a page could not be drawn: the whistle of whoever is a shop's device, and the telephone number.</summary>
internal static class BusyPage
{
    private static readonly Text Title = new("现在访问的人太多", "Too many at once");
    private static readonly Text Do = new("页面暂时打不开，几秒后会自动重试。吹哨和电话不受影响。", "This page cannot be shown right now and tries again by itself. The whistle and the telephone are not affected.");
    private static readonly Text Whistle = new("吹哨", "Whistle");
    private static readonly Text Call = new("拨打 110", "Call 110");

    /// <param name="token">For the whistle's form, where a shop's device asks.</param>
    public static string Of(CultureInfo language, string pathBase, AntiforgeryTokenSet? token) => $"""
        <!DOCTYPE html>
        <html lang="{language.Name}" data-mode="none"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5"><title>{Title.In(language)} · WhistleNet</title></head>
        <body style="font:1.2rem/1.5 sans-serif;margin:1.5rem;color:#1b1b1b;background:#f3f0e8"><main>
        <h1>{Title.In(language)}</h1><p>{Do.In(language)}</p>
        {Form(language, pathBase, token)}<p><a data-testid="call" href="tel:110" style="display:inline-block;padding:1rem;font-size:1.5rem;color:#1b1b1b">{Call.In(language)}</a></p>
        </main></body></html>
        """;

    private static string Form(CultureInfo language, string pathBase, AntiforgeryTokenSet? token) => token is null ? "" : $"""
        <form method="post" action="{WebUtility.HtmlEncode(pathBase)}/w"><input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
        <input type="hidden" name="pressId" value="{Guid.NewGuid():D}">
        <button data-testid="whistle" style="font-size:2rem;min-height:6rem;width:100%;background:#b00020;color:#fff;border:0;border-radius:1rem">{Whistle.In(language)}</button></form>

        """;
}
