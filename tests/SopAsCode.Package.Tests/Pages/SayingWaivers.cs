using SopAsCode.Build;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class SayingWaivers : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Fact]
    public void Each_waiver_is_said_with_who_allows_it_and_until_when()
    {
        _project.Compile("""
            using SopAsCode;
            namespace Shop
            {
                public class Roles { public class Founder { } }

                [Waive("SOP0701", Because = "Too small\n  to measure {0}", By = typeof(Roles.Founder), Until = "2027-01-31")]
                public class CheckPrices
                {
                    [Waive("SOP0305", Because = "One person", By = typeof(string), Until = "2027-02-28"), Waive("SOP0302", Because = "Notes", By = typeof(string), Until = "2027-02-28")]
                    public void Compare() { }
                }
            }
            """);

        Assert.Equal(
            [
                "SOP0701 is waived in CheckPrices until 2027-01-31, by Founder: Too small to measure {0}",
                "SOP0302 is waived in CheckPrices.Compare until 2027-02-28, by String: Notes",
                "SOP0305 is waived in CheckPrices.Compare until 2027-02-28, by String: One person",
            ],
            Said());
    }

    [Theory]
    [InlineData("[Waive(\"SOP0701\")]")]
    [InlineData("[Waive(\"SOP0701\", Because = null, By = null, Until = null)]")]
    [InlineData("[Waive(\"SOP0701\", Because = \" \", By = typeof(string), Until = \"2027-01-31\")]")]
    [InlineData("[Elsewhere.Waive(\"SOP0701\", Because = \"Why\", Until = \"2027-01-31\")]")]
    public void What_waives_nothing_is_not_said(string attribute)
    {
        _project.Compile($$"""
            using SopAsCode;
            {{attribute}} class Triage;
            namespace Elsewhere { class WaiveAttribute(string rule) : System.Attribute { public string Because { get; set; } public string Until { get; set; } } }
            """);

        Assert.Empty(Said());
    }

    [Fact]
    public void A_file_that_is_no_assembly_stops_no_build()
    {
        _project.Folder.Write("obj/Shop.dll", "text");

        Assert.StartsWith("The waivers of obj/Shop.dll can't be read: ", Assert.Single(Said()), StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();

    private List<string?> Said()
    {
        var engine = new RecordingEngine();
        Assert.True(new SaySopWaivers { BuildEngine = engine, Assembly = "obj/Shop.dll", ProjectDirectory = _project.Folder.Path }.Execute());
        return engine.Messages;
    }
}
