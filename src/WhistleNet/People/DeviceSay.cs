using WhistleNet.Shell;

namespace WhistleNet.People;

public static class DeviceSay
{
    public static readonly Text Title = new("设备", "Devices");
    public static readonly Text None = new("还没有设备：这家店现在不能吹哨，也听不到邻居。", "No device yet: this shop cannot whistle, nor hear its neighbours.");
    public static readonly Text Issue = new("显示登记码", "Show a code");
    public static readonly Text Print = new("打印登记码", "Print a code");
    public static readonly Text Scan = new("用要登记的手机扫码。", "Scan this with the phone that is to be enrolled.");
    public static readonly Text ScanWall = new("在大屏的浏览器上打开。", "Open it in the screen's browser.");
    public static readonly Text Until = new("{0} 前有效，只能用一次。", "Good until {0}, once.");
    public static readonly Text OnShift = new("在值班", "On shift");
    public static readonly Text OffShift = new("不在值班", "Not on shift");
    public static readonly Text LastBeat = new("最后联系 {0}", "Last heard {0}");
    public static readonly Text SoundOn = new("声音开", "Sound on");
    public static readonly Text SoundOff = new("声音关", "Sound off");
    public static readonly Text SoundUnknown = new("声音未知", "Sound unknown");
    public static readonly Text Battery = new("电量 {0}%", "Battery {0}%");
    public static readonly Text Since = new("登记于 {0}", "Enrolled {0}");
    public static readonly Text Revoke = new("停用", "Revoke");
    public static readonly Text ReallyRevoke = new("确认停用：它将不能吹哨", "Yes, revoke: it can whistle no more");
    public static readonly Text Revoked = new("已停用，连接已切断。", "Revoked; its line is cut.");
    public static readonly Text Walls = new("大屏和控制台客户端", "Walls and console clients");
    public static readonly Text NoWalls = new("还没有大屏。", "No wall yet.");
    public static readonly Text IssueWall = new("登记一块大屏", "Enrol a wall screen");
}
