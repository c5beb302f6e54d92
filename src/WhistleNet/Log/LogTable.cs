namespace WhistleNet.Log;

/// <summary>Where rows of the log stand, and which of their columns stay and which may be masked; in the order in which they are hashed.</summary>
/// <param name="Tells">The column that tells a person which row it is.</param>
public sealed record LogTable(string Name, string Tells, string[] Plain, string[] Personal)
{
    public static readonly LogTable Lines = new("AlertLines", "AlertId", ["At", "What", "AlertId", "WhoId", "StationOnly"], ["Who", "Text"]);

    public static readonly LogTable Drills = new("DrillLines", "DrillId", ["At", "What", "DrillId", "WhoId"], ["Who", "Text"]);

    public static readonly LogTable Access = new("AccessRecords", "What",
        ["At", "What", "Result", "ActorId", "Roles", "StationId", "ObjectId"], ["Actor", "Device", "Ip", "Object", "Reason"]);

    public static readonly LogTable Heads = new("ChainHeads", "Of", ["At", "Of", "OfSeq", "OfHash"], []);

    /// <summary>The heads come first: what they say was there when the rows are read after them.</summary>
    public static readonly IReadOnlyList<LogTable> All = [Heads, Lines, Drills, Access];
}
