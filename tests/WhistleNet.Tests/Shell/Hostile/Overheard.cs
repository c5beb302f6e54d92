using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace WhistleNet.Shell;

/// <summary>
/// Hears, inside the running program, every field of a form and every query that it asks for by name, and reads which fields its pages
/// draw. So no list of ours has to be believed: what the program takes and the list does not know is told.
/// </summary>
public sealed class Overheard : IStartupFilter
{
    private const string Token = "__RequestVerificationToken";
    private static readonly HtmlParser Html = new();
    private readonly ConcurrentDictionary<string, byte> _heard = new();

    /// <summary>As "POST /path field" and "GET /path query".</summary>
    public IEnumerable<string> All => _heard.Keys;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(go => http =>
        {
            http.Features.Set<IFormFeature>(new Form(new FormFeature(http.Request), field => Hear(http, field)));
            http.Features.Set<IQueryFeature>(new Query(new QueryFeature(http.Features), name => Hear(http, name, query: true)));
            return go(http);
        });
        next(app);
    };

    /// <summary>What a page asks a person for.</summary>
    public void Read(string page)
    {
        if (!page.Contains("<form", StringComparison.Ordinal)) return;
        using var document = Html.ParseDocument(page);
        foreach (var form in document.QuerySelectorAll("form[action]"))
            foreach (var field in form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")!).Where(n => n != Token))
                _heard.TryAdd($"{(form.GetAttribute("method") ?? "get").ToUpperInvariant()} /{form.GetAttribute("action")!.TrimStart('/')} {field}", 0);
    }

    private void Hear(HttpContext http, string name, bool query = false)
    {
        if (name == Token || http.GetEndpoint() is not RouteEndpoint door) return;
        if (query != HttpMethods.IsGet(http.Request.Method) || door.RoutePattern.RawText is not { } path) return;
        _heard.TryAdd($"{http.Request.Method} /{path.Trim('/')} {name}", 0);
    }

    private sealed class Form(FormFeature inner, Action<string> hear) : IFormFeature
    {
        public bool HasFormContentType => inner.HasFormContentType;
        IFormCollection? IFormFeature.Form { get => inner.Form is { } form ? new Fields(form, hear) : null; set => inner.Form = value; }
        public IFormCollection ReadForm() => new Fields(inner.ReadForm(), hear);
        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => new Fields(await inner.ReadFormAsync(cancellationToken), hear);
    }

    private sealed class Fields(IFormCollection inner, Action<string> hear) : IFormCollection
    {
        public StringValues this[string key] => Heard(key, inner[key]);
        public int Count => inner.Count;
        public ICollection<string> Keys => inner.Keys;
        public IFormFileCollection Files => inner.Files;
        public bool ContainsKey(string key) => Heard(key, inner.ContainsKey(key));
        public bool TryGetValue(string key, out StringValues value) => inner.TryGetValue(Heard(key, key), out value);
        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => inner.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private T Heard<T>(string key, T answer)
        {
            hear(key);
            return answer;
        }
    }

    private sealed class Query(IQueryFeature inner, Action<string> hear) : IQueryFeature
    {
        [AllowNull]
        IQueryCollection IQueryFeature.Query { get => new Asked(inner.Query, hear); set => inner.Query = value!; }
    }

    private sealed class Asked(IQueryCollection inner, Action<string> hear) : IQueryCollection
    {
        public StringValues this[string key] => Heard(key, inner[key]);
        public int Count => inner.Count;
        public ICollection<string> Keys => inner.Keys;
        public bool ContainsKey(string key) => Heard(key, inner.ContainsKey(key));
        public bool TryGetValue(string key, out StringValues value) => inner.TryGetValue(Heard(key, key), out value);
        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator()
        {
            foreach (var key in inner.Keys) hear(key); // whoever takes them all takes each
            return inner.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private T Heard<T>(string key, T answer)
        {
            hear(key);
            return answer;
        }
    }
}
