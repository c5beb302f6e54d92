namespace WhistleNet.Live;

/// <summary>Watches over a part of the house, and says what is wrong with it.</summary>
public interface IWatcher
{
    /// <summary>What that station should see now; nothing where all is well. Asked every two seconds, so it answers from memory.</summary>
    IEnumerable<Signal> SignalsFor(string stationId);
}

public static class Watchers
{
    /// <summary>One more whose signals every console shows; it is itself registered elsewhere.</summary>
    public static IServiceCollection AddWatcher<T>(this IServiceCollection services) where T : class, IWatcher => services.AddSingleton<IWatcher>(s => s.GetRequiredService<T>());
}
