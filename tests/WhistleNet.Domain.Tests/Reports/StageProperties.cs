using FsCheck.Xunit;
using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What screens count to and what a report says afterwards are one thing, whatever people did in whatever order.</summary>
public sealed class StageProperties
{
    [Property(MaxTest = 300)]
    public void The_stages_on_the_alert_are_those_that_the_timeline_tells_of(byte[] deeds)
    {
        var (log, second) = (new EventLog(Mode.Real, needed: 2, "A", "B", "C"), 0);
        foreach (var deed in deeds)
        {
            second += deed % 7 * 13 + 1;
            var shop = "ABC"[deed / 8 % 3].ToString();
            if (deed % 8 < 4) log.Says(second, shop, (Reply)(deed % 8));
            else if (deed % 8 == 4) log.SelfHelp(second);
            else if (deed % 8 == 5) log.Take(second);
            else if (deed % 8 == 6) log.OnScene(second);
            else log.Sees(second, shop);
        }
        var alert = log.Alert;
        Assert.Equal(Stages.All.Select(log.Measured.Of), [alert.SelfHelpAt - alert.RaisedAt, alert.MutualHelpAt - alert.RaisedAt, alert.OnSceneAt - alert.RaisedAt]);
    }
}
