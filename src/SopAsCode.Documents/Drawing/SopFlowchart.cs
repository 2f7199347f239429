using SopAsCode.Definitions;
using SopAsCode.Documents.Drawing;
using SopAsCode.Documents.Site;

namespace SopAsCode.Documents;

/// <summary>The flowchart of an SOP as a drawing of its own.</summary>
public static class SopFlowchart
{
    /// <summary>Draws the flow as SVG, with its colours for light and dark.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="page">The page that the steps link to; without it they link to nothing.</param>
    /// <returns>The drawing: well-formed XML, the same for the same SOP.</returns>
    /// <exception cref="ArgumentException">The SOP has no steps.</exception>
    public static string Svg(SopDefinition sop, string? page = null)
    {
        ArgumentNullException.ThrowIfNull(sop);
        if (sop.Steps.Count == 0)
        {
            throw new ArgumentException($"'{sop.Title}' has no steps to draw.", nameof(sop));
        }

        var chart = FlowChart.Of(sop, page ?? "");
        return ChartSvg.Draw(page is null ? chart with { Boxes = [.. chart.Boxes.Select(box => box with { Link = null })] } : chart, "flow", SiteAssets.ChartStyle).Text + "\n";
    }
}
