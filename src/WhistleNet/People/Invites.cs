namespace WhistleNet.People;

/// <summary>The one-time link by which an invited person chooses how to sign in. It ends with its first use: the account's stamp moves.</summary>
public static class Invites
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
}
