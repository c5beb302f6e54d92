using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>How far the shops have come, in words.</summary>
public static class EnrolledSay
{
    public static readonly Text Title = new("登记、上岗、练习", "Enrolled, on shift, practised");
    public static readonly Text Totals = new("{0:N0} 家商户：已登记设备 {1:N0} 家，上过岗 {2:N0} 家，练过 {3:N0} 家", "{0:N0} shops: {1:N0} have enrolled a device, {2:N0} were on shift, {3:N0} have practised");
    public static readonly Text ByCircle = new("按小组看", "By circle");
    public static readonly Text HasEnrolled = new("已登记", "Enrolled");
    public static readonly Text HasArmed = new("上过岗", "Was on shift");
    public static readonly Text HasPractised = new("练过", "Practised");
    public static readonly Text PrintMissing = new("给没登记的打印二维码", "Print codes for those without a device");

    public static Text Of(Missing missing) => missing switch
    {
        Missing.Device => new("没有登记设备", "No device enrolled"),
        Missing.Shift => new("登记了，没上过岗", "Enrolled, never on shift"),
        _ => new("上过岗，没练过", "Was on shift, never practised"),
    };
}
