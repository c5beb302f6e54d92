namespace WhistleNet.Circles;

/// <summary>A step of the setup.</summary>
public enum SetupStep { Station, List, Columns, Circles, Sheets }

/// <summary>What somebody has in hand on the way from a spreadsheet to circles; nothing of it is stored until the end.</summary>
public sealed class SetupDraft
{
    public const int MostBytes = 8 * 1024 * 1024;

    public ListSheet? Sheet { get; private set; }
    public Dictionary<string, int> Columns { get; private set; } = [];
    public Datum Datum { get; set; }
    public bool Mend { get; set; }
    public string? Area { get; set; }
    public int Size { get; set; } = Arriving.UsualSize;

    /// <summary>As the columns are chosen; none until a name is among them.</summary>
    public ShopSheet? Read { get; private set; }
    public Brought? Looked { get; set; }

    public Arriving Arriving => new(Read?.Rows ?? [], Read?.Unplaced ?? [], Math.Clamp(Size, 2, 100));

    /// <summary>Reads a file away from the screen, so that thousands of rows freeze nothing.</summary>
    /// <returns>Why it is no list, or nothing.</returns>
    public async Task<string?> Open(byte[] bytes)
    {
        var (sheet, why) = await Task.Run(() => (ListSheet.Open(bytes, out var no), no));
        (Sheet, Columns, Looked, Mend) = (sheet, sheet is null ? [] : new(ShopColumns.Guess(sheet.Header)), null, false);
        await ReadAgain();
        return sheet is null ? why : null;
    }

    /// <summary>Ends when the list is read as the choices now stand.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    public Task ReadAgain() => Reading = ReadNow(++_asked);

    private int _asked;

    private async Task ReadNow(int asked)
    {
        Looked = null;
        if (Sheet is not { } sheet || !Columns.ContainsKey("name")) Read = null;
        else
        {
            var choice = new SheetChoice(new Dictionary<string, int>(Columns), Datum, Mend, ShopFields.Clean(Area ?? ""));
            var read = await Task.Run(() => ShopSheet.Read(sheet, choice));
            if (asked == _asked) Read = read; // one that was overtaken is of choices that stand no more
        }
    }
}
