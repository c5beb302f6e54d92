using System.Globalization;

namespace WhistleNet.Faults;

/// <summary>
/// A press answered is on disk: many shops press at once, an officer closes, the process is killed with SIGKILL at a random millisecond
/// and started again, and the journal of answers is held against the database. Three rounds here; <c>tests/faults --only F3 --rounds 1000</c> for more.
/// </summary>
public sealed class KillStorm
{
    private const int Many = 50; // from here on two houses side by side: one start leaves half a core idle

    [Fact, Trait("fault", "F3")]
    public async Task No_answered_press_is_lost_or_doubled_by_kill_9()
    {
        List<StormyHouse> houses = [];
        var rounds = new Run("F3", few: 3, () => Told(houses));
        for (var n = 0; n < (rounds.Wanted < Many ? 1 : 2); n++) houses.Add(await StormyHouse.Open(n));
        await Task.WhenAll(houses.Select(h => h.Storm(rounds, rounds.Wanted < Many ? 1_000 : 400)));
        foreach (var house in houses) await house.Compare();

        var figures = $"{rounds.Taken} rounds of kill -9 ({(houses.Count > 1 ? "two houses side by side" : "one house")}): {Told(houses)}; {houses.Sum(h => h.Lost)} lost, {houses.Sum(h => h.Doubled)} doubled, {houses.Sum(h => h.OpenAgain)} closings lost";
        Assert.True(houses.Sum(h => h.Answered) > rounds.Taken, figures);
        Assert.All(houses, h => Assert.True((h.Lost, h.Doubled, h.Differing, h.OpenAgain) == (0, 0, 0, 0), figures));
        foreach (var house in houses) Directory.Delete(house.Folder, recursive: true);
        Figures.Held("F3", figures);
    }

    private static string Told(List<StormyHouse> houses) => string.Create(CultureInfo.InvariantCulture,
        $"{houses.Sum(h => h.Answered)} presses answered, {houses.Sum(h => h.Closed)} closings; ready after {Times(houses.SelectMany(h => h.ReadyAfter))}; boards of {StormyHouse.Listeners} devices back {Times(houses.SelectMany(h => h.BoardsAfter))} after the kill");

    private static string Times(IEnumerable<double> seconds)
    {
        var all = seconds.ToList();
        return all.Count == 0 ? "(not seen yet)" : string.Create(CultureInfo.InvariantCulture, $"{Figures.Percentile(all, 0.5):F1} s (median of {all.Count}), {Figures.Percentile(all, 1):F1} s (longest)");
    }
}
