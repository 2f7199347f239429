using System.Xml.Linq;
using SopAsCode.Documents.Tests.Site;
using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Drawing;

public sealed class DrawingsOfTheirOwn
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_drawing_is_well_formed_and_brings_its_colours()
    {
        var drawing = XDocument.Parse(SopFlowchart.Svg(Examples.Sop("support-triage"))).Root!;

        Assert.Equal("Flow of Customer support triage", drawing.Element(Svg + "title")!.Value);
        Assert.Contains("--checkpoint:", drawing.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(".legend", drawing.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.Empty(drawing.Descendants(Svg + "a"));
        Assert.Equal(10, drawing.Descendants(Svg + "rect").Count(box => box.Attribute("class") is null));
    }

    [Fact]
    public void Its_steps_lead_to_a_page() => Assert.Equal(
        Enumerable.Range(1, 7).Select(step => $"support-triage.html#step-{step}"),
        XDocument.Parse(SopFlowchart.Svg(Examples.Sop("support-triage"), "support-triage.html")).Descendants(Svg + "a").Select(link => link.Attribute("href")!.Value));

    [Fact]
    public void Hostile_texts_stay_texts_in_it()
    {
        var drawing = XDocument.Parse(SopFlowchart.Svg(HostileTexts.Assembly.Sops.First(sop => sop.Id == "filled")));

        Assert.All(drawing.Descendants(), element => Assert.Contains(element.Name.LocalName, new[] { "svg", "title", "style", "defs", "marker", "path", "g", "rect", "text", "tspan" }));
        Assert.Contains("alert(1)", drawing.Root!.Element(Svg + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_idea_has_nothing_to_draw() => Assert.Throws<ArgumentException>(() => SopFlowchart.Svg(Examples.Sop("sort-receipts")));
}
