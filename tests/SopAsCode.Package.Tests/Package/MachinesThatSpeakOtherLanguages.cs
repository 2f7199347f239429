namespace SopAsCode.Package.Tests.Package;

/// <summary>The compiler runs in the language of the machine; pages and findings stay the same.</summary>
[Collection(PackageCollection.Name)]
public sealed class MachinesThatSpeakOtherLanguages(LocalFeed feed)
{
    private const string Page = "docs/sops/receive-parcel.md";

    private static readonly Dictionary<string, string>[] Machines =
    [
        new() { ["LC_ALL"] = "C" },
        new() { ["LC_ALL"] = "tr_TR.UTF-8" },
        new() { ["LC_ALL"] = "de_DE.UTF-8" },
        new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
    ];

    [Fact]
    public void Pages_and_findings_are_the_same_and_every_part_of_the_package_is_loaded()
    {
        using var project = new OutsideProject(feed);
        var folder = project.Folder;
        folder.Write("ReceiveParcel.cs", """
            using SopAsCode;

            [Sop("Receive a parcel"), Owner<SupportLead>]
            [Metric(Measure.CycleTime, Baseline = 2, Target = 1, Unit = "days")]
            public sealed partial class ReceiveParcel : Sop
            {
                [WaitFor("Wait for the parcel")]
                [After(Days = 1, Hours = 4)]
                public partial Task Wait();

                [Checkpoint<SupportLead>("Look inside")]
                [OnReject(nameof(Wait), AtMost = 2)]
                public partial Task Look();
            }
            """);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SOP0407.severity = warning\n");
        project.Build("-p:SopProfile=none").Succeeded();
        var page = folder.Read(Page);
        Assert.Contains("Wait 1 day 4 hours", page, StringComparison.Ordinal);
        Assert.Contains("the first two times", page, StringComparison.Ordinal);

        List<string> said = [];
        foreach (var machine in Machines)
        {
            File.Delete(folder.PathOf(Page));
            var build = project.RebuildUnder(machine, "--no-incremental", "-p:SopProfile=recommended").Succeeded();

            Assert.Equal(page, folder.Read(Page));
            Assert.DoesNotMatch("CS8785|CS9057|AD0001|CS8032|CS8034", build.Output);
            said.Add(string.Join('\n', build.Findings("warning SOP").Order(StringComparer.Ordinal)));
        }

        Assert.Contains("may take 1 day 4 hours", said[0], StringComparison.Ordinal);
        Assert.All(said, findings => Assert.Equal(said[0], findings));
    }
}
