using System.Reflection;
using System.Text;
using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Hostile values where no form is sent: the hub's arguments, a list's cells, the fields of consoles, and what stands in their address.</summary>
public sealed class HostileConsoleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_argument_of_the_hub()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var tries = new HostileTries(world);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        var phone = await world.Shop(0, 1).Listen();
        foreach (var value in Hostile.Json.Where(v => v.Length < 30_000 && HostileTries.IsJson(v) && !v.StartsWith("\"\\ud", StringComparison.Ordinal) && !v.StartsWith("\"\\udc", StringComparison.Ordinal)).Select(v => JsonDocument.Parse(v).RootElement))
            foreach (var (method, arguments) in new (string, object?[])[]
            {
                ("Received", [value, 1L]), ("Received", [id, value]), ("Seen", [value]), ("Answer", [value, "coming", null]), ("Answer", [id, value, null]), ("Answer", [id, "coming", value]),
                ("Beat", [value]), ("Beat", [new { audio = value, visible = true }]), ("Beat", [new { audio = true, visible = true, battery = value }]), ("Nothing", [value]),
            })
            {
                tries.Tried++;
                try
                {
                    await phone.Say(method, arguments);
                }
                catch (HubException refused)
                {
                    if (refused.Message.Contains(" at ", StringComparison.Ordinal) && refused.Message.Contains(".cs", StringComparison.Ordinal)) tries.Wrong.Add($"{method} {value}: {refused.Message}");
                }
                if (!phone.IsConnected) Assert.Fail($"{method} {value.GetRawText()} ended the line");
            }
        await using var db = await world.Db();
        Assert.Equal(1, await db.Alerts.CountAsync(TestContext.Current.CancellationToken));
        tries.Report(output, "hub");
    }

    [Fact]
    public async Task Every_cell_of_a_list_and_every_field_of_the_consoles()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var tries = new HostileTries(world);
        var rows = new List<ShopRow>();
        string[] columns = ["shop_id", "name", "lat", "lon", "category", "unit", "civic_number", "street", "local_area", "hours", "trained"];
        foreach (var column in columns)
            foreach (var value in Hostile.Texts)
            {
                tries.Tried++;
                var cells = columns.Select((c, at) => c == column ? value : c switch { "shop_id" => $"s{column}{tries.Tried}", "lat" => "45.7", "lon" => "126.6", "hours" or "trained" => "", _ => "x" });
                var list = ShopList.Read(Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n" + CsvRecords.Line(cells)), out _);
                if (list is null || list.Rows.Count + list.Bad.Count > 1) tries.Wrong.Add($"{column} {value}: not one row");
                else rows.AddRange(list.Rows);
            }
        string[] cellsOfGear = [.. GearList.Columns];
        foreach (var column in cellsOfGear)
            foreach (var value in Hostile.Texts)
            {
                tries.Tried++;
                var cells = cellsOfGear.Select(c => c == column ? value : c switch { "serial" => $"g{column}{tries.Tried}", "kind" => "shield", "shop_id" => world.Street.Shop(0, 0).Ref, "keeper" => "x", _ => "2026-11-24" });
                var list = GearList.Read(Encoding.UTF8.GetBytes(string.Join(',', cellsOfGear) + "\n" + CsvRecords.Line(cells)), out _);
                if (list is null || list.Rows.Count + list.Bad.Count > 1) tries.Wrong.Add($"gear {column} {value}: not one row");
                else if (list.Rows.Count == 1) await world.The<GearDesk>().Bring(Stock.Officer, Street.StationId, list);
            }
        Assert.True(world.The<TownHall>().Ledger.OfStation(Street.StationId).Count() > 100);
        Assert.True(rows.Count > 500);
        await world.The<RegisterDesk>().Bring("另一个派出所", [.. rows.DistinctBy(r => r.Ref)], 12, null, null, TestContext.Current.CancellationToken);
        var admin = new Actor("a", "管理员", Role.Admin | Role.DutyCommander, Street.StationId);
        var (people, alert) = (world.The<PeopleDesk>(), (await world.Shop(0, 0).Press()).AlertId);
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0), "the shield");
        foreach (var value in Hostile.Texts.Append(Hostile.Huge).Append("\ud800").Append("a\udc00"))
        {
            tries.Tried += 9;
            await world.The<GearDesk>().Enter(Stock.Officer, Street.StationId, new GearTyped(GearKind.Torch, value, world.Street.Shop(0, 0).Id, value));
            await world.The<GearDesk>().Change(Stock.Officer, shield, world.Street.Shop(0, 0).Id, value, null);
            await world.The<GearDesk>().Issue(Stock.Officer, shield, value, null);
            await world.The<GearDesk>().Return(Stock.Officer, shield, value);
            await people.Invite(admin, new Invitation(value, null, Role.Officer));
            await people.Invite(admin, new Invitation("李", value, Role.Officer));
            await world.The<ShopDesk>().Set(admin, world.Street.Shop(0, 0).Id, value, false, false);
            await world.The<AlertDesk>().MarkAs(admin, alert, Mark.Note, value);
            var settings = StationSettings.Of(world.Street.Station, world.Street.Rungs);
            settings.Name = settings.Rungs[0].Name = value;
            await world.The<SettingsDesk>().Save(admin, Street.StationId, settings);
        }
        (await world.Console().Get("alerts/" + alert)).Must(200);
        tries.Report(output, "lists and consoles");
    }

    [Fact]
    public async Task Every_query_of_every_console_page_whatever_pages_there_are()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var tries = new HostileTries(world);
        await world.Shop(0, 0).Press();
        var who = new Actor("a", "管理员", Role.Admin | Role.DutyCommander | Role.Organizer, Street.StationId);
        var pages = typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).ToList();
        var queries = 0;
        foreach (var page in pages)
            foreach (var query in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null))
            {
                queries++;
                await using var console = new OfficerConsole(world, page.Name == "AuditPage" ? who with { Roles = Role.Auditor } : who);
                console.Services.AddSupplyValueFromQueryProvider();
                var (address, name) = (console.Services.GetRequiredService<NavigationManager>(), query.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? query.Name);
                var path = page.GetCustomAttributes<RouteAttribute>().First().Template.TrimStart('/').Replace("{Id}", world.Street.Shop(0, 0).Id, StringComparison.Ordinal);
                address.NavigateTo(path);
                RenderFragment drawn = screen =>
                {
                    screen.OpenComponent(0, page);
                    if (path.Contains(world.Street.Shop(0, 0).Id, StringComparison.Ordinal)) screen.AddComponentParameter(1, "Id", world.Street.Shop(0, 0).Id);
                    screen.CloseComponent();
                };
                var shown = console.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, Task.FromResult(new AuthenticationState(console.Who.AsPrincipal("test")))).Add(v => v.ChildContent, drawn));
                foreach (var value in Hostile.Texts)
                {
                    tries.Tried++;
                    try
                    {
                        await shown.InvokeAsync(() => address.NavigateTo($"{path}?{name}={Uri.EscapeDataString(value)}"));
                        if (console.Renderer.UnhandledException.IsCompleted) throw await console.Renderer.UnhandledException;
                    }
                    catch (Exception broken)
                    {
                        tries.Wrong.Add($"/{path}?{name}={value}: {broken.GetType().Name} {broken.Message.Split('\n')[0]}");
                        break;
                    }
                }
            }
        Assert.True(queries > 20);
        tries.Report(output, $"{pages.Count} pages of consoles, {queries} queries");
    }
}
