using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class ReadOnlyTrees : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Fact]
    public void A_folder_that_can_not_be_made_is_one_warning()
    {
        _project.Folder.Write("docs", "a file in the place of the folder");
        _project.Compile(CompiledSops.Sop("A", "a", "x"), CompiledSops.Sop("B", "b", "x"), CompiledSops.Sop("C", "c", "x"));

        var said = _project.RunFully();

        Assert.Equal(["warning SOP1205 sops"], said.Findings);
        Assert.StartsWith("the pages are not up to date, because docs/sops/a.md and 2 more can't be written (", said.Texts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_page_is_respected_and_brought_up_to_date_once_it_may()
    {
        _project.CompileTriage();
        _project.Run();
        var page = _project.Folder.PathOf("docs/sops/triage.md");
        File.SetAttributes(page, FileAttributes.ReadOnly);
        _project.Compile("class Nothing;");

        Assert.Equal(["warning SOP1205 sops"], _project.Run());
        Assert.True(File.Exists(page));

        File.SetAttributes(page, FileAttributes.Normal);
        Assert.Empty(_project.Run());
        Assert.False(File.Exists(page));
    }

    [Fact]
    public void A_read_only_tree_that_is_up_to_date_is_fine()
    {
        _project.CompileTriage();
        _project.Run();
        File.SetAttributes(_project.Folder.PathOf("docs/sops/triage.md"), FileAttributes.ReadOnly);

        Assert.Empty(_project.Run());
        Assert.Empty(_project.Run(verify: true));
    }

    public void Dispose() => _project.Dispose();
}
