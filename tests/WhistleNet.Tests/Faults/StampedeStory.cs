using System.Globalization;
using WhistleNet.Bench;
using WhistleNet.Bench.World;

namespace WhistleNet.Faults;

/// <summary>
/// Every device loses the house at once and comes back with its own jitter (F22), while somebody presses. The rounds are devices here:
/// <c>tests/faults --only F22 --rounds 9000</c>; <c>tests/bench --only P5</c> does the same with optimised programs.
/// </summary>
public sealed class StampedeStory
{
    private const int Fewest = 60; // a circle of 51 and some beside it

    [Fact, Trait("fault", "F22")]
    public async Task Every_device_that_lost_the_house_has_its_board_again_and_presses_are_answered_meanwhile()
    {
        var folder = Directory.CreateTempSubdirectory("whistle-stampede-").FullName;
        var options = Options.Short with { Most = Math.Max(Fewest, Figures.Rounds(Fewest)) };

        var rows = (await Stampede.Back(options, new Towns(folder), line => TestContext.Current.TestOutputHelper?.WriteLine(line), TestContext.Current.CancellationToken)).ToList();

        Directory.Delete(folder, recursive: true);
        var (boards, presses) = (rows[0], rows[1]);
        Assert.All(rows, row => Assert.True(row is { Value: > 0, Ours.Median: > 0 }, row.What));
        Figures.Held("F22", string.Create(CultureInfo.InvariantCulture, $"{Math.Min(options.Most, 9_000)} devices dropped at once by kill -9: boards back {boards.Ours!.Median:F1} s p50, {boards.Value:F1} s p99 after the kill; presses from ready until all were back {presses.Ours!.Median:F0} ms p50, {presses.Value:F0} ms p99"));
    }
}
