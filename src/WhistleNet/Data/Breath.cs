namespace WhistleNet.Data;

/// <summary>
/// Between two transactions of a long change. Nobody tells whoever waits for SQLite's lock that it is free; they look again, after a while each 100 ms, and one who
/// goes on at once has it again before that: beside 25 small transactions a whistle waited for all of them.
/// </summary>
internal static class Breath
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(110);

    public static Task Take() => Task.Delay(Long, TimeProvider.System);
}
