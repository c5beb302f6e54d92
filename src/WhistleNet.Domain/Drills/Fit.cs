using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Drills;

/// <summary>Why a drill of this form cannot be held with this scenario.</summary>
public enum Unfit
{
    /// <summary>A live drill, and one round a table, play something.</summary>
    NoScenario,

    /// <summary>The scenario says for which forms it suits, and this is none of them.</summary>
    NotItsForm,

    /// <summary>Round a table nobody presses: where the scenario tells nobody anything, nothing would come up.</summary>
    NothingToTell,
}

/// <summary>Whether a drill can be held as it is meant, pure: in this form with this scenario, and at its start with those who were named for it.</summary>
public static class Fit
{
    /// <summary>Why a scenario does not suit a form; nothing where it does. A test of the ways is quiet and plays none.</summary>
    public static Unfit? Refuses(DrillForm form, Scenario? scenario)
    {
        if (form == DrillForm.Comms) return null;
        if (scenario is null) return Unfit.NoScenario;
        if (!scenario.Forms.Contains(form)) return Unfit.NotItsForm;
        return form == DrillForm.TableTop && !scenario.Injects.Any() ? Unfit.NothingToTell : null;
    }

    /// <summary>Why it cannot begin as it was planned, where shops or circles moved since; nothing where it can.</summary>
    /// <param name="circles">Where it would begin.</param>
    /// <param name="posts">The shops at which its observers are to stand.</param>
    public static Refusal? Refuses(Drill drill, IReadOnlyList<string> circles, IEnumerable<string> posts, Town town)
    {
        bool IsThere(string shopId) => town.Shop(shopId) is { } shop && circles.Contains(shop.CircleId);
        if (drill.PressShopId is { } presses && !IsThere(presses)) return Refusal.PressShopElsewhere;
        return posts.All(IsThere) ? null : Refusal.ObserverElsewhere;
    }
}
