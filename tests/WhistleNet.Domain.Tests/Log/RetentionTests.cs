namespace WhistleNet.Log;

public sealed class RetentionTests
{
    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(1, 1, 180, true)]
    [InlineData(30, null, 36_500, true)]
    [InlineData(null, null, 179, false)] // the law's half year
    [InlineData(0, null, null, false)]
    [InlineData(null, -1, null, false)]
    [InlineData(91, 90, null, false)] // recipients are told of by name
    [InlineData(366, null, null, false)]
    [InlineData(null, null, 36_501, false)]
    public void A_station_sets_days_within_what_the_law_asks(int? names, int? recipients, int? log, bool can) => Assert.Equal(can, Retention.Of(names, recipients, log) is not null);

    [Fact]
    public void What_is_not_set_is_ninety_a_year_and_four_hundred()
    {
        var now = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
        var kept = Retention.Of(null, null, null)!;
        Assert.Equal((now.AddDays(-90), now.AddDays(-365), now.AddDays(-400)), (kept.NamesGo(now), kept.RecipientsGo(now), kept.RecordsGo(now)));
    }
}
