using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

/// <summary>A page may lead to files of the repository. The build says where there is none.</summary>
public sealed class DeadLinks : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Theory]
    [InlineData("[Severity levels](../levels.md)")]
    [InlineData("[Severity levels](<../severity levels.md>)")]
    [InlineData("![The form](forms/refund.png)")]
    [InlineData("[Here](notes.md)")]
    [InlineData("[Here](notes.md#part-2 \"More\")")]
    [InlineData("[Part (2)](parts/part(2).md)")]
    [InlineData("[Guide][guide]\n\n[guide]: ../guide.md")]
    [InlineData("[Tax\\_form](tax\\_form.pdf)")]
    [InlineData("| A | [b](c/d.md) |")]
    public void A_path_that_leads_nowhere_is_said(string text)
    {
        _project.Compile(CompiledSops.Sop("Triage", "triage", Page(text)));

        Assert.Equal(["warning SOP1216 triage.md"], _project.Run());
        Assert.Equal(["error SOP1216 triage.md"], _project.Run(verify: true));
    }

    [Fact]
    public void The_message_names_the_sop_and_the_path()
    {
        _project.Compile(CompiledSops.Sop("Triage", "triage", Page("[Severity levels](../levels.md)")));

        Assert.Equal(
            "Triage leads readers to '../levels.md', and there is no such file: write its path from the folder of the pages, or the address of a website",
            Assert.Single(_project.RunFully().Texts));
    }

    [Fact]
    public void A_file_or_a_folder_that_exists_is_fine()
    {
        _project.Folder.Write("docs/levels.md", "# Levels");
        _project.Folder.Write("docs/severity levels.md", "# Levels");
        _project.Folder.Write("docs/sops/forms/refund form.png", "x");
        _project.Compile(CompiledSops.Sop("Triage", "triage", Page(
            "[a](../levels.md) [b](../levels.md#sev-1) [c](<../severity levels.md>) ![d](forms/refund%20form.png) [e](forms/) [f](triage.md) [g](../../obj)")));

        Assert.Empty(_project.Run());
    }

    [Theory]
    [InlineData("[a](https://example.com/levels.md)")]
    [InlineData("[a](mailto:anna@example.com) [b](tel:+49123) [c](//example.com/x)")]
    [InlineData("[a](#step-1) [b](?q=1) [c](/wiki/levels)")]
    [InlineData("`[a](b.md)` and ``[`a`](b.md)``")]
    [InlineData("```md\n[a](b.md)\n```")]
    [InlineData("~~~\n[a](b.md)\n")]
    [InlineData("Write \\[a\\](b.md)")]
    [InlineData("[x] (b.md)")]
    [InlineData("**Hand-off** to [Pay it](pay-it.md), and waits for it")]
    [InlineData("**Hand-off** to [Pay it](pay-it.md) and [Book it](book-it.md)")]
    [InlineData("Refunds (see [Refund a customer](refund.md))")]
    public void What_is_no_file_of_the_repository_is_not_looked_for(string text)
    {
        _project.Compile(CompiledSops.Sop("Triage", "triage", Page(text)));

        Assert.Empty(_project.Run());
    }

    public void Dispose() => _project.Dispose();

    private static string Page(string text) => $"# Triage\n\n{text}\n";
}
