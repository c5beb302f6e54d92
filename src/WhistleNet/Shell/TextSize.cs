using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// The size of type that a page is printed with: what was chosen in this browser, and where nobody chose, one step larger for a member with large type 长辈版. The
/// page's script goes on from there.
/// </summary>
public static class TextSize
{
    private const string Cookie = "wn-text";
    private const string Large = "1";

    public static string? Of(HttpContext http) =>
        http.Request.Cookies[Cookie] is { } chosen ? chosen is "0" or "1" or "2" or "3" ? chosen : null
        : http.RequestServices.GetRequiredService<TownHall>().Duty.MemberOf(http.User.Actor()) is { LargeType: true } ? Large : null;
}
