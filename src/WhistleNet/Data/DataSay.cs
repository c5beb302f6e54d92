using WhistleNet.Shell;

namespace WhistleNet.Data;

/// <summary>What the verbs about the data folder say.</summary>
public static class DataSay
{
    public static readonly Text UpToDate = new("{0} 中的数据结构已是最新", "the schema in {0} is up to date");
    public static readonly Text Copied = new("已备份到 {0}（{1} KB，已检查）", "copied to {0} ({1} KB, checked)");
    public static readonly Text NotOverItself = new("{0} 是正在使用的数据库，请换一个文件名", "{0} is the database in use: choose another file");
    public static readonly Text BadCopy = new("备份检查不通过，没有保存：{0}", "the copy did not pass its check and was not kept: {0}");
}
