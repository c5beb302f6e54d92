using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WhistleNet.Data;

/// <summary>
/// A sentence that SQLite hears again and again, with other values each time, spoken to it directly: a command for each of fifty rows costs
/// more than the rows, and so does one that takes them out of JSON.
/// </summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly sqlite3 _line;
    private readonly sqlite3_stmt _sentence;

    /// <param name="line">An open connection; whoever closes it disposes of this first.</param>
    public SqliteRows(SqliteConnection line, string sql)
    {
        _line = line.Handle!;
        Check(raw.sqlite3_prepare_v3(_line, sql, raw.SQLITE_PREPARE_PERSISTENT, out _sentence));
    }

    /// <summary>Whether it was made for this line; one that was closed and opened is another.</summary>
    public bool IsOf(SqliteConnection line) => ReferenceEquals(line.Handle, _line);

    /// <summary>Gives the value at this place, from 1; it stays until another is given.</summary>
    public SqliteRows Set(int place, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_sentence, place) : raw.sqlite3_bind_text(_sentence, place, value));
        return this;
    }

    public SqliteRows Set(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_sentence, place, value));
        return this;
    }

    public SqliteRows Set(int place, double? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_double(_sentence, place, number) : raw.sqlite3_bind_null(_sentence, place));
        return this;
    }

    /// <summary>Says it once, and reads what it gives.</summary>
    public void Say(Action? read = null)
    {
        try
        {
            int said;
            while ((said = raw.sqlite3_step(_sentence)) == raw.SQLITE_ROW) read?.Invoke();
            if (said != raw.SQLITE_DONE) Check(said);
        }
        finally
        {
            raw.sqlite3_reset(_sentence); // what went wrong was told by the step
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_sentence, column) == raw.SQLITE_NULL;
    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_sentence, column).utf8_to_string();
    public long Long(int column) => raw.sqlite3_column_int64(_sentence, column);
    public double? Number(int column) => IsNull(column) ? null : raw.sqlite3_column_double(_sentence, column);

    public void Dispose() => _sentence.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _line);
}
