using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhistleNet.Bench;

/// <summary>One figure beside what was promised.</summary>
/// <param name="Value">What is compared with the goal: a ratio, or a number of its own.</param>
/// <param name="Baseline">What it is divided by, over the rounds.</param>
/// <param name="AtLeast">Whether more is better.</param>
public sealed record Row(string Id, string What, double? Value, double? Goal, double? Beyond, string? Unit = null,
    Figure? Ours = null, Figure? Baseline = null, bool AtLeast = false, string? Note = null)
{
    public string Verdict => Value is not { } value || double.IsNaN(value) ? "skipped"
        : Goal is not { } goal ? "told" : Reaches(value, Beyond) ? "beyond" : Reaches(value, goal) ? "pass" : "missed";

    private bool Reaches(double value, double? mark) => mark is { } at && (AtLeast ? value >= at : value <= at);
}

/// <summary>All rows, for people and as <c>bench.json</c>.</summary>
public sealed record Table(string Date, string Machine, string Sizes, IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Json() => JsonSerializer.Serialize(this, Format);

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Date} · {Machine} · {Sizes}");
        text.AppendLine("| id | what | ours: median (least to most) | baseline | reached | goal | beyond | |").AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Id} | {row.What} | {Spread(row.Ours, row.Unit)} | {Spread(row.Baseline, row.Unit)} | {Short(row.Value)} | {Short(row.Goal)} | {Short(row.Beyond)} | {row.Verdict}{(row.Note is { } note ? $": {note}" : "")} |");
        }
        return text.ToString();
    }

    private static string Spread(Figure? figure, string? unit) => figure is null ? "" : $"{Short(figure.Median)} ({Short(figure.Least)} to {Short(figure.Most)}){(unit is null ? "" : " " + unit)}";

    private static string Short(double? number) => number is not { } n ? "" : n.ToString(Math.Abs(n) < 10 ? "0.00" : Math.Abs(n) < 1_000 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
