using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WhistleNet.Data;

/// <summary>How <c>dotnet ef</c> sees the model: without a database, and with passkeys in it.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteWhistleDb>
{
    public SqliteWhistleDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteWhistleDb>()
        .UseSqlite("Data Source=:memory:")
        .UseApplicationServiceProvider(new ServiceCollection()
            .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider())
        .Options);
}
