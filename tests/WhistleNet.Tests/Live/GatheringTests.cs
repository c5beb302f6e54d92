namespace WhistleNet.Live;

/// <summary>One reading for all who ask together, never older than a question.</summary>
public sealed class GatheringTests
{
    private readonly List<(IReadOnlyList<int> Askers, TaskCompletionSource<string> Answer)> _readings = [];
    private readonly Gathering<int, string> _gathering;

    public GatheringTests() => _gathering = new(askers =>
    {
        var answer = new TaskCompletionSource<string>();
        lock (_readings) _readings.Add((askers, answer));
        return answer.Task;
    });

    [Fact]
    public async Task Whoever_asks_while_a_reading_runs_has_its_answer_from_the_next()
    {
        var first = _gathering.Ask(1);
        await Begun(1);
        var (second, third) = (_gathering.Ask(2), _gathering.Ask(3));
        _readings[0].Answer.SetResult("before");
        Assert.Equal("before", await first);
        await Begun(2);
        Assert.Equal([2, 3], _readings[1].Askers);
        Assert.False(second.IsCompleted);
        _readings[1].Answer.SetResult("after");
        Assert.Equal(("after", "after"), (await second, await third));
    }

    [Fact]
    public async Task A_reading_that_breaks_is_told_to_those_who_waited_for_it_and_to_nobody_else()
    {
        var first = _gathering.Ask(1);
        await Begun(1);
        var second = _gathering.Ask(2);
        _readings[0].Answer.SetException(new InvalidOperationException("the disk"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Begun(2);
        _readings[1].Answer.SetResult("well");
        Assert.Equal("well", await second);
    }

    [Fact]
    public async Task Thousands_are_told_in_readings_of_five_hundred()
    {
        var first = _gathering.Ask(0);
        await Begun(1);
        var others = Enumerable.Range(1, 1_200).Select(_gathering.Ask).ToList();
        for (var reading = 0; reading < 4; reading++)
        {
            await Begun(reading + 1);
            _readings[reading].Answer.SetResult("told");
        }
        await Task.WhenAll(others.Append(first));
        Assert.Equal([1, 500, 500, 200], _readings.Select(r => r.Askers.Count));
    }

    private Task Begun(int readings) => Eventually.True(() => { lock (_readings) return _readings.Count == readings; }, $"reading {readings} began");
}
