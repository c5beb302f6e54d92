namespace WhistleNet.Shell;

/// <summary>Several names in one line, as each language separates them.</summary>
public static class ListSay
{
    private static readonly Text Between = new("、", ", ");

    public static string Of(IEnumerable<string> names) => string.Join(Between.ToString(), names);
}
