using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>A drill as somebody typed it, or a program sent it, and what is wrong with it.</summary>
public sealed record DrillRequest(
    string? Title, IReadOnlyList<string> CircleIds, string? Scenario, DrillForm? Form, bool Blind, DateTimeOffset? StartsAt, bool Armed, int? Minutes, string? PressShopId, IReadOnlyList<ObserverPost>? Observers = null, string? AreaId = null, IReadOnlyCollection<int>? PhoneRungs = null)
{
    public const int LongestTitle = 80, MostMinutes = 480;

    /// <summary>A time that was now when it was typed is no past one.</summary>
    private static readonly TimeSpan Typing = TimeSpan.FromMinutes(10);

    /// <summary>How far ahead somebody may plan.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(2 * 366);

    /// <summary>The plan; or, where it is none, what is wrong, in words.</summary>
    /// <param name="ladder">Of the station.</param>
    public DrillPlanned? Read(Actor by, Town town, IEnumerable<Rung> ladder, IReadOnlyList<Scenario> scenarios, DateTimeOffset now, out Text why)
    {
        why = Wrong(by, town, scenarios, now) ?? default;
        if (why != default) return null;
        var observers = ObserversTyped.Read(Observers, Form!.Value, Scope.Circles(town), town, out var unseen);
        var phones = RungsTyped.Read(PhoneRungs, Form!.Value, ladder, out var silent);
        why = unseen ?? silent ?? default;
        return observers is null || phones is null ? null : new DrillPlanned(Ids.New(), by.StationId!, Title!.Trim(), Scope.Circles(town), Form == DrillForm.Comms ? Drill.NoScenario : Scenario!, Form!.Value, Blind, StartsAt!.Value.ToUniversalTime(), Armed, Minutes!.Value, PressShopId) { Observers = observers, AreaId = AreaId, PhoneRungs = phones };
    }

    private Scope Scope => new(CircleIds, AreaId);

    private Text? Wrong(Actor by, Town town, IReadOnlyList<Scenario> scenarios, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Trim().Length > LongestTitle) return DrillSay.NeedsTitle;
        if (Scope.Refuses(by.StationId!, town) is { } misplaced) return DrillSay.Of(misplaced);
        var scenario = scenarios.FirstOrDefault(s => s.Id == Scenario);
        if (scenario is null && Form != DrillForm.Comms) return DrillSay.NeedsScenario;
        if (Form is not { } form) return DrillSay.NeedsForm;
        if (Fit.Refuses(form, scenario) is { } unfit) return DrillSay.Of(unfit, scenario, form);
        if (StartsAt is not { } at) return DrillSay.NeedsStart;
        if (at < now - Typing) return DrillSay.StartIsPast;
        if (at > now + Farthest) return DrillSay.StartIsFar;
        if (Minutes is not (>= 1 and <= MostMinutes)) return DrillSay.NeedsMinutes;
        if (PressShopId is not null && (town.Shop(PressShopId) is not { } shop || !Scope.Circles(town).Contains(shop.CircleId))) return DrillSay.PressShopElsewhere;
        return Blind && (PressShopId is null || Form != DrillForm.Live) ? DrillSay.BlindNeedsShop : null;
    }
}
