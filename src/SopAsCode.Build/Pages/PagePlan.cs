namespace SopAsCode.Build;

/// <summary>What must be done so that the folder holds exactly the pages of the SOPs. The plan itself changes nothing.</summary>
internal sealed class PagePlan
{
    private PagePlan()
    {
    }

    /// <summary>Pages that are up to date.</summary>
    public List<SopPage> Unchanged { get; } = [];

    /// <summary>Pages that are missing.</summary>
    public List<SopPage> Missing { get; } = [];

    /// <summary>Pages that differ from their SOP.</summary>
    public List<SopPage> Stale { get; } = [];

    /// <summary>Pages whose place is taken by a file that was made by hand.</summary>
    public List<SopPage> Blocked { get; } = [];

    /// <summary>Pages that this project wrote, and that another project has written since then, with the assembly of that project.</summary>
    public List<(SopPage Page, string Assembly)> Taken { get; } = [];

    /// <summary>Full paths of pages of no SOP that are exactly as this project wrote them.</summary>
    public List<string> Removable { get; } = [];

    /// <summary>Full paths of pages of no SOP that somebody may have edited, so the build must not delete them.</summary>
    public List<string> LeftOver { get; } = [];

    /// <summary>Compares the pages that should exist with the folder.</summary>
    /// <param name="pages">The pages of all SOPs.</param>
    /// <param name="folder">The folder as it is.</param>
    /// <param name="manifest">What this project wrote before.</param>
    /// <param name="sops">The assembly; if a summary could not be read, no page counts as superfluous.</param>
    public static PagePlan Make(IEnumerable<SopPage> pages, PageFolder folder, PageManifest manifest, AssemblySops sops)
    {
        var plan = new PagePlan();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (folder.Existing(page.FileName) is { } name && PageFolder.Read(folder.PathOf(name)) is { } text)
            {
                taken.Add(folder.PathOf(name));
                plan.Compare(page, name, text, folder, manifest);
            }
            else
            {
                plan.Missing.Add(page);
            }
        }

        if (sops.Skipped.Count == 0)
        {
            plan.FindSuperfluous(folder.Names.Select(folder.PathOf).Union(WrittenElsewhere(folder, manifest), StringComparer.Ordinal).Where(path => !taken.Contains(path)), manifest, sops.Assembly);
        }

        return plan;
    }

    private void Compare(SopPage page, string name, string text, PageFolder folder, PageManifest manifest)
    {
        var path = folder.PathOf(name);
        if (name == page.FileName && text == page.Text)
        {
            Unchanged.Add(page);
        }
        else if (manifest.Has(path) && PageMark.AssemblyOf(text) is { } other && other != PageMark.AssemblyOf(page.Text) && !manifest.Wrote(path, text))
        {
            // A project that only changed its name finds its own last text here.
            Taken.Add((page, other));
        }
        else if (!PageMark.IsIn(text) && !manifest.Wrote(path, text))
        {
            Blocked.Add(page);
        }
        else
        {
            Stale.Add(page);
            if (name != page.FileName)
            {
                Removable.Add(path);
            }
        }
    }

    // These are pages in the folder that was used before. In the present folder the files on disk count, with the case of their names there.
    private static IEnumerable<string> WrittenElsewhere(PageFolder folder, PageManifest manifest)
    {
        foreach (var path in manifest.Paths)
        {
            if (path != folder.PathOf(Path.GetFileName(path)))
            {
                yield return path;
            }
            else if (!folder.Names.Contains(Path.GetFileName(path)))
            {
                manifest.Remove(path);
            }
        }
    }

    // A file that is neither as the project wrote it nor marked now belongs to somebody else.
    private void FindSuperfluous(IEnumerable<string> paths, PageManifest manifest, string assembly)
    {
        foreach (var path in paths.OrderBy(path => path, StringComparer.Ordinal))
        {
            if (PageFolder.Read(path) is not { } text)
            {
                manifest.Remove(path);
            }
            else if (manifest.Wrote(path, text))
            {
                Removable.Add(path);
            }
            else if (PageMark.IsIn(text, assembly))
            {
                LeftOver.Add(path);
            }
            else
            {
                manifest.Remove(path);
            }
        }
    }
}
