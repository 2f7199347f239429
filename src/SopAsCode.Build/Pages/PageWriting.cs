namespace SopAsCode.Build;

/// <summary>Carries out a plan. It collects what can't be written, so that it is reported once at the end.</summary>
internal sealed class PageWriting(PageFolder folder, PageManifest manifest)
{
    private readonly List<(string Path, string Reason)> _failures = [];

    /// <summary>The pages that could not be written or removed, and why.</summary>
    public IReadOnlyList<(string Path, string Reason)> Failures => _failures;

    /// <summary>
    /// Removes pages before it writes any. Where case is ignored, removing the old name of a page later would delete a page whose name changed only in case.
    /// </summary>
    public void CarryOut(PagePlan plan)
    {
        foreach (var path in plan.Removable)
        {
            Try(path, () =>
            {
                AtomicFile.Delete(path);
                manifest.Remove(path);
            });
        }

        foreach (var page in plan.Missing.Concat(plan.Stale))
        {
            var path = folder.PathOf(page.FileName);
            Try(path, () =>
            {
                AtomicFile.Write(path, page.Text);
                manifest.Add(path, page.Text);
            });
        }

        foreach (var page in plan.Unchanged)
        {
            manifest.Add(folder.PathOf(page.FileName), page.Text);
        }

        Try(folder.Path, manifest.Save);
    }

    private void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failures.Add((path, e.Message));
        }
    }
}
