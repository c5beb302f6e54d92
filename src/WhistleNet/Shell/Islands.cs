using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace WhistleNet.Shell;

/// <summary>
/// Data that a page prints for its script: inert JSON in the document. The encoder escapes every character that could end the element
/// or open another, so that a shop's name stays a name.
/// </summary>
public static class Islands
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(string id, object data) => $"<script type=\"application/json\" id=\"{id}\">{JsonSerializer.Serialize(data, Json)}</script>";
}
