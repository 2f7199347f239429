using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>The README, followed to the letter by somebody who has nothing else.</summary>
[Collection(PackageCollection.Name)]
public sealed class ProjectOfTheReadme(LocalFeed feed)
{
    private static readonly string Readme = Text("README.md");

    [Fact]
    public void The_smallest_SOP_builds_without_a_finding_and_runs_as_it_says()
    {
        using var project = new OutsideProject(feed);
        var folder = project.Folder;
        foreach (var file in folder.Files(".").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)))
        {
            File.Delete(folder.PathOf(file));
        }

        folder.Write("Shop.csproj", Blocks("## In your project", "xml").Single());
        folder.Write("PayInvoice.cs", Blocks("## The smallest SOP", "csharp")[0]);
        folder.Write("Program.cs", Blocks("## The smallest SOP", "csharp")[1]);

        var build = project.Build().Succeeded();

        Assert.Empty(build.Findings("warning "));
        Assert.True(folder.Has("docs/sops/pay-invoice.md"));
        Assert.EndsWith($"\n\n{project.Run().Succeeded().Output}", Blocks("## The smallest SOP", "")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PayInvoice.cs", 0)]
    [InlineData("Program.cs", 1)]
    public void The_example_is_the_same(string file, int block) =>
        Assert.Equal(Blocks("## The smallest SOP", "csharp")[block], Text($"examples/Minimal/{file}"));

    // The blocks of a language in a section.
    private static List<string> Blocks(string heading, string language)
    {
        var section = Readme[Readme.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", heading.Length, StringComparison.Ordinal);
        var parts = (end < 0 ? section : section[..end]).Split("```");
        return [.. parts.Where((part, i) => i % 2 == 1 && part.StartsWith($"{language}\n", StringComparison.Ordinal)).Select(part => part[(language.Length + 1)..])];
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Built.Root, file)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
