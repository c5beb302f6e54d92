namespace WhistleNet.Alerts;

/// <summary>Why somebody gets no answer about a thing at all.</summary>
public enum Denied { NotFound, Forbidden }

/// <summary>What a desk answers: the thing as it stands, and why it was refused if it was. Bugs are exceptions; this is not one.</summary>
public sealed record Ruling<T>(T? Value, Refusal? Refusal = null, Denied? Denied = null) where T : class
{
    public bool Done => Refusal is null && Denied is null;

    public static readonly Ruling<T> NotFound = new(null, Denied: Alerts.Denied.NotFound);
    public static readonly Ruling<T> Forbidden = new(null, Denied: Alerts.Denied.Forbidden);
}
