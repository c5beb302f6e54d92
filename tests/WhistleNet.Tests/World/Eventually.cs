using System.Diagnostics;

namespace WhistleNet;

/// <summary>Waits for what must come true, looking again and again; the assertion lives inside the wait.</summary>
public static class Eventually
{
    /// <summary>At load 35 a house needs more than twenty seconds to try its own whistle twice; a story that holds waits for none of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task True(Func<bool> holds, string what) => True(() => Task.FromResult(holds()), what);

    public static async Task True(Func<Task<bool>> holds, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience) Assert.Fail($"it never came true: {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until <paramref name="look"/> finds something.</summary>
    public static async Task<T> Found<T>(Func<T?> look, string what) where T : class
    {
        T? found = null;
        await True(() => (found = look()) is not null, what);
        return found!;
    }
}
