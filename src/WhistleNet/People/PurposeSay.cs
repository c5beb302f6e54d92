using WhistleNet.Shell;

namespace WhistleNet.People;

public static class PurposeSay
{
    public static readonly Text Title = new("设备、店主和店员", "Devices, owner and staff");
    public static readonly Text Hint = new("这里有人的姓名。点一下为什么要看，会记入日志；这家商户有未结警情时不问。", "Names of people stand here. Touch what you need them for; it is written in the log. While this shop has an open alert nobody is asked.");
    public static readonly Text Members = new("成员名单", "The list of members");
    public static readonly Text NamesHint = new("这里有人的姓名。点一下为什么要看，会记入日志。", "Names of people stand here. Touch what you need them for; it is written in the log.");
    public static readonly Text Gear = new("谁保管、谁领用", "Who keeps it, who has it");

    public static Text Of(Purpose purpose) => purpose switch
    {
        Purpose.Devices => new("设备和登记码", "Devices and codes"),
        Purpose.Accounts => new("账号", "Accounts"),
        Purpose.CallBack => new("回访核实", "Calling back"),
        _ => new("演练和检查", "Drill or inspection"),
    };
}
