using System.Text.RegularExpressions;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>What the command line does for a project with the package: a build prints the waivers, and <c>dotnet format</c> makes no claim in anybody's name.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class ClaimsAndWaivers(LocalFeed feed)
{
    private const string Sop = """
        using SopAsCode;

        [assembly: Grant<Gaps.RefundByAi, Gaps.Bank>(Impact.Money, By = typeof(SupportLead), On = "2026-11-02", Because = "Counted each day")]

        namespace Gaps;

        [Sop("Refund a customer by AI")]
        [Waive("SOP0701", Because = "Counted from March on", By = typeof(SupportLead), Until = "2027-01-31")]
        [Backup<SupportLead>]
        public sealed partial class RefundByAi : Sop<RefundRequest>
        {
            [AiStep<Clerk>("Decide the amount")]
            public partial Task<Refund> Decide(RefundRequest request);

            [AutomatedStep("Pay it")]
            [Writes<Bank>]
            public Task Pay(Refund refund) => Task.CompletedTask;

            [WaitFor("Wait for the bank")]
            public partial Task Confirm();
        }

        public sealed class Clerk : Agent;

        [Touches(Impact.Money)]
        public sealed class Bank : Tool;
        """;

    [Fact]
    public void Waivers_are_printed_and_formatting_makes_no_claim()
    {
        using var project = new OutsideProject(feed);
        project.Folder.Write("Gaps.cs", Sop);
        var build = project.Build("-v:m", "-p:SopProfile=none", "-p:SopDocsDirectory=");
        build.Succeeded();
        Assert.Contains("SOP0701 is waived in RefundByAi until 2027-01-31, by SupportLead: Counted from March on", build.Output, StringComparison.Ordinal);

        Dotnet.Run(project.Folder.Path, feed.Packages, "format", "analyzers", "Shop.csproj", "--severity", "info", "--no-restore");
        var after = project.Folder.Read("Gaps.cs");

        Assert.NotEqual(Sop, after);
        Assert.False(File.Exists(project.Folder.PathOf("Grants.cs")), "A grant was written.");
        Assert.DoesNotContain("<Compile", project.Folder.Read("Shop.csproj"), StringComparison.Ordinal);
        Assert.All(after.Split('\n').Select(line => line.TrimEnd()).Except(Sop.Split('\n').Select(line => line.TrimEnd()), StringComparer.Ordinal), line => Assert.Matches(Harmless(), line));
    }

    // What is to be filled in, and what follows from the code: the prompt from the step, what can be counted, and the impact from the tool.
    [GeneratedRegex("""^\s*(\[\w+\(("TODO"(, )?|\w+ = "TODO"(, )?)+\)\]|\[Link\("Bank", "TODO"\)\]|\[Prompt\(".*"\)\]|\[Metric\(Measure\.\w+(, Unit = "[^"]+")?\)\]|\[Writes<Bank>\(Impact\.Money\)\])$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Harmless();
}
