using Microsoft.Build.Utilities;
using SopAsCode.Model.Values;

namespace SopAsCode.Build;

/// <summary>The findings of the build about pages. Each finding has its id, and each message says what to do.</summary>
internal sealed class PageFindings(TaskLoggingHelper log, string root)
{
    /// <summary>When verifying: a page differs from its SOP.</summary>
    public const string Stale = "SOP1201";

    /// <summary>When verifying: an SOP has no page.</summary>
    public const string Missing = "SOP1202";

    /// <summary>A page whose SOP no longer exists and that somebody may have edited.</summary>
    public const string LeftOver = "SOP1203";

    /// <summary>A file made by hand has the name of a page.</summary>
    public const string Blocked = "SOP1204";

    /// <summary>The pages can't be read or written.</summary>
    public const string NotWritten = "SOP1205";

    /// <summary>An id that can't be the name of a page, or that gives the same name as another id.</summary>
    public const string BadName = "SOP1206";

    /// <summary>A summary in a format that is newer than the task.</summary>
    public const string NewerFormat = "SOP1207";

    /// <summary>A page names a file by its path, and there is no such file.</summary>
    public const string DeadLink = "SOP1216";

    private static readonly string Help = RepositoryLink.To("src/SopAsCode.Build/README.md");
    private const string Repair = "build without SopDocsVerify, and commit what that writes";

    /// <summary>Reports every difference between the SOPs and their pages as an error.</summary>
    public void Verify(PagePlan plan, PageFolder folder)
    {
        foreach (var page in plan.Stale)
        {
            Error(Stale, folder.PathOf(page.FileName), $"this page is not what {page.Class} says now: {Repair}");
        }

        foreach (var page in plan.Missing)
        {
            Error(Missing, folder.PathOf(page.FileName), $"{page.Class} has no page: {Repair}");
        }

        foreach (var path in plan.Removable)
        {
            Error(LeftOver, path, $"this page belongs to no SOP of the project: {Repair}");
        }

        foreach (var path in plan.LeftOver)
        {
            Error(LeftOver, path, LeftOverText);
        }

        foreach (var page in plan.Blocked)
        {
            Error(Blocked, folder.PathOf(page.FileName), BlockedText(page));
        }
    }

    /// <summary>Reports what people must do after a plan.</summary>
    public void Left(PagePlan plan, PageFolder folder)
    {
        foreach (var path in plan.LeftOver)
        {
            Warning(LeftOver, path, LeftOverText);
        }

        foreach (var page in plan.Blocked)
        {
            Warning(Blocked, folder.PathOf(page.FileName), BlockedText(page));
        }
    }

    /// <summary>Reports the files that pages name and that do not exist.</summary>
    public void DeadLinks(IEnumerable<SopPage> pages, PageFolder folder, bool verify)
    {
        foreach (var page in pages)
        {
            foreach (var path in PageLinks.Missing(page, folder))
            {
                var text = $"{page.Class} leads readers to '{path}', and there is no such file: write its path from the folder of the pages, or the address of a website";
                if (verify)
                {
                    Error(DeadLink, folder.PathOf(page.FileName), text);
                }
                else
                {
                    Warning(DeadLink, folder.PathOf(page.FileName), text);
                }
            }
        }
    }

    /// <summary>Reports once that pages could not be written.</summary>
    public void Failed(PageFolder folder, IReadOnlyList<(string Path, string Reason)> failures)
    {
        if (failures.Count > 0)
        {
            var (path, reason) = failures[0];
            var files = failures.Count == 1 ? RelativePath.From(root, path) : $"{RelativePath.From(root, path)} and {failures.Count - 1} more";
            Warning(NotWritten, folder.Path, $"the pages are not up to date, because {files} can't be written ({reason.TrimEnd('.')}): make the folder writable, or set SopDocsDirectory to another folder, or to nothing for builds that write no pages");
        }
    }

    /// <summary>Reports that the pages could not even be compared.</summary>
    public void Unreadable(string path, string reason, bool verify)
    {
        var text = $"the pages can't be compared with the SOPs ({reason.TrimEnd('.')}): make the files readable, or set SopDocsDirectory to nothing for builds that write no pages";
        if (verify)
        {
            Error(NotWritten, path, text);
        }
        else
        {
            Warning(NotWritten, path, text);
        }
    }

    /// <summary>Reports that an id can't be the name of a file.</summary>
    public void Impossible(SopText sop) =>
        Error(BadName, null, $"the id '{sop.Id}' of {sop.Class} can't be the name of a page: give it an Id of letters, digits, '-', '_' and '.', which starts and ends with a letter or digit and is no device name");

    /// <summary>Reports that two SOPs have the same page.</summary>
    public void Twins(SopText first, SopText second) =>
        Error(BadName, null, $"{first.Class} ('{first.Id}') and {second.Class} ('{second.Id}') would have one page: give one of them another Id, which differs in more than case");

    /// <summary>Reports once that summaries were skipped.</summary>
    public void Newer(IReadOnlyList<string> sops)
    {
        if (sops.Count > 0)
        {
            var more = sops.Count == 1 ? "" : $" and {sops.Count - 1} more";
            Warning(NewerFormat, null, $"the pages of {sops[0]}{more} were skipped, because they are described in a newer format than this task knows: use one version of the package SopAsCode in the whole build");
        }
    }

    private const string LeftOverText = "this page belongs to no SOP of the project, but may have been edited since it was generated, so it stays: delete it, or take out its second line to keep it as a page of your own";

    private static string BlockedText(SopPage page) =>
        $"the page of {page.Class} belongs here, but this file was made by hand, so it stays: move it elsewhere, or give the SOP another Id";

    private void Error(string code, string? file, string text) =>
        log.LogError(null, code, null, Help, file, 0, 0, 0, 0, text);

    private void Warning(string code, string? file, string text) =>
        log.LogWarning(null, code, null, Help, file, 0, 0, 0, 0, text);

}
