using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>When a shop is open; 24 November 2026 is a Tuesday.</summary>
public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("08:00-21:30", "2026-11-24 08:00", true)]
    [InlineData("08:00-21:30", "2026-11-24 07:59", false)]
    [InlineData("08:00-21:30", "2026-11-24 21:29", true)]
    [InlineData("08:00-21:30", "2026-11-24 21:30", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-24 12:30", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-24 13:00", true)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-28 23:59", true)] // Saturday
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-29 01:59", true)] // still Saturday's
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-29 02:00", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-29 10:00", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed", "2026-11-30 01:00", false)] // Sunday was closed
    [InlineData("00:00-24:00", "2026-11-24 00:00", true)]
    [InlineData("00:00-24:00", "2026-11-24 23:59", true)]
    [InlineData("Sa-Mo 10:00-12:00", "2026-11-29 11:00", true)]
    [InlineData("Sa-Mo 10:00-12:00", "2026-11-24 11:00", false)]
    [InlineData("Tu,Th 10:00-12:00", "2026-11-24 11:00", true)]
    [InlineData("Tu,Th 10:00-12:00", "2026-11-25 11:00", false)]
    [InlineData("Mo-Su 18:00-04:00", "2026-11-24 03:59", true)]
    [InlineData("08:00-20:00; Tu off", "2026-11-24 11:00", false)]
    public void A_shop_is_open_when_its_hours_say_so(string hours, string local, bool open) =>
        Assert.Equal(open, OpeningHours.TryParse(hours)!.OpenAt(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("8-21")]
    [InlineData("08:00")]
    [InlineData("08:00-25:00")]
    [InlineData("Mo-Xx 08:00-12:00")]
    [InlineData("Mo-Tu-We 08:00-12:00")]
    [InlineData("Mo 08:00-12:00 x")]
    [InlineData("closed")]
    [InlineData("早上八点")]
    [InlineData("08:00-12:00,")]
    public void What_cannot_be_read_is_not_guessed(string hours) => Assert.Null(OpeningHours.TryParse(hours));

    [Fact]
    public void Hours_are_kept_as_they_were_written() =>
        Assert.Equal("Mo-Fr 08:00-12:00; Su closed", OpeningHours.TryParse(" Mo-Fr 08:00-12:00; Su closed ")!.ToString());
}
