using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>What is told of an alert: kind, level, a word.</summary>
public sealed class TellVerbTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddSeconds(10);

    [Fact]
    public void The_kind_that_a_shop_tells_raises_the_level_and_never_lowers_it()
    {
        var alert = Some.Alert();
        Assert.Equal(2, alert.Level);
        Assert.Null(alert.Tell(Kind.Robbery, null, Some.Raiser, Later));
        Assert.Equal((Kind.Robbery, 4), (alert.Kind, alert.Level));
        Assert.Null(alert.Tell(Kind.Other, null, Some.Raiser, Later));
        Assert.Equal((Kind.Other, 4), (alert.Kind, alert.Level));
        Assert.Null(alert.Tell(null, 1, Some.Officer, Later));
        Assert.Equal(1, alert.Level);
        var version = alert.Version;
        Assert.Null(alert.Tell(Kind.Other, 1, Some.Officer, Later));
        Assert.Equal(version, alert.Version);
        Assert.All(alert.Lines.Where(l => l.Text?.Contains("level", StringComparison.Ordinal) == true), l => Assert.True(l.StationOnly));
    }

    [Fact]
    public void Whatever_word_is_said_the_version_moves_by_one_and_nothing_closes()
    {
        foreach (var word in Enum.GetValues<SafeWord>())
        {
            var alert = Some.Taken();
            var version = alert.Version;
            Assert.Null(alert.SaySafe(mistake: false, word, Some.Raiser, Later));
            Assert.Equal((version + 1, AlertState.Taken), (alert.Version, alert.State));
            Assert.Equal(word == SafeWord.Duress ? 4 : 2, alert.Level);
            Assert.True(alert.Lines[^1].StationOnly);
        }
    }
}
