using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

public sealed class TheCommand : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void It_makes_the_site_and_says_where()
    {
        var (code, output, errors) = Run("site", Examples.Assembly, "--to", _folder.Path, "--as-of", "2026-11-20", "--title", "Our work");

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.StartsWith($"SOP site in {_folder.Path}: ", output, StringComparison.Ordinal);
        Assert.Contains("Our work", File.ReadAllText(_folder.PathOf("index.html")), StringComparison.Ordinal);
        Assert.Empty(Run("site", Examples.Assembly, "--to", _folder.Path, "--as-of", "2026-11-20", "--title", "Our work").Output);
    }

    [Fact]
    public void It_takes_its_arguments_from_a_file()
    {
        var file = _folder.PathOf("arguments.txt");
        File.WriteAllText(file, $"site\n{Examples.Assembly}\n--to\n{_folder.PathOf("a \"b\" & c")}\n");

        Assert.Equal(0, Run($"@{file}").Code);

        Assert.True(File.Exists(Path.Combine(_folder.PathOf("a \"b\" & c"), "index.html")));
    }

    [Theory]
    [InlineData("error SOP1217: the site was not made: It needs an assembly and a folder.", "site")]
    [InlineData("error SOP1217: the site was not made: --to needs a value.", "site", "x.dll", "--to")]
    [InlineData("error SOP1217: the site was not made: --colour is unknown.", "site", "x.dll", "--colour", "red")]
    [InlineData("error SOP1217: the site was not made: 'soon' is no day such as 2026-11-30.", "site", "x.dll", "--as-of", "soon")]
    [InlineData("error SOP1217: the site was not made: Could not find file", "site", "/nowhere.dll", "--to", "x")]
    public void It_says_what_is_wrong(string expected, params string[] arguments)
    {
        var (code, _, errors) = Run(arguments);

        Assert.Equal(1, code);
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (SiteCommand.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
