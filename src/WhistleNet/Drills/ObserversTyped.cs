using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Who is to observe, as somebody typed it, and what is wrong with it.</summary>
public static class ObserversTyped
{
    /// <summary>Those that are meant; a row that says nothing is none. Null, and why, where one of them cannot be.</summary>
    /// <param name="circleIds">Where the drill is held; nobody stands elsewhere.</param>
    public static IReadOnlyList<ObserverPost>? Read(IEnumerable<ObserverPost>? typed, DrillForm form, IEnumerable<string> circleIds, Town town, out Text? why)
    {
        List<ObserverPost> meant = [.. (typed ?? []).Select(t => new ObserverPost(EnrolDesk.NameOf(t.Name) ?? "", string.IsNullOrEmpty(t.ShopId) ? null : t.ShopId)).Where(t => t is not { Name: "", ShopId: null }).Distinct()];
        why = meant.Count == 0 ? null
            : form == DrillForm.Comms ? DrillSay.CommsUnobserved
            : meant.Count > ObserverPost.Most ? DrillSay.TooManyObservers
            : meant.Exists(m => m.Name.Length == 0) ? DrillSay.ObserverNameless
            : meant.Exists(m => m.ShopId is not null && (town.Shop(m.ShopId) is not { } shop || !circleIds.Contains(shop.CircleId))) ? DrillSay.ObserverElsewhere : null;
        return why is null ? meant : null;
    }
}
