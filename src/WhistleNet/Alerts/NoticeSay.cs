using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>How far the news got to one recipient, in words.</summary>
public static class NoticeSay
{
    public static Text Of(Delivery state) => state switch
    {
        Delivery.Queued => new("待发", "Waiting"),
        Delivery.Pushed => new("已推送", "Sent out"),
        Delivery.Received => new("已送达", "Received"),
        Delivery.Seen => new("已看到", "Seen"),
        _ => new("未送达", "Not reached"),
    };

    public static Text Of(Unreached reason) => reason switch
    {
        Unreached.NoDevice => new("没有设备", "no device"),
        Unreached.DeviceSilent => new("设备没有回应", "device silent"),
        Unreached.OffDuty => new("没人值守", "nobody on shift"),
        Unreached.GatewayRefused => new("网关拒绝", "gateway refused"),
        _ => new("网关超时", "gateway timed out"),
    };

    public static Text Of(To to) => to switch
    {
        To.Shop => new("商户", "Shops"),
        To.Station => new("派出所", "Station"),
        _ => new("升级", "Ladder"),
    };

    public static readonly Text Late = new("迟到", "late");
}
