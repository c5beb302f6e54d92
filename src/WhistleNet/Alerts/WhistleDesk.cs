using System.Diagnostics;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;
using WhistleNet.Telemetry;

namespace WhistleNet.Alerts;

/// <summary>What a press got: its row, whether it is the first of its id, and whether it made an alert.</summary>
public sealed record Pressed(Press Press, bool IsNew);

/// <summary>
/// Takes a press. It is answered once it is on disk, once for each press id for ever; another press of the shop joins the open
/// alert; none is refused for quota.
/// </summary>
public sealed class WhistleDesk(AlertWriter writer, TownHall hall, Calling calling, Mustering mustering, Drilling drilling)
{
    /// <summary>New alerts of one shop and mode in <see cref="QuotaWindow"/>; beyond them the station alone hears.</summary>
    public const int Quota = 3;

    public static readonly TimeSpan QuotaWindow = TimeSpan.FromMinutes(10);

    /// <summary>Takes the press of a shop's device or person, or of an officer who raises for somebody on the telephone.</summary>
    public async Task<Ruling<Pressed>> Press(Actor by, string shopId, WhistleRequest request)
    {
        if (hall.Town.Shop(shopId) is not { } shop) return Ruling<Pressed>.NotFound;
        if (!by.MayFor(Act.Raise, shopId) && !by.May(Act.RaiseForAnother, shop.StationId)) return Ruling<Pressed>.NotFound;
        using var span = Measure.Spans.StartActivity("press");
        var since = Stopwatch.GetTimestamp();
        var taken = await writer.Write(writing => Take(writing, by, shop, request));
        if (taken.Value is { } pressed) Measure.Press.Record(since, new("mode", pressed.Press.Mode.Word()), new("new", pressed.IsNew));
        return taken;
    }

    private async Task<Ruling<Pressed>> Take(Writing writing, Actor by, Shop shop, WhistleRequest request)
    {
        var mode = request.IsTest ? Mode.Test : request.IsDrill ? Mode.Drill : Mode.Real;
        var earlier = await writing.Earlier(shop, request.PressId, mode, writing.Now - QuotaWindow);
        if (earlier.Known) return new(new Pressed((await writing.Db.Presses.FindAsync(shop.Id, request.PressId))!, IsNew: false));

        var drill = mode == Mode.Drill ? await Drilling.Admitting(writing, shop, request.DrillId) : null;
        if (mode == Mode.Drill && drill is null) return new(null, Refusal.DrillNotRunning);

        var clocks = hall.Town.ClocksOf(shop.StationId);
        var silent = mode != Mode.Test && (request.Silent ?? shop.Silent);
        var limited = earlier.Lately >= Quota || mode == Mode.Real && hall.Roster.ById(by.Id)?.IsRestricted(writing.Now) == true;
        if (earlier.OpenId is { } openId && await writing.Alert(openId) is { } open && (limited || writing.Now - open.LastPressAt <= clocks.Reinforce))
            return await Join(writing, open, by, request, silent, limited: writing.Now - open.LastPressAt > clocks.Reinforce);
        return await Raise(writing, by, shop, request, mode, silent, limited, clocks, earlier.Drilling, drill);
    }

    private async Task<Ruling<Pressed>> Raise(Writing writing, Actor by, Shop shop, WhistleRequest request, Mode mode, bool silent, bool limited, Clocks clocks, bool anyDrill, Drill? drill)
    {
        var whistle = new Whistle(Ids.New(), shop.StationId, shop.CircleId, shop.Id, mode, request.Kind, silent, hall.Town.Needed(shop.CircleId, silent),
            drill?.Id, request.Text, request.PressedAt, limited, request.Dropped);
        var alert = Alert.Raise(whistle, by, writing.Now, clocks, hall.Ladders.DueAfter(shop.StationId, 0));
        var notices = mode != Mode.Test ? await calling.First(writing, alert) : hall.IsBuiltIn(shop) ? calling.PresserOfNew(writing, alert, by) : [];
        mustering.Ask(alert, notices, writing.Now);
        var press = PressOf(writing, alert, by, request, notices);
        await writing.Raise(alert, press, notices);
        writing.Announce(alert, notices, notices);
        if (drill is not null) Drilling.Sounded(writing, drill, by with { Name = shop.Name });
        if (mode == Mode.Real && anyDrill) await drilling.GiveWay(writing, alert);
        return new(new Pressed(press, IsNew: true));
    }

    private async Task<Ruling<Pressed>> Join(Writing writing, Alert open, Actor by, WhistleRequest request, bool silent, bool limited)
    {
        var added = new List<Notice>();
        var needed = hall.Town.Needed(open.CircleId, silent: false);
        if (open.Reinforce(by, silent, needed, writing.Now, hall.Town.ClocksOf(open.StationId)))
        {
            added.AddRange(await calling.OwnDevices(writing, open));
            if (!open.Limited) added.AddRange((await calling.Ring(writing, open, 0)).Added);
        }
        else if (open.Mode != Mode.Test) added.AddRange(await calling.Presser(writing, open, by));
        var all = await writing.Notices(open.Id);
        if (added.Count > 0) mustering.Ask(open, all, writing.Now);
        var press = PressOf(writing, open, by, request, all, reinforced: true, limited);
        writing.Db.Presses.Add(press);
        writing.Announce(open, all, added);
        return new(new Pressed(press, IsNew: true));
    }

    private static Press PressOf(Writing writing, Alert alert, Actor by, WhistleRequest request, IReadOnlyList<Notice> all, bool reinforced = false, bool limited = false) => new()
    {
        ShopId = alert.ShopId, PressId = request.PressId, AlertId = alert.Id, Mode = alert.Mode, At = writing.Now, RaisedAt = alert.RaisedAt,
        PressedAt = request.PressedAt, DeviceId = by.Id, Version = alert.Version, Reinforced = reinforced, Limited = limited || alert.Limited && !reinforced,
        Notified = all.Count(n => n is { To: To.Shop, DeviceId: not null } && n.ShopId != alert.ShopId),
    };
}
