namespace SopAsCode.TestHarness;

/// <summary>The examples of this repository, as their projects compile them.</summary>
public static class Example
{
    /// <summary>The folder of the repository that was built.</summary>
    public static string RepositoryRoot => SourcePath.BuiltWith("RepositoryRoot");

    /// <summary>The SOPs of an example with everything they name, without the program that plays them.</summary>
    /// <param name="name">The example's folder.</param>
    /// <returns>The project.</returns>
    public static SopProject Of(string name)
    {
        var folder = Path.Combine(RepositoryRoot, "examples", name);
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path.Split('/')[0] is not ("obj" or "bin" or "Play" or "Program.cs"))
            .Order(StringComparer.Ordinal);
        var project = sources.Aggregate(SopProject.Bare with { Name = name }, (all, path) => all.With(path, Read(folder, path)));

        // Prompts, and the words beside a class.
        return Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path.StartsWith("prompts/", StringComparison.Ordinal) || path.EndsWith(".words.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Aggregate(project, (all, path) => all.WithAdditionalFile(path, Read(folder, path)));
    }

    private static string Read(string folder, string path) => File.ReadAllText(Path.Combine(folder, path)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
