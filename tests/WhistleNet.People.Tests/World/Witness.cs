using System.Globalization;

namespace WhistleNet;

/// <summary>Notes in the page itself when its status changed, by the page's own steady clock: what we ask for from outside comes late.</summary>
public static class Witness
{
    /// <summary>To be called before the page is opened.</summary>
    public static Task Watch(this Visitor visitor) => visitor.Page.AddInitScriptAsync("""
        addEventListener("DOMContentLoaded", () => {
          const status = document.querySelector("[data-testid=status]");
          window.told = [];
          new MutationObserver(() => { const state = status.dataset.state; if (told.at(-1)?.state !== state) told.push({ state, at: performance.now() }); })
            .observe(status, { attributes: true, attributeFilter: ["data-state"] });
        });
        """);

    /// <summary>Milliseconds by the page's clock.</summary>
    public static Task<double> Now(this Visitor visitor) => visitor.Page.EvaluateAsync<double>("performance.now()");

    /// <summary>When the page last came to say this; not a number where it never did.</summary>
    public static async Task<double> Said(this Visitor visitor, string state) =>
        double.Parse(await visitor.Page.EvaluateAsync<string>("s => String(told.findLast(t => t.state === s)?.at ?? NaN)", state), CultureInfo.InvariantCulture);
}
