namespace WhistleNet.Demo;

/// <summary>How quick one keeper is; drawn from the shop's reference, so that the street behaves alike at every start, and a little differently at each whistle.</summary>
internal sealed class Manners(string shopRef)
{
    private const double StrollMetresASecond = 1.25, HurryMetresASecond = 1.6;

    // Not for secrets: the same walk every time is the point.
#pragma warning disable CA5394
    private readonly Random _dice = new(Seed(shopRef));

    /// <summary>
    /// From the hearing: when the phone is looked at, when it is answered; from the answer: how long the way takes. The breath before
    /// an answer is real time: a pushed clock makes a whole street due at once, and some must hear that others are coming already.
    /// </summary>
    public (TimeSpan Looks, TimeSpan Answers, TimeSpan Walks, TimeSpan Breath) Next(int metres)
    {
        lock (_dice)
        {
            var looks = Between(1.2, 4);
            return (Seconds(looks), Seconds(looks + Between(2.5, 10)),
                Seconds(6 + metres / Between(StrollMetresASecond, HurryMetresASecond)), // six seconds to the door
                Seconds(Between(0, 2)));
        }
    }

    private double Between(double low, double high) => low + _dice.NextDouble() * (high - low);
#pragma warning restore CA5394

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static int Seed(string text) => text.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter));
}
