namespace SopAsCode.Package.Tests.Package;

/// <summary>The lock file from the first line to a raised version, in a project that has the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class LockFileOfAProject(LocalFeed feed)
{
    private const string Lock = "Sops.lock.txt";
    private const string Sop = "RefundCustomer.cs";

    [Fact]
    public void Only_the_target_writes_it_and_only_what_rose()
    {
        using var project = new OutsideProject(feed);
        var folder = project.Folder;
        Edit("[Owner<SupportLead>]", "[Owner<SupportLead>]\n[Change(\"1.0.0\", \"2026-09-14\", \"First version\")]");

        // A build makes none.
        Assert.Empty(project.Build().Succeeded().Findings("warning SOP0804"));
        Assert.False(folder.Has(Lock));

        // The target does, and a build leaves it as it is.
        project.Rebuild("-t:UpdateSopLock").Succeeded();
        var first = folder.Read(Lock);
        Assert.Matches("\nrefund-customer 1\\.0\\.0 2026-09-14 [0-9a-f]{16}\n$", first);
        Assert.Empty(project.Rebuild().Succeeded().Findings("warning SOP0804"));

        // A change under the old version is flagged, and neither a build nor the target covers it up.
        Edit("[HumanStep<Support>(\"Pay", "[HumanStep<SupportLead>(\"Pay");
        Assert.Single(project.Rebuild().Succeeded().Findings("warning SOP0804"));
        Assert.Single(project.Rebuild("-t:UpdateSopLock").Succeeded().Findings("warning SOP1210"));
        Assert.Equal(first, folder.Read(Lock));

        // With a higher version it is silent, and the line follows when it is asked to.
        Edit("[Change(\"1.0.0\"", "[Change(\"1.0.1\", \"2026-10-14\", \"The lead pays\")]\n[Change(\"1.0.0\"");
        Assert.Empty(project.Rebuild().Succeeded().Findings("warning SOP0804"));
        Assert.Equal(first, folder.Read(Lock));
        project.Rebuild("-t:UpdateSopLock").Succeeded();
        Assert.Matches("\nrefund-customer 1\\.0\\.1 2026-10-14 [0-9a-f]{16}\n$", folder.Read(Lock));

        void Edit(string before, string after)
        {
            Assert.Contains(before, folder.Read(Sop), StringComparison.Ordinal);
            folder.Write(Sop, folder.Read(Sop).Replace(before, after, StringComparison.Ordinal));
        }
    }
}
