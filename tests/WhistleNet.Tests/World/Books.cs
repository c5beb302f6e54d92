using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>A real SQLite file with its one writer, and a hand on the commits: they can be held up, made to fail, and counted.</summary>
public sealed class Books : IDbContextFactory<WhistleDb>, IAsyncDisposable
{
    private static readonly ServiceProvider Passkeys = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    private readonly CommitGate _gate = new();
    private AlertWriter? _writer;

    public string Folder { get; } = Directory.CreateTempSubdirectory("whistle-").FullName;
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    public AlertFeed Feed { get; } = new(NullLogger<AlertFeed>.Instance);
    public AlertWriter Writer => _writer!;
    public int Commits => _gate.Commits;

    public static async Task<Books> Open()
    {
        var books = new Books();
        await using (var db = books.CreateDbContext()) await Schema.Migrate(db, books.Folder);
        books._writer = new AlertWriter(books, books.Feed, new Log.Node(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()), new Reserve(books.Folder, NullLogger<Reserve>.Instance), books.Time, NullLogger<AlertWriter>.Instance);
        await books.Writer.StartAsync(default);
        books._gate.Watch = true;
        return books;
    }

    public static Books Closed() => new();

    /// <summary>A database in one file, with the schema and nothing in it.</summary>
    public static async Task MakeEmpty(string folder)
    {
        await using (var db = Make(folder)) await Schema.Migrate(db, folder);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the last to leave folds the log into the file
    }

    public WhistleDb CreateDbContext() => Make(Folder, _gate);

    /// <summary>From now on commits wait until the returned hand lets go.</summary>
    public IDisposable HoldCommits() => _gate.Hold();

    /// <summary>The next commit fails, as on a full disk.</summary>
    public void BreakTheNextCommit() => _gate.Break = true;

    public Task<bool> Stuck => _gate.Stuck;

    /// <summary>An alert with a notice for each of these devices.</summary>
    public Task<Alert> Raise(string shop = "shop", params string[] devices) => Writer.Write(async w =>
    {
        var alert = NewAlert(shop, w.Now);
        w.Db.Alerts.Add(alert);
        await w.Db.SaveChangesAsync();
        var notices = devices.Select(d => new Notice { Id = Ids.New(), AlertId = alert.Id, StationId = "station", To = To.Shop, ShopId = "s" + d, DeviceId = d, Name = d, At = w.Now }).ToList();
        await w.Db.Dialect.InsertNotices(w.Db, notices, default);
        w.Announce(alert, notices, notices);
        return alert;
    });

    public static Alert NewAlert(string shop, DateTimeOffset now) => Alert.Raise(
        new Whistle(Ids.New(), "station", "circle", shop, Mode.Real, Kind.Unspecified, false, 3), new Actor("d", "n", Role.Device, "station", shop), now, Clocks.Default, null);

    public async Task<Notice> NoticeOf(string alertId, string device)
    {
        await using var db = CreateDbContext();
        return await db.Notices.AsNoTracking().SingleAsync(n => n.AlertId == alertId && n.DeviceId == device);
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.StopAsync(default);
        _writer?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    public static SqliteWhistleDb Make(string folder, params IInterceptor[] interceptors) => new(new DbContextOptionsBuilder<SqliteWhistleDb>()
        .UseSqlite($"Data Source={Path.Combine(folder, "whistlenet.db")}").UseApplicationServiceProvider(Passkeys).AddInterceptors(interceptors).Options);

    private sealed class CommitGate : DbTransactionInterceptor
    {
        private volatile TaskCompletionSource? _held;
        private TaskCompletionSource<bool> _stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _commits;

        public bool Watch { get; set; }
        public bool Break { get; set; }
        public int Commits => Volatile.Read(ref _commits);
        public Task<bool> Stuck => _stuck.Task;

        public IDisposable Hold()
        {
            _stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Hand(this, _held = new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!Watch) return result;
            if (_held is { } held)
            {
                _stuck.TrySetResult(true);
                await held.Task;
            }
            if (Break)
            {
                Break = false;
                throw new IOException("disk full");
            }
            Interlocked.Increment(ref _commits);
            return result;
        }

        private sealed class Hand(CommitGate gate, TaskCompletionSource held) : IDisposable
        {
            public void Dispose()
            {
                gate._held = null;
                held.TrySetResult();
            }
        }
    }
}
