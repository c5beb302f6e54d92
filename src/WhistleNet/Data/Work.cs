namespace WhistleNet.Data;

/// <summary>What somebody asked the writer to do, and waits for.</summary>
internal abstract class Work
{
    public abstract Task Do(Writing writing);

    /// <summary>Answers what the work came to; for after the commit.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception why);
    public abstract bool HasFailed { get; }
}

internal sealed class Work<T>(Func<Writing, Task<T>> work, TaskCompletionSource<T> answer) : Work
{
    private T? _result;

    public override async Task Do(Writing writing) => _result = await work(writing);
    public override void Answer() => answer.TrySetResult(_result!);
    public override void Fail(Exception why) => answer.TrySetException(why);
    public override bool HasFailed => answer.Task.IsCompleted;
}
