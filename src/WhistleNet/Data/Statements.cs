using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace WhistleNet.Data;

/// <summary>
/// What the alert path says to the database again and again: each sentence is prepared once and kept as long as its context. EF makes a
/// command for each time it says something, and SQLite then reads the same sentence anew: an eighth of a press.
/// </summary>
internal sealed class Statements(WhistleDb db) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _said = [];
    private readonly Dictionary<string, IDisposable> _kept = [];
    private readonly Dictionary<Type, Columns> _inserts = [];

    /// <summary>Runs a sentence; what stands in braces becomes a parameter.</summary>
    public async Task<int> Execute(FormattableString sql, CancellationToken cancel) => await Prepare(sql.Format, sql.GetArguments()).ExecuteNonQueryAsync(cancel);

    /// <summary>The rows that a sentence gives.</summary>
    public async Task<List<T>> Query<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var reader = await Prepare(sql.Format, sql.GetArguments()).ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Inserts a row as EF maps it, untracked.</summary>
    public async Task Insert<T>(T row, CancellationToken cancel) where T : class
    {
        if (!_inserts.TryGetValue(typeof(T), out var columns)) _inserts[typeof(T)] = columns = Columns.Of(db.Model.FindEntityType(typeof(T))!);
        await Prepare(columns.Sql, columns.Of(row)).ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A sentence in the provider's own form, kept as long as <paramref name="holds"/> says that it is of this line.</summary>
    public T Kept<T>(string sql, Func<T, bool> holds, Func<T> make) where T : class, IDisposable
    {
        if (_kept.TryGetValue(sql, out var known) && known is T said)
        {
            if (holds(said)) return said;
            said.Dispose();
        }
        var made = make();
        _kept[sql] = made;
        return made;
    }

    public void Dispose()
    {
        foreach (var sentence in _said.Values.Concat(_kept.Values)) sentence.Dispose();
        _said.Clear();
        _kept.Clear();
    }

    private DbCommand Prepare(string format, object?[] values)
    {
        if (!_said.TryGetValue(format, out var command)) _said[format] = command = New(format, values.Length);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private DbCommand New(string format, int values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        var names = Enumerable.Range(0, values).Select(i => "@p" + i).ToArray();
#pragma warning disable CA2100 // the format is a constant of this program or names of mapped columns; every value is a parameter
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, [.. names]);
#pragma warning restore CA2100
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private sealed record Columns(string Sql, IReadOnlyList<Func<object, object?>> Values)
    {
        public static Columns Of(IEntityType type)
        {
            var properties = type.GetProperties().ToList();
            return new($"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"{{{i}}}"))})",
                [.. properties.Select(Value)]);
        }

        public object?[] Of(object row) => [.. Values.Select(value => value(row))];

        private static Func<object, object?> Value(IProperty property)
        {
            var (get, stored) = (property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider);
            return row => get.GetClrValue(row) is not { } value ? null : stored is null ? value : stored(value);
        }
    }
}
