using SopAsCode.Build;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class NamesOfPages : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../triage")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("/etc/triage")]
    [InlineData("c:triage")]
    [InlineData(".triage")]
    [InlineData("triage.")]
    [InlineData("tri age")]
    [InlineData("triage\n")]
    [InlineData("con")]
    [InlineData("Lpt1.old")]
    public void An_id_that_can_not_be_a_file_name_is_an_error_and_nothing_is_written(string id)
    {
        _project.Compile(CompiledSops.Sop("Good", "good", "x"), CompiledSops.Sop("Triage", id, "x"));

        Assert.Equal(["error SOP1206"], _project.Run());

        Assert.False(Directory.Exists(_project.Folder.PathOf("docs")));
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("übergabe-2")]
    [InlineData("finance.month_end")]
    [InlineData("console")]
    public void An_id_of_words_is_a_file_name(string id)
    {
        _project.Compile(CompiledSops.Sop("Triage", id, "x"));

        Assert.Empty(_project.Run());

        Assert.Equal([id + ".md"], _project.Folder.Files("docs/sops"));
    }

    [Fact]
    public void Ids_that_differ_in_case_only_are_an_error()
    {
        _project.Compile(CompiledSops.Sop("A", "triage", "x"), CompiledSops.Sop("B", "Triage", "x"));

        Assert.Equal(["error SOP1206"], _project.Run());
    }

    [Fact]
    public void Where_case_is_ignored_a_page_takes_its_new_case_and_is_not_lost()
    {
        _project.Folder.Write("docs/sops/Triage.md", ProjectWithPages.Marked);
        var folder = new PageFolder(_project.Folder.PathOf("docs/sops"), ignoresCase: true);
        var manifest = PageManifest.Read(_project.Folder.PathOf("obj/pages.txt"), _project.Folder.Path);
        var plan = PagePlan.Make([new("Triage", "triage.md", ProjectWithPages.Marked)], folder, manifest, new("Shop", [], [], null));

        new PageWriting(folder, manifest).CarryOut(plan);

        Assert.Equal(["triage.md"], _project.Folder.Files("docs/sops"));
        Assert.Empty(plan.LeftOver);
    }

    [Fact]
    public void Where_case_is_ignored_a_file_made_by_hand_is_in_the_way_in_any_case()
    {
        _project.Folder.Write("docs/sops/TRIAGE.md", "# Mine");
        var folder = new PageFolder(_project.Folder.PathOf("docs/sops"), ignoresCase: true);
        var manifest = PageManifest.Read(_project.Folder.PathOf("obj/pages.txt"), _project.Folder.Path);

        var plan = PagePlan.Make([new("Triage", "triage.md", ProjectWithPages.Marked)], folder, manifest, new("Shop", [], [], null));

        Assert.Single(plan.Blocked);
        Assert.Empty(plan.Removable);
    }

    public void Dispose() => _project.Dispose();
}
