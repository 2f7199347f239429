using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class Verifying : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Fact]
    public void Each_difference_is_one_error_and_nothing_is_written()
    {
        _project.Compile(CompiledSops.Sop("Gone", "gone", "x"), CompiledSops.Sop("Stale", "stale", "x"), CompiledSops.Sop("Fine", "fine", "x"));
        _project.Run();
        _project.Folder.Write("docs/sops/mine.md", "# Mine");
        _project.Folder.Write("docs/sops/edited.md", ProjectWithPages.Marked);
        var before = _project.Folder.Files("docs/sops");
        var manifest = _project.Folder.Read("obj/Shop.SopPages.txt");
        _project.Compile(
            CompiledSops.Sop("Stale", "stale", "y"), CompiledSops.Sop("Fine", "fine", "x"), CompiledSops.Sop("New", "new", "x"), CompiledSops.Sop("Mine", "mine", "x"));

        var said = _project.RunFully(verify: true);

        Assert.Equal(
            ["error SOP1201 stale.md", "error SOP1202 new.md", "error SOP1203 gone.md", "error SOP1203 edited.md", "error SOP1204 mine.md"],
            said.Findings);
        Assert.All(said.Texts, text => Assert.Contains(": ", text, StringComparison.Ordinal));
        Assert.Equal(before, _project.Folder.Files("docs/sops"));
        Assert.Equal(manifest, _project.Folder.Read("obj/Shop.SopPages.txt"));
    }

    [Fact]
    public void Pages_that_are_up_to_date_pass_in_a_fresh_clone()
    {
        _project.CompileTriage();
        _project.Run();
        File.Delete(_project.Folder.PathOf("obj/Shop.SopPages.txt"));

        Assert.Empty(_project.Run(verify: true));

        Assert.False(_project.Folder.Has("obj/Shop.SopPages.txt"));
    }

    public void Dispose() => _project.Dispose();
}
