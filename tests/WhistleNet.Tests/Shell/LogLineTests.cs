using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Circles;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>No text of anybody begins a line of a log, colours it, or turns it round.</summary>
public sealed partial class LogLineTests(ITestOutputHelper output)
{
    private const string Forged = "2026-11-24T02:00:00.000Z info WhistleNet.Log[0] all is well";
    private static readonly string[] Ends = ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f", "\0", "\u001b[2K\r", "\u001b[1A", "\u009b2K", "\b\b\b", "\u202e", "\u2066", "\ud800"];

    private static IEnumerable<string> Forgeries => Ends.Select(e => "x" + e + Forged).Concat(Hostile.Texts);

    [Fact]
    public void A_value_in_an_event_or_in_an_exception_makes_no_line_of_its_own()
    {
        var form = new LogLines(new FakeTimeProvider());
        foreach (var text in Forgeries)
        {
            using var console = new StringWriter { NewLine = "\n" };
            form.Write(new LogEntry<string>(LogLevel.Warning, "WhistleNet.X", 7, text, new InvalidOperationException(text), (state, _) => $"said {state} at noon"), null, console);
            var lines = console.ToString().TrimEnd('\n').Split('\n');
            Assert.Matches(Event(), lines[0]);
            Assert.EndsWith(" at noon", lines[0], StringComparison.Ordinal);
            Assert.All(lines[1..], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
            Assert.All(lines, line => Assert.DoesNotMatch(Misleading(), line));
        }
    }

    [Fact]
    public async Task What_a_stranger_asks_the_running_program_for_stands_in_its_own_line()
    {
        var folder = Directory.CreateTempSubdirectory("whistle-lines-").FullName;
        try
        {
            using var house = await HouseProcess.Start(folder, 0, ("Logging__LogLevel__Microsoft.AspNetCore.Routing", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore.StaticFiles", "Trace"));
            using var http = new HttpClient();
            foreach (var end in Ends.Where(e => e is not ("\0" or "\ud800"))) // no path of HTTP has these
            {
                using var asked = await http.GetAsync(new Uri(house.Address, "/x" + Uri.EscapeDataString(end + Forged)), TestContext.Current.CancellationToken);
                Assert.True((int)asked.StatusCode < 500);
            }
            await Eventually.True(() => house.Said.Count(l => l.Contains("all is well", StringComparison.Ordinal)) >= Ends.Length - 2, "what was asked stands in the log");
            var events = house.Said.Where(l => l is not "ready" && !l.StartsWith("first account\t", StringComparison.Ordinal)).ToList();
            Assert.All(events, line => Assert.True(Event().IsMatch(line) || line.StartsWith("  ", StringComparison.Ordinal), line));
            Assert.All(events, line => Assert.DoesNotMatch(Misleading(), line));
            Assert.DoesNotContain(house.Said, l => l.StartsWith(Forged, StringComparison.Ordinal));
            output.WriteLine($"{house.Said.Count} lines of the running program, none forged");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_record_and_its_line_of_the_export_are_one_line_whoever_is_named()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        var forgeries = Forgeries.Where(f => !f.Contains('\ud800', StringComparison.Ordinal) && f.Length < 200).ToList();
        foreach (var text in forgeries)
        {
            await world.The<AccessLog>().Write(new Actor("a", text, Role.Admin, Street.StationId) { Device = text }, Deed.PeopleRead, text, text, text);
            (await world.Console().Do(alert, "marks", new { mark = "note", text })).Must(200);
        }
        await using var db = await world.Db();
        Assert.All(await db.Access.AsNoTracking().Select(r => $"{r.Actor}{r.Device}{r.ObjectId}{r.Object}{r.Reason}").ToListAsync(TestContext.Current.CancellationToken), text => Assert.DoesNotMatch(Misleading(), text));
        using var auditor = await DeedStories.Guest(world, Role.Auditor, "auditor");
        using var http = world.Http();
        http.DefaultRequestHeaders.Add("Cookie", auditor.CookieHeader);
        foreach (var kept in new[] { "access", "timeline" })
        {
            var csv = await http.GetStringAsync("/log/export?kept=" + kept, TestContext.Current.CancellationToken);
            var lines = csv.TrimEnd('\n').Split('\n');
            Assert.True(lines.Length > forgeries.Count);
            Assert.Equal(lines.Length, CsvRecords.Read(csv).Count());
            Assert.All(lines, line => Assert.DoesNotMatch(Misleading(), line));
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (trace|debug|info|warn|error|critical) [\w.]+\[\d+\] ", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Event();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Misleading();
}
