using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Circles;

/// <summary>
/// Answers what a wall's map asks: how does the town look, and where is somebody whistling and who comes? The first is asked once a minute and is a drawing that is made anew
/// where the register changed alone; the second is asked when an open alert moved, a moment after it, and is small.
/// </summary>
public sealed class WallMap(TownHall hall, RegisterBoard register, IDbContextFactory<WhistleDb> databases)
{
    private static readonly string[] States = ["closed", "no-device", "no-link", "linked"]; // by the digits of MapNow; who is heard from stands above
    private readonly ConcurrentDictionary<string, (Town Town, WallSheet Sheet)> _sheets = new();

    /// <summary>The town as it stands at this moment, as an SVG document without a single name.</summary>
    public string Svg(string stationId)
    {
        var shops = register.Circles(stationId, null).SelectMany(c => c.Members).ToLookup(MapBoard.StateOf, s => s.Shop.Place);
        return SheetOf(stationId).With(States.Select((state, i) => (state, shops[(char)('0' + i)])));
    }

    /// <summary>The open alerts that a wall is told of, on the same sheet.</summary>
    public async Task<IReadOnlyList<WallMark>> Marks(string stationId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await db.Alerts.AsNoTracking().ToldTo(Reader.Wall).Where(a => a.StationId == stationId && a.State != AlertState.Closed && a.Mode != Mode.Test).ToListAsync(cancel);
        var ids = open.ConvertAll(a => a.Id);
        var said = (await db.Notices.AsNoTracking().Where(n => ids.Contains(n.AlertId) && n.To == To.Shop && n.Answer != null).ToListAsync(cancel)).ToLookup(n => n.AlertId);
        var sheet = SheetOf(stationId);
        return [.. open.Where(a => hall.Town.Shop(a.ShopId) is not null).Select(a => new WallMark(a.Id, a.Mode.Word(), At(sheet, a.ShopId)!,
            [.. said[a.Id].GroupBy(n => n.ShopId).Where(of => of.Key != a.ShopId && of.MaxBy(n => n.AnsweredAt)!.IsComing).Select(of => At(sheet, of.Key)).OfType<int[]>()]))];
    }

    private int[]? At(WallSheet sheet, string? shopId) => hall.Town.Shop(shopId) is { } shop && sheet.At(shop.Place) is var (x, y) ? [x, y] : null;

    private WallSheet SheetOf(string stationId)
    {
        var town = hall.Town;
        if (_sheets.TryGetValue(stationId, out var drawn) && ReferenceEquals(drawn.Town, town)) return drawn.Sheet;
        var circles = register.Circles(stationId, null).Select(c => c.Members.Select(m => m.Shop).ToList()).ToList();
        return (_sheets[stationId] = (town, WallSheet.Of([.. circles.SelectMany(c => c)], circles.Select(c => c.Select(s => s.Place))))).Sheet;
    }
}

/// <summary>An open alert on the wall's map.</summary>
/// <param name="Mode">Which sign it is drawn with; never left out.</param>
/// <param name="At">Metres from the sheet's corner: east, then south.</param>
/// <param name="Coming">Where those come from who said that they do, or who are there.</param>
public sealed record WallMark(string AlertId, string Mode, int[] At, IReadOnlyList<int[]> Coming);
