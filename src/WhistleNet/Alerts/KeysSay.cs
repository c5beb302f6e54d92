using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The console's single keys, in words.</summary>
public static class KeysSay
{
    public static readonly Text Open = new("快捷键 ?", "Keys ?");
    public static readonly Text Title = new("快捷键", "Keys");
    public static readonly Text On = new("使用单键快捷键", "Use single keys");
    public static readonly Text None = new("没有办结的快捷键：办结要看着做。", "No key closes an alert: that wants eyes.");
    public static readonly (string Key, Text Does)[] All =
    [
        ("J", new("下一起", "next alert")), ("K", new("上一起", "previous alert")), ("T", new("接哨", "take")),
        ("N", new("记事", "note")), ("?", new("显示或收起这张表", "show or hide this table")),
    ];
}
