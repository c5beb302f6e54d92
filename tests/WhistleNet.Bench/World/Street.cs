using System.Globalization;
using System.Text;

namespace WhistleNet.Bench.World;

/// <summary>How large a measurement is: so many shops connected, so many hear a press, so many registered in all.</summary>
/// <param name="Hearers">Who hears a press, besides the shop that presses: a circle has one shop more.</param>
public sealed record Street(int Connected, int Hearers, int Registered)
{
    public const string Station = "Bench";
    private const int Far = 50; // shops of an area that is only registered

    public int CircleSize => Hearers + 1;

    /// <summary>Shops that stand in a full circle of connected ones, and so may press.</summary>
    public int Pressers => Connected / CircleSize * CircleSize;

    public override string ToString() => $"N={Connected} K={Hearers}{(Registered > Connected ? $" shops={Registered}" : "")}";

    public static string Ref(int shop) => "S" + shop.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>
    /// The list of shops. Each full circle of connected ones is an area of its own, about 100 m wide, so that the import cannot cut
    /// it otherwise; who is only registered stands in such areas too (forming circles in larger ones takes 0.7 ms a shop, measured).
    /// </summary>
    public void WriteList(string file)
    {
        using var csv = new StreamWriter(file, append: false, new UTF8Encoding(false));
        csv.WriteLine("shop_id,name,category,unit,civic_number,street,local_area,lat,lon");
        for (var shop = 0; shop < Registered; shop++)
        {
            var pressing = shop < Pressers;
            var (area, within, of) = pressing ? (shop / CircleSize, shop % CircleSize, CircleSize) : ((shop - Pressers) / Far, (shop - Pressers) % Far, Far);
            var (wide, along) = ((int)Math.Ceiling(Math.Sqrt(of)), area * (of > 100 ? 0.01 : 0.004)); // areas side by side, shops 13 m apart
            var north = (pressing ? 30.5 : 31.5) + (int)(along / 2) * 0.04 + within / wide * 0.00012;
            var east = 120.5 + along % 2 + within % wide * 0.00012;
            var name = pressing ? $"Area {area}" : $"Far area {area}";
            csv.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Ref(shop)},平安商店 {shop},Food & Beverage,,{within + 1},和平街,{name},{north:F6},{east:F6}"));
        }
    }
}
