using System.Globalization;

namespace WhistleNet.Shell;

/// <summary>Something that a person reads, in both languages; one without the other does not compile.</summary>
public readonly record struct Text(string Zh, string En)
{
    public string In(CultureInfo language) => language.TwoLetterISOLanguageName == "zh" ? Zh : En;

    /// <summary>The text in the language of whoever is being answered.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    /// <summary>In this language, whoever reads it, with values put in.</summary>
    public string In(CultureInfo language, params object?[] values) => string.Format(language, In(language), values);

    /// <summary>With values put in at {0}, {1} and so on, for whoever is being answered.</summary>
    public string With(params object?[] values) => string.Format(CultureInfo.CurrentCulture, ToString(), values);

    /// <summary>The same for both, to be said later to somebody whose language is not known here.</summary>
    public Text Filled(params object?[] values) => new(In(Language.Zh, values), In(Language.En, values));
}
