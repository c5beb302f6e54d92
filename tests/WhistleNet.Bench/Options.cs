using System.Globalization;

namespace WhistleNet.Bench;

/// <summary>What to measure, and how large.</summary>
/// <param name="Connected">N of most figures.</param>
/// <param name="Most">N of the largest.</param>
/// <param name="Crowd">K of the largest.</param>
/// <param name="Registered">Shops of the largest town.</param>
/// <param name="Presses">Measured presses of a round.</param>
/// <param name="WarmUps">Unmeasured ones before them: a server that has just started is still being compiled.</param>
public sealed record Options(int Connected, int Most, int Crowd, int Registered, int Presses, int WarmUps, int Rounds, IReadOnlySet<string> Only, string? Out)
{
    public static readonly Options Short = new(1_000, 4_000, 999, 20_000, 60, 1_500, 3, new HashSet<string>(), null);
    public static readonly Options Usual = new(5_000, 19_500, 5_000, 100_000, 150, 1_500, 5, new HashSet<string>(), null);
    public static readonly Options Full = Usual with { Registered = 1_000_000 };

    /// <summary>These are measured only when they are named, or with <c>--full</c>.</summary>
    public static readonly IReadOnlySet<string> OnRequest = new HashSet<string> { "P5", "F7" };

    private bool IsFull => Registered >= Full.Registered;

    public bool Wants(params string[] ids) => ids.Any(id => Only.Count > 0 ? Only.Contains(id) : IsFull || !OnRequest.Contains(id));

    /// <summary>Nothing where an argument is not understood.</summary>
    public static Options? Read(string[] arguments)
    {
        var options = arguments.Contains("--short") ? Short : arguments.Contains("--full") ? Full : Usual;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--short" or "--full": continue;
                case "--out" when value.Length > 0: options = options with { Out = value }; break;
                case "--rounds" when Number(value) is { } rounds: options = options with { Rounds = rounds }; break;
                case "--presses" when Number(value) is { } presses: options = options with { Presses = presses }; break;
                case "--only" when value.Length > 0: options = options with { Only = value.Split(',').Select(id => id.Trim().ToUpperInvariant()).ToHashSet() }; break;
                default: return null;
            }
            i++;
        }
        return options;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The same, with no more connections than this process and a server may each open.</summary>
    public Options Within(int openFiles) => this with { Connected = Math.Min(Connected, openFiles - 300), Most = Math.Min(Most, openFiles - 300), Crowd = Math.Min(Crowd, openFiles - 300) };
}
