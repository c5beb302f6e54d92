using System.Globalization;
using Microsoft.AspNetCore.Components;
using WhistleNet.Live;

namespace WhistleNet.Alerts;

public partial class WhistlePage
{
    [Parameter, EditorRequired] public required WhistleSheet Sheet { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    private string Base => Http.Request.PathBase + "/";

    private string Headline => Sheet.State == "sent" ? Script("head-sent").Replace("{time}", TimeOfDay(DateTimeOffset.Parse(Sheet.Own!.RaisedAt, CultureInfo.InvariantCulture)), StringComparison.Ordinal)
        : Script(Sheet.State == "offDuty" ? "head-ready" : $"head-{Sheet.State}");

    /// <summary>Without a script the answer's page says the alert's state and age; with one these words are replaced at once.</summary>
    private string Detail => Sheet.State switch
    {
        "sent" => WhistlePageSay.StateLine.With(Script($"state-{Sheet.Own!.State}"), Sheet.Own.Coming, Sheet.Own.Needed, Age(Sheet.Own.RaisedAt)),
        "over" => Script("ended-as").Replace("{outcome}", Sheet.Own!.Outcome is { } outcome ? Script($"outcome-{outcome}") : "", StringComparison.Ordinal),
        "notSent" => WhistlePageSay.PlainExpired.ToString(),
        "practised" => TimeOfDay(Sheet.Now),
        "offDuty" => "",
        var state => Script($"detail-{state}"),
    };

    private string LastTest => Sheet.LastTestAt is { } at ? WhistlePageSay.LastTest.With(Day(at)) : WhistlePageSay.NeverTested.ToString();

    /// <summary>What the script starts from. Nothing of one press is in it.</summary>
    private object Printed => new
    {
        shopId = Sheet.Shop!.Id, shopName = Sheet.Shop.Name, zone = Sheet.Station!.TimeZone, silent = Sheet.Shop.Silent, neighbours = Sheet.Neighbours,
        serverTime = Sheet.Token is null ? null : News.Time(Sheet.Now),
    };

    private static string Script(string key) => WhistlePageSay.Script[key].ToString();

    private string Age(string at)
    {
        var age = Sheet.Now - DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        return (age.TotalMinutes < 1 ? Script("ago-seconds") : age.TotalHours < 1 ? Script("ago-minutes") : Script("ago-hours"))
            .Replace("{n}", ((int)(age.TotalMinutes < 1 ? age.TotalSeconds : age.TotalHours < 1 ? age.TotalMinutes : age.TotalHours)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{s}", age.Seconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private string Day(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string TimeOfDay(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Sheet.Station!.TimeZone));
}
