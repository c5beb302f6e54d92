using WhistleNet.Circles;

namespace WhistleNet.Alerts;

/// <summary>When nobody counts any more on a shop that was asked for a part in the unit.</summary>
public sealed class BearersTests
{
    private static readonly Clocks Clocks = Clocks.Default;

    [Theory]
    [InlineData(0, 0, 19, null, false)] // not long enough
    [InlineData(0, 0, 20, null, true)]
    [InlineData(1, 0, 20, null, false)] // the phone knows of what was told last
    [InlineData(0, 5, 20, null, false)] // it confirmed something a moment ago
    [InlineData(0, 0, 20, Reply.Coming, false)] // a person who runs looks at no phone
    [InlineData(0, 0, 20, Reply.CannotCome, false)] // they said so, and are replaced for that
    public void A_shop_has_gone_silent(int confirmed, int movedAfter, int seconds, Reply? answer, bool silent)
    {
        var notice = Some.Notice("a");
        (notice.Role, notice.Version, notice.At, notice.Answer) = (UnitRole.Shield, confirmed, Some.Morning.AddSeconds(movedAfter), answer);
        Assert.Equal(silent ? ["a"] : [], Bearers.Silent(Some.Alert(), [notice], Some.Morning.AddSeconds(seconds), Clocks));
    }

    [Fact]
    public void One_phone_that_knows_is_enough_and_whoever_was_asked_nothing_is_named_nowhere()
    {
        Notice first = Some.Notice("a", "1"), second = Some.Notice("a", "2"), hearer = Some.Notice("b");
        foreach (var notice in new[] { first, second, hearer }) notice.At = Some.Morning;
        first.Role = second.Role = UnitRole.Fork;
        var later = Some.Morning.AddMinutes(1);
        Assert.Equal(["a"], Bearers.Silent(Some.Alert(), [first, second, hearer], later, Clocks));
        (second.State, second.At) = (Delivery.Unreached, later);
        Assert.Equal(["a"], Bearers.Silent(Some.Alert(), [first, second, hearer], later, Clocks)); // given up a moment ago is no sign of life
        second.Version = 1;
        Assert.Empty(Bearers.Silent(Some.Alert(), [first, second, hearer], later, Clocks));
    }

    [Fact]
    public void Nobody_is_replaced_once_officers_are_there_or_it_is_over()
    {
        var notice = Some.Notice("a");
        (notice.Role, notice.At) = (UnitRole.Shield, Some.Morning);
        var there = Some.Taken();
        there.MarkAs(Mark.OnScene, Some.Officer, Some.Morning.AddSeconds(6), Clocks);
        foreach (var alert in new[] { there, Some.Closed() }) Assert.Empty(Bearers.Silent(alert, [notice], Some.Morning.AddMinutes(5), Clocks));
    }

    [Fact]
    public void What_everybody_is_asked_moves_with_it_and_the_station_reads_why()
    {
        var alert = Some.Alert();
        var before = alert.Version;
        alert.AskedAnew(["粮油店"], Some.Morning.AddSeconds(30));
        Assert.Equal((before + 1, "silent: 粮油店", true), (alert.Version, alert.Lines[^1].Text, alert.Lines[^1].StationOnly));
    }
}
