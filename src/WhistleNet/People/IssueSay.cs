using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What the verbs about credentials say at the machine.</summary>
public static class IssueSay
{
    public static readonly Text DevicesIssued = new("已发放 {0} 个设备凭证：{1}", "{0} device credentials issued: {1}");
    public static readonly Text OfficerIssued = new("已为“{0}”发放凭证：{1}", "a token for {0} is in {1}");
    public static readonly Text ConsoleClient = new("值班席", "Console client");
    public static readonly Text DeviceRevoked = new("已停用设备 {0}", "the device {0} is revoked");
    public static readonly Text NoDevice = new("没有设备 {0}", "there is no device {0}");
}
