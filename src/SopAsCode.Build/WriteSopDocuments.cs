using Microsoft.Build.Framework;

namespace SopAsCode.Build;

/// <summary>
/// Writes the page of each SOP of a compiled assembly into a folder. It changes only pages that differ, and removes only pages
/// that it wrote itself. When verifying, it reports differences and writes nothing.
/// </summary>
public sealed class WriteSopDocuments : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly. It is read but never loaded.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The full path of the project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The folder of the pages, from the project's folder.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>The file that records which pages were written, as a path from the project's folder.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Only compare: each difference is an error, and nothing is written.</summary>
    public bool Verify { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var findings = new PageFindings(Log, ProjectDirectory);
        try
        {
            var sops = SummaryReader.Read(Full(Assembly));
            findings.Newer(sops.Skipped);
            var pages = Pages(sops, findings);
            if (!Log.HasLoggedErrors)
            {
                Bring(sops, pages, findings);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            findings.Unreadable(Folder, e.Message, Verify);
        }

        return !Log.HasLoggedErrors;
    }

    private void Bring(AssemblySops sops, IReadOnlyList<SopPage> pages, PageFindings findings)
    {
        var folder = new PageFolder(Folder);
        var manifest = PageManifest.Read(Full(Manifest), ProjectDirectory);
        var plan = PagePlan.Make(pages, folder, manifest, sops);
        if (Verify)
        {
            findings.Verify(plan, folder);
            findings.DeadLinks(pages, folder, verify: true);
            return;
        }

        var writing = new PageWriting(folder, manifest);
        writing.CarryOut(plan);
        findings.Left(plan, folder);
        findings.Failed(folder, writing.Failures);
        findings.DeadLinks(pages, folder, verify: false);
        if (sops.Sops.Count == 0 && plan.Removable.Count == 0)
        {
            return;
        }

        var written = plan.Missing.Count + plan.Stale.Count;
        Log.LogMessage(
            written + plan.Removable.Count > 0 ? MessageImportance.High : MessageImportance.Normal,
            "SOP pages in {0}: {1} written, {2} removed, {3} unchanged.{4}",
            folder.Path,
            written,
            plan.Removable.Count,
            plan.Unchanged.Count,
            sops.Catalogue is { } catalogue ? $" All SOPs in code: {catalogue}.Instance." : "");
    }

    private static List<SopPage> Pages(AssemblySops sops, PageFindings findings)
    {
        Dictionary<string, SopText> taken = new(StringComparer.Ordinal);
        foreach (var sop in sops.Sops)
        {
            if (!PageName.IsPossible(sop.Id))
            {
                findings.Impossible(sop);
            }
            else if (taken.TryGetValue(PageName.Key(sop.Id), out var first))
            {
                findings.Twins(first, sop);
            }
            else
            {
                taken.Add(PageName.Key(sop.Id), sop);
            }
        }

        return [.. sops.Sops.Select(sop => SopPage.Of(sop, sops.Assembly))];
    }

    // Adding a file name and removing it again also removes a separator at the end of the folder.
    private string Folder => Path.GetDirectoryName(Path.Combine(Full(Directory), "page"))!;

    private string Full(string path) => Path.GetFullPath(Path.Combine(ProjectDirectory, path));
}
