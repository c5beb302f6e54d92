namespace WhistleNet.Live;

/// <summary>
/// Reads once for all who ask together. Whoever asks while a reading runs has its answer from the next one, which begins after it asked; so that what each
/// is told is never older than its question. As many wait as ask: connections are counted elsewhere.
/// </summary>
public sealed class Gathering<TAsker, TAnswer>(Func<IReadOnlyList<TAsker>, Task<TAnswer>> read)
{
    private const int Most = 500; // in one reading: so that the first of nine thousand is not told with the last
    private readonly Lock _gate = new();
    private List<TAsker>? _waiting;
    private Task<TAnswer>? _last;

    public Task<TAnswer> Ask(TAsker asker)
    {
        lock (_gate)
        {
            if (_waiting is null or { Count: >= Most }) _last = Read(_last, _waiting = []);
            _waiting.Add(asker);
            return _last!;
        }
    }

    private async Task<TAnswer> Read(Task? before, List<TAsker> askers)
    {
        await (before ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing); // what broke there was told to those who waited for it
        lock (_gate)
        {
            if (_waiting == askers) _waiting = null;
        }
        return await read(askers);
    }
}
