using MudBlazor;

namespace WhistleNet.Shell;

/// <summary>MudBlazor in the house's colours: red and violet stay with alerts and drills alone, and every text keeps its contrast.</summary>
public static class ConsoleTheme
{
    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1b4f8f", Secondary = "#3a4453", Tertiary = "#3a4453", Info = "#1b4f8f", Success = "#1b6a3b", Warning = "#7a4b00", Error = "#8a0d16",
            Background = "#f3f0e8", Surface = "#fffdf9", TextPrimary = "#1b1e23", TextSecondary = "#50555d", ActionDefault = "#50555d",
            AppbarBackground = "#23272e", LinesDefault = "#d3ccbc", LinesInputs = "#50555d", TableLines = "#d3ccbc",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = ["inherit"], FontSize = "1rem" } },
    };
}
