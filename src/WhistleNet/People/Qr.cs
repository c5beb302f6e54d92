using System.Globalization;
using System.Text;
using QRCoder;

namespace WhistleNet.People;

/// <summary>QR codes as one SVG path: two kilobytes where a square for each module would be sixty, so that a whole market prints.</summary>
public static class Qr
{
    private const int Quiet = 4; // modules of white around it, which readers need

    public static string Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix; // with its quiet zone
        var size = modules.Count;
        var path = new StringBuilder();
        for (var y = Quiet; y < size - Quiet; y++)
        {
            for (var x = Quiet; x < size - Quiet; x++)
            {
                if (!modules[y][x]) continue;
                var from = x;
                while (x < size - Quiet && modules[y][x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
            }
        }
        return $"""<svg class="qr" data-testid="qr" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>""";
    }
}
