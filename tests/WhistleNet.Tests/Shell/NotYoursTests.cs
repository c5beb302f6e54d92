using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Telemetry;

namespace WhistleNet.Shell;

/// <summary>No page stands empty without a reason: whoever may not see it is told so, and nobody else is.</summary>
public sealed class NotYoursTests
{
    private static readonly (Type Page, Role For)[] Pages =
    [
        (typeof(StationPage), Role.Officer | Role.DutyCommander | Role.Organizer),
        (typeof(PastAlerts), Role.Officer | Role.DutyCommander | Role.Organizer),
        (typeof(ShopsPage), Role.Officer | Role.DutyCommander | Role.Organizer | Role.Admin),
        (typeof(CirclesPage), Role.Officer | Role.DutyCommander | Role.Organizer | Role.Admin),
        (typeof(ReportsPage), Role.Officer | Role.DutyCommander | Role.Organizer | Role.Consultative),
        (typeof(ImprovementsPage), Role.Officer | Role.DutyCommander | Role.Organizer),
        (typeof(StatisticsPage), Role.Officer | Role.DutyCommander | Role.Organizer),
        (typeof(PeoplePage), Role.DutyCommander | Role.Admin),
        (typeof(SettingsPage), Role.DutyCommander | Role.Admin),
        (typeof(AuditPage), Role.Auditor),
        (typeof(MachinePage), Role.Admin),
    ];

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.DutyCommander)]
    [InlineData(Role.Organizer)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Consultative)]
    public async Task Every_console_page_is_shown_or_said_not_to_be_theirs(Role role)
    {
        await using var world = await World.With(1, 2);
        await using var console = new OfficerConsole(world, new Actor("somebody", "某人", role, Street.StationId));
        foreach (var (page, roles) in Pages)
        {
            var drawn = Draw(console, page);
            var theirs = (roles & role) != Role.None;
            Assert.True(theirs == (drawn.FindAll("[data-testid=not-yours]").Count == 0), $"{page.Name} for {role}");
            Assert.True(theirs == drawn.FindAll(".page-head").Any(), $"{page.Name} for {role}: one headline, not two");
            Assert.DoesNotContain(ShopSay.None.Zh, drawn.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_belongs_to_no_station_is_told_that()
    {
        await using var world = await World.With(1, 2);
        await using var console = new OfficerConsole(world, new Actor("somebody", "某人", Role.Admin | Role.Organizer));
        foreach (var page in new[] { typeof(StationPage), typeof(PastAlerts), typeof(SettingsPage) })
            Assert.Contains(StationSay.NoStation.Zh, Draw(console, page).Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<DynamicComponent> Draw(OfficerConsole console, Type page) => console.Render<DynamicComponent>(c => c
        .Add(d => d.Type, page).AddCascadingValue(Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))));
}
