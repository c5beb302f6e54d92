namespace WhistleNet.Alerts;

/// <summary>The contract's words, as other programs spell them.</summary>
public sealed class WordsTests
{
    [Fact]
    public void The_vocabulary_is_spelt_as_the_contract_spells_it()
    {
        Assert.Equal("unspecified attack robbery theft fight disorder suspicious fire medical lostChild other", Said<Kind>());
        Assert.Equal("real drill test", Said<Mode>());
        Assert.Equal("raised taken closed", Said<AlertState>());
        Assert.Equal("stopped handedToPolice mediation medicalOrFire nothingFound slip honestMistake malicious duplicate drill test", Said<Outcome>());
        Assert.Equal("queued pushed received seen unreached", Said<Delivery>());
        Assert.Equal("noDevice deviceSilent offDuty gatewayRefused gatewayTimeout", Said<Unreached>());
        Assert.Equal("coming cannotCome arrived withdrawn", Said<Reply>());
        Assert.Equal("selfHelp seen nothingThere note", Said<Observation>());
        Assert.Equal("onScene contained note", Said<Mark>());
        Assert.Equal("shop station rung", Said<To>());
        Assert.Equal("alreadyTaken alreadyClosed notOpen outcomeMissing outcomeNotAllowed reasonMissing modeDiffers drillNotRunning "
            + "realAlertOpen circleBusy deviceRevoked notPermitted notTaken notClosed" + " pressShopElsewhere observerElsewhere", Said<Refusal>()); // the last two are our own: why a drill cannot start
        Assert.Equal("raised reinforced taken handedBack onScene contained note widened escalated answered observed details safe closed reopened merged remindedTaker",
            Said<Entry>());
    }

    [Fact]
    public void A_word_is_read_exactly_as_it_is_written()
    {
        foreach (var outcome in Enum.GetValues<Outcome>()) Assert.Equal(outcome, Words.Parse<Outcome>(outcome.Word()));
        foreach (var stranger in new[] { null, "", "Stopped", "STOPPED", " stopped", "0", "1", "handedtopolice", "停" }) Assert.Null(Words.Parse<Outcome>(stranger));
    }

    private static string Said<T>() where T : struct, Enum => string.Join(' ', Words.All<T>());
}
