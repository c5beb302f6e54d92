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

/// <summary>Which forms of drill a scenario suits, pure. A test of the ways is quiet and plays none.</summary>
public static class Fit
{
    /// <summary>Why not; nothing where it does.</summary>
    public static Unfit? Refuses(DrillForm form, Scenario? scenario)
    {
        if (form == DrillForm.Comms) return null;
        if (scenario is null) return Unfit.NoScenario;
        if (!scenario.Forms.Contains(form)) return Unfit.NotItsForm;
        return form == DrillForm.TableTop && !scenario.Injects.Any() ? Unfit.NothingToTell : null;
    }
}
