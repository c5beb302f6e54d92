using WhistleNet.Circles;

namespace WhistleNet.Demo;

/// <summary>A street of the demo town: where its number 0 lies in metres from the bridge, and which way the numbers run. Even numbers stand on the other side.</summary>
internal sealed record Street(string Name, double EastM, double NorthM, bool RunsEast)
{
    private const double MetresANumber = 3.4;
    private const double HalfWidthM = 7;

    // A bridge that is on no map, in the hills of Sichuan.
    private static readonly Place Bridge = new(31.0562, 105.4218);

    public Place At(int number)
    {
        var (along, across) = (number * MetresANumber, number % 2 == 0 ? HalfWidthM : -HalfWidthM);
        var (east, north) = RunsEast ? (EastM + along, NorthM + across) : (EastM + across, NorthM + along);
        return new Place(
            Math.Round(Bridge.Lat + north / 111_195, 6),
            Math.Round(Bridge.Lon + east / (111_195 * Math.Cos(Bridge.Lat * Math.PI / 180)), 6));
    }
}
