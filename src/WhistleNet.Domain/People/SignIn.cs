namespace WhistleNet.People;

/// <summary>One browser in which a person is signed in. It stands as long as its row does; the cookie carries its id.</summary>
public sealed class SignIn
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }

    /// <summary>The account's stamp that its cookie carries: where the account has another by now, the cookie opens nothing.</summary>
    public required string Stamp { get; set; }

    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When the person last proved who they are in this browser.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>Browser and system in a few words, where it says them.</summary>
    public string? Browser { get; set; }
    public string? Ip { get; set; }
}
