using WhistleNet.Shell;

namespace WhistleNet.People;

public static class EnrolSay
{
    public static readonly Text Title = new("登记这部手机", "Make this the shop's device");
    public static readonly Text WallTitle = new("登记大屏", "Make this the station's wall");
    public static readonly Text For = new("商户", "Shop");
    public static readonly Text Who = new("您的姓名", "Your name");
    public static readonly Text WhoHint = new("邻居和派出所会看到是谁的手机。", "Neighbours and the station see whose phone it is.");
    public static readonly Text WallName = new("大屏名称", "The screen's name");
    public static readonly Text Arm = new("启用吹哨", "Arm the whistle");
    public static readonly Text ArmWall = new("启用大屏", "Use as wall");
    public static readonly Text Typed = new("二维码下面的 16 位代码", "The 16 signs under the QR code");
    public static readonly Text TypedHint = new("大小写、横线都不要紧。", "Capitals and dashes do not matter.");
    public static readonly Text Next = new("下一步", "Next");
    public static readonly Text Gone = new("这个代码用不了：可能已用过、过期或输错。请核对，或向派出所要一张新的。紧急情况请拨打 110。", "This code is no good: used, too old, or mistyped. Check it, or ask the station for a new one. In an emergency call 110.");
    public static readonly Text PersonMissing = new("personName 不能为空：这部设备由谁使用。", "personName must say who uses this device.");
}
