using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>What neighbours and the pressed shop say.</summary>
public sealed class AnswerDesk(AlertWriter writer, TownHall hall, Calling calling, Mustering mustering)
{
    /// <summary>A neighbour's answer; the last one counts, all stay on the timeline.</summary>
    public Task<Ruling<Notice>> Answer(Actor by, string alertId, Reply reply, string? reason) => writer.Write(async w =>
    {
        if (await w.Alert(alertId) is not { } alert || !await w.IsSeenBy(by, alertId)) return Ruling<Notice>.NotFound;
        var notices = await w.Notices(alertId);
        var mine = MyNotice(notices, by);
        if (mine is null || !by.May(Act.Answer, alert, wasNotified: true)) return Ruling<Notice>.Forbidden;
        var before = alert.Version;
        // An answer carries the shop's name on the timeline: people come as a shop, and so they are counted.
        var refusal = alert.Answer(mine, reply, reason, notices, by with { Name = mine.Name }, w.Now, await calling.AnyRingLeft(w, alert));
        if (refusal is null && alert.Version != before) w.Announce(alert, notices, [mine, .. mustering.Ask(alert, notices, w.Now).Where(n => n != mine)]);
        return new(mine, refusal);
    });

    public Task<Ruling<Alert>> Observe(Actor by, string alertId, Observation what, string? text) => writer.Write(async w =>
    {
        if (await w.Alert(alertId) is not { } alert || !await w.IsSeenBy(by, alertId)) return Ruling<Alert>.NotFound;
        var notices = await w.Notices(alertId);
        if (!by.May(Act.Observe, alert, MyNotice(notices, by) is not null)) return Ruling<Alert>.Forbidden;
        var refusal = alert.Observe(what, text, by with { Name = ShopName(by) }, w.Now);
        if (refusal is null) w.Announce(alert, notices);
        return new(alert, refusal);
    });

    /// <summary>"I am safe", a word, or "it was a mistake": a message to the station, never a closing.</summary>
    public Task<Ruling<Alert>> SaySafe(Actor by, string alertId, string? word, bool mistake)
    {
        var said = hall.Town.Shop(by.ShopId) is { } shop ? ShopWords.Read(shop, word) : SafeWord.None; // costs the same whatever the word
        return writer.Write(async w =>
        {
            if (await w.Alert(alertId) is not { } alert || !await w.IsSeenBy(by, alertId)) return Ruling<Alert>.NotFound;
            if (!by.May(Act.SaySafe, alert)) return Ruling<Alert>.Forbidden;
            var refusal = alert.SaySafe(mistake, said, by with { Name = ShopName(by) }, w.Now);
            if (refusal is null) w.Announce(alert);
            return new Ruling<Alert>(alert, refusal);
        });
    }

    private string ShopName(Actor by) => hall.Town.Shop(by.ShopId)?.Name ?? by.Name;

    private static Notice? MyNotice(List<Notice> notices, Actor by) =>
        notices.Find(n => n.DeviceId == by.Id && n.To == To.Shop) ?? notices.Find(n => n.To == To.Shop && by.ShopId is not null && n.ShopId == by.ShopId);
}
