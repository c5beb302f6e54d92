using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WhistleNet.Data;

/// <summary>The embedded default: one file, WAL, synchronous FULL.</summary>
public sealed class SqliteWhistleDb(DbContextOptions<SqliteWhistleDb> options) : WhistleDb(options)
{
    public override Dialect Dialect => SqliteDialect.Instance;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>(); // SQLite cannot order a DateTimeOffset
    }
}

/// <summary>UTC ticks: ordered, and exact.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(t => t.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));
