namespace WhistleNet.Live;

/// <summary>What a client hears; a misspelt message does not compile.</summary>
public interface IWhistleClient
{
    Task Board(Board board);

    Task News(News news);

    /// <summary>To station clients alone.</summary>
    Task Notices(NoticesNews notices);

    /// <summary>A drill that concerns the client began, sounded for the first time, ended, or was told to be one.</summary>
    Task Drill(DrillNews drill);

    /// <summary>Something that the client's part is told by the scenario of a running drill.</summary>
    Task Inject(InjectNews inject);

    /// <summary>The credential was revoked; the connection ends.</summary>
    Task Revoked();
}
