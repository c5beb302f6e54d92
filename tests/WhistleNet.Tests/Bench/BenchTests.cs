namespace WhistleNet.Bench;

/// <summary>The benchmarks still run and still count: a small one, whose times nobody judges.</summary>
public sealed class BenchTests
{
    [Fact]
    public async Task A_small_benchmark_gives_figures_and_loses_no_receipt()
    {
        var options = Options.Short with { Connected = 50, Presses = 4, WarmUps = 4, Rounds = 1, Only = new HashSet<string> { "S13" } };

        var table = await Agenda.Run(options, line => TestContext.Current.TestOutputHelper?.WriteLine(line), TestContext.Current.CancellationToken);

        Assert.Equal(["S13", "S13"], table.Rows.Select(r => r.Id));
        Assert.All(table.Rows, row =>
        {
            Assert.True(row is { Value: > 0, Ours.Median: > 0, Baseline.Median: > 0 }, table.ToString());
            Assert.True(row.Note is null, row.Note); // whoever did not hear, or whose receipt was lost, is named here
        });
        Assert.Contains("\"id\": \"S13\"", table.Json(), StringComparison.Ordinal);
    }
}
