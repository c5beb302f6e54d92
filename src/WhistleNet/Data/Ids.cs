namespace WhistleNet.Data;

/// <summary>Ids of rows: time-ordered UUIDs as 32 hex digits, strings from database to wire.</summary>
public static class Ids
{
    public static string New() => Guid.CreateVersion7().ToString("N");
}
