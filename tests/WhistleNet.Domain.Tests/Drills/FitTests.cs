using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Whether a drill can be held as it is meant.</summary>
public sealed class FitTests
{
    private static readonly Scenario Sound = PlayTests.Scenario([new("knock", Part.Raiser, Play.Start, 0, null, new("敲门", "A knock"))], [], []);

    [Fact]
    public void A_form_that_the_scenario_does_not_name_is_refused_and_a_test_of_the_ways_asks_for_none()
    {
        var (live, both) = (Sound with { Forms = [DrillForm.Live] }, Sound with { Forms = [DrillForm.Live, DrillForm.TableTop] });
        Assert.Null(Fit.Refuses(DrillForm.Live, live));
        Assert.Equal(Unfit.NotItsForm, Fit.Refuses(DrillForm.TableTop, live));
        Assert.Null(Fit.Refuses(DrillForm.TableTop, both));
        Assert.All(new[] { DrillForm.Live, DrillForm.TableTop }, form => Assert.Equal(Unfit.NoScenario, Fit.Refuses(form, null)));
        Assert.Null(Fit.Refuses(DrillForm.Comms, null));
        Assert.Null(Fit.Refuses(DrillForm.Comms, live)); // none is played, whatever was named
    }

    [Fact]
    public void Round_a_table_a_scenario_that_tells_nobody_anything_makes_no_sense_and_in_the_street_it_does()
    {
        var silent = Sound with { Forms = [DrillForm.Live, DrillForm.TableTop] };
        silent = silent with { Acts = [.. silent.Acts.Select(a => a with { Injects = [] })] };
        Assert.Equal(Unfit.NothingToTell, Fit.Refuses(DrillForm.TableTop, silent));
        Assert.Null(Fit.Refuses(DrillForm.Live, silent));
    }

    [Fact]
    public void A_drill_whose_pressing_shop_or_an_observers_post_is_in_none_of_its_circles_does_not_begin()
    {
        var town = new Town([Shop("p", "a"), Shop("o", "b")], [], [], []);
        var now = new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);
        Drill Pressing(string? shop) => Drill.Plan(new DrillPlanned("d", "s", "演练", ["a"], Sound.Id, DrillForm.Live, Blind: shop is not null, now, Armed: false, 20, shop), Actor.System, now);
        Assert.Null(Fit.Refuses(Pressing("p"), ["a"], [], town));
        Assert.Equal(Refusal.PressShopElsewhere, Fit.Refuses(Pressing("p"), ["b"], ["o"], town));
        Assert.Equal(Refusal.PressShopElsewhere, Fit.Refuses(Pressing("gone"), ["a"], [], town));
        Assert.Null(Fit.Refuses(Pressing(null), ["a", "b"], ["o", "p"], town));
        Assert.Equal(Refusal.ObserverElsewhere, Fit.Refuses(Pressing(null), ["a"], ["p", "o"], town));
    }

    private static Shop Shop(string id, string circle) => new() { Id = id, Ref = id, StationId = "s", CircleId = circle, Name = id };
}
