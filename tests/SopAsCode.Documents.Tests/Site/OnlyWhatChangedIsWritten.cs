using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

public sealed class OnlyWhatChangedIsWritten : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_second_time_nothing_is_written()
    {
        var first = Write(Examples.TinyTeam);
        var times = Times();

        var second = Write(Examples.TinyTeam);

        Assert.Empty(second.Written);
        Assert.Empty(second.Removed);
        Assert.Equal(first.Written.Count, second.Unchanged);
        Assert.Equal(times, Times());
    }

    [Fact]
    public void An_instruction_that_changed_writes_its_page_and_the_search()
    {
        Write(Examples.TinyTeam);
        var triage = Examples.Sop("support-triage");
        var other = triage with { Steps = [triage.Steps[0] with { Instructions = "Read the whole ticket first." }, .. triage.Steps.Skip(1)] };

        var result = Write(Examples.TinyTeam with { Sops = [.. Examples.TinyTeam.Sops.Select(sop => sop == triage ? other : sop)] });

        Assert.Equal(["search-index.js", "sops/support-triage.html"], result.Written);
    }

    [Fact]
    public void The_page_of_an_SOP_that_is_gone_is_removed_and_nothing_else()
    {
        Write(Examples.TinyTeam);
        File.WriteAllText(_folder.PathOf("notes.html"), "by hand");
        File.WriteAllText(_folder.PathOf("sops/notes.html"), "by hand");

        var result = Write(Examples.TinyTeam with { Sops = [.. Examples.TinyTeam.Sops.Where(sop => sop.Id != "sort-receipts")] });

        Assert.Equal(["sops/sort-receipts.html"], result.Removed);
        Assert.True(File.Exists(_folder.PathOf("notes.html")));
        Assert.True(File.Exists(_folder.PathOf("sops/notes.html")));
    }

    [Fact]
    public void A_list_that_somebody_edited_removes_nothing_outside_of_the_folder()
    {
        using var other = new TemporaryFolder();
        var outside = other.PathOf("mine.txt");
        File.WriteAllText(outside, "mine");
        Write(Examples.TinyTeam);
        File.AppendAllText(_folder.PathOf(".sop-site"), $"{outside}\n../{Path.GetFileName(other.Path)}/mine.txt\n");

        Assert.Empty(Write(Examples.TinyTeam).Removed);

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void Without_a_day_the_files_do_not_depend_on_the_day_either()
    {
        var site = Examples.Site(Examples.TinyTeam, options => options with { AsOf = null });

        Assert.DoesNotContain("data-as-of", site["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"late\">overdue", string.Concat(site.Values), StringComparison.Ordinal);
        Assert.Equal(site, Examples.Site(Examples.TinyTeam, options => options with { AsOf = null }));
    }

    [Fact]
    public void Two_SOPs_with_one_id_are_named()
    {
        var twin = Examples.Of(Examples.Small("support-triage"));

        var refused = Assert.Throws<SiteException>(() => SopSite.Write([Examples.TinyTeam, twin], new() { Directory = _folder.Path }));

        Assert.Equal("TinyTeam.Support.SupportTriage in TinyTeam and Shop.Small in Shop have the id 'support-triage', so they would have one page: give one of them another Id.", refused.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private SiteResult Write(SopAssembly assembly) => SopSite.Write([assembly], new() { Directory = _folder.Path, AsOf = Examples.Day });

    private List<(string, DateTime)> Times() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];
}
