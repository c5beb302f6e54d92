using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Which telephones a drill may ring, as somebody typed it.</summary>
public static class RungsTyped
{
    /// <summary>The numbers of the rungs that are meant. Null, and why, where one of them is no telephone, or nothing of the drill could ever call one.</summary>
    /// <param name="ladder">Of the station.</param>
    public static List<int>? Read(IEnumerable<int>? typed, DrillForm form, IEnumerable<Rung> ladder, out Text? why)
    {
        List<int> meant = [.. (typed ?? []).Distinct().Order()];
        var phones = ladder.Where(r => r.Kind == RungKind.Phone).Select(r => r.Number).ToHashSet();
        why = meant.Count == 0 ? null : form != DrillForm.Live ? DrillSay.PhonesOnlyLive : meant.TrueForAll(phones.Contains) ? null : DrillSay.NoSuchPhone;
        return why is null ? meant : null;
    }
}
