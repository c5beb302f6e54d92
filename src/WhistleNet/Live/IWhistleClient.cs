namespace WhistleNet.Live;

/// <summary>What a client hears; a misspelt message does not compile.</summary>
public interface IWhistleClient
{
    Task Board(Board board);

    Task News(News news);

    /// <summary>To station clients alone.</summary>
    Task Notices(NoticesNews notices);

    /// <summary>The credential was revoked; the connection ends.</summary>
    Task Revoked();
}
