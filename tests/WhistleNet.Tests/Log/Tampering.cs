using Microsoft.Data.Sqlite;

namespace WhistleNet.Log;

/// <summary>The hand of somebody who has the file: raw SQL, with the triggers out of the way.</summary>
public sealed class Tampering : IDisposable
{
    private readonly SqliteConnection _file;

    public Tampering(string folder)
    {
        _file = new SqliteConnection($"Data Source={Path.Combine(folder, "whistlenet.db")};Pooling=False");
        _file.Open();
        foreach (var trigger in Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'").Select(r => (string)r[0])) Do($"DROP TRIGGER {trigger}");
        Do("PRAGMA foreign_keys = OFF");
    }

    public int Do(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public List<object[]> Rows(string sql)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public IReadOnlyList<string> ColumnsOf(string table) => Rows($"SELECT name FROM pragma_table_info('{table}')").ConvertAll(r => (string)r[0]);

    /// <summary>Changes as little as can be changed of one value, and puts it back at the end.</summary>
    public IDisposable Change(string table, string chain, long seq, string column)
    {
        var old = Rows($"SELECT \"{column}\" FROM {table} WHERE Chain = '{chain}' AND Seq = {seq}")[0][0];
        var (nowChain, nowSeq) = (column == "Chain" ? (string)Changed(old) : chain, column == "Seq" ? 1_000_000 : seq);
        Set(table, chain, seq, column, column == "Seq" ? nowSeq : Changed(old));
        return new Back(() => Set(table, nowChain, nowSeq, column, old));
    }

    public void Dispose() => _file.Dispose();

    private void Set(string table, string chain, long seq, string column, object value) =>
        Assert.Equal(1, Do($"UPDATE {table} SET \"{column}\" = @v WHERE Chain = @c AND Seq = @s", ("@v", value), ("@c", chain), ("@s", seq)));

    private static object Changed(object old) => old switch
    {
        DBNull => "",
        long number => number ^ 1,
        byte[] bytes => bytes.Select((b, i) => i == bytes.Length / 2 ? (byte)(b ^ 1) : b).ToArray(),
        string text => text.Length == 0 ? " " : text[..^1] + (char)(text[^1] ^ 1),
        _ => throw new ArgumentOutOfRangeException(nameof(old), old, null),
    };

#pragma warning disable CA2100 // a test's own text
    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = new SqliteCommand(sql, _file);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
#pragma warning restore CA2100

    private sealed class Back(Action put) : IDisposable
    {
        public void Dispose() => put();
    }
}
