using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

public static class DataSetup
{
    /// <summary>The database and its one writer. <c>WhistleNet:DataDir</c> says where the embedded one lives.</summary>
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString("WhistleNet") ?? new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(Folder(builder.Configuration), "whistlenet.db"),
            DefaultTimeout = 30, // another verb may hold the file for a moment; a press waits rather than fails
        }.ToString();
        builder.Services.AddDbContextFactory<SqliteWhistleDb>(db => db.UseSqlite(connection).AddInterceptors(SqliteWait.Instance));
        builder.Services.AddSingleton<IDbContextFactory<WhistleDb>, Factory>();
        builder.Services.AddScoped<WhistleDb>(services => services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContext()); // for Identity alone
        builder.Services.AddSingleton(s => ActivatorUtilities.CreateInstance<Reserve>(s, Folder(builder.Configuration)));
        builder.Services.AddSingleton<AlertWriter>().AddHostedService(services => services.GetRequiredService<AlertWriter>()).AddHostedService<Folding>();
        builder.Services.AddDataProtection().SetApplicationName("WhistleNet").PersistKeysToDbContext<WhistleDb>();
        // The same switch at design time: Identity would silently build a schema without passkeys.
        builder.Services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        return builder;
    }

    /// <summary>The data folder, as a full path.</summary>
    public static string Folder(IConfiguration configuration) => Path.GetFullPath(configuration["WhistleNet:DataDir"] ?? "data");

    private sealed class Factory(IDbContextFactory<SqliteWhistleDb> sqlite) : IDbContextFactory<WhistleDb>
    {
        public WhistleDb CreateDbContext() => sqlite.CreateDbContext();
    }
}
