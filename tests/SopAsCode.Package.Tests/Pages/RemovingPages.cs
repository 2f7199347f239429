using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class RemovingPages : IDisposable
{
    private const string Page = "docs/sops/triage.md";
    private readonly ProjectWithPages _project = new();

    public RemovingPages()
    {
        _project.CompileTriage();
        _project.Run();
    }

    [Fact]
    public void A_page_goes_with_its_SOP_and_a_file_made_by_hand_stays()
    {
        _project.Folder.Write("docs/sops/notes.md", "# Notes");
        _project.Compile("class Nothing;");

        Assert.Empty(_project.Run());

        Assert.Equal(["notes.md"], _project.Folder.Files("docs/sops"));
        Assert.Equal("", _project.Folder.Read("obj/Shop.SopPages.txt"));
    }

    [Fact]
    public void An_edited_page_stays_and_says_so_in_each_build()
    {
        _project.Folder.Write(Page, ProjectWithPages.Marked + "What only I know.\n");
        _project.Compile("class Nothing;");

        Assert.Equal(["warning SOP1203 triage.md"], _project.Run());
        Assert.Equal(["warning SOP1203 triage.md"], _project.Run());

        Assert.True(_project.Folder.Has(Page));
    }

    [Fact]
    public void An_edited_page_without_its_second_line_is_somebodys_own()
    {
        _project.Folder.Write(Page, "# What only I know\n");
        _project.Compile("class Nothing;");

        Assert.Empty(_project.Run());
        Assert.Empty(_project.Run(verify: true));

        Assert.True(_project.Folder.Has(Page));
    }

    [Fact]
    public void Without_proof_a_page_is_reported_and_not_deleted()
    {
        File.Delete(_project.Folder.PathOf("obj/Shop.SopPages.txt"));
        _project.Compile("class Nothing;");

        Assert.Equal(["warning SOP1203 triage.md"], _project.Run());

        Assert.True(_project.Folder.Has(Page));
    }

    [Fact]
    public void The_pages_of_another_project_in_the_same_folder_are_its_own()
    {
        _project.Folder.Write("docs/sops/other.md", ProjectWithPages.Marked.Replace("from Shop", "from Warehouse", StringComparison.Ordinal));

        Assert.Empty(_project.Run());
        Assert.Empty(_project.Run(verify: true));

        Assert.True(_project.Folder.Has("docs/sops/other.md"));
    }

    [Fact]
    public void A_new_folder_takes_the_pages_out_of_the_old_one()
    {
        _project.Directory = "handbook";

        Assert.Empty(_project.Run());

        Assert.True(_project.Folder.Has("handbook/triage.md"));
        Assert.False(_project.Folder.Has(Page));
    }

    [Fact]
    public void A_copy_of_the_project_does_not_reach_into_the_original()
    {
        using var copy = new ProjectWithPages();
        copy.Compile("class Nothing;");
        copy.Folder.Write("obj/Shop.SopPages.txt", _project.Folder.Read("obj/Shop.SopPages.txt"));

        Assert.Empty(copy.Run());

        Assert.True(_project.Folder.Has(Page));
    }

    public void Dispose() => _project.Dispose();
}
