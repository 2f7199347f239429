using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOPs after what teams publish: the language says each of them as it is, and no rule minds, at strict.</summary>
public class RealSopsTests
{
    [Fact]
    public async Task Nothing_is_found_at_strict()
    {
        var folder = Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Analyzers.Tests", "Real", "Sops");
        var project = Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)
            .Aggregate(SopProject.Bare with { Name = "Real" }, (all, path) => all.With(Path.GetFileName(path), File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal)))
            .WithProperty("SopAsOf", "2026-11-27")
            .WithGlobalConfig(File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", "strict.globalconfig")));
        Assert.Equal(9, project.Sources.Sum(source => source.Text.Split("[Sop(\"").Length - 1));
        Assert.Empty((await AnalyzerRun.CheckAsync(project)).Findings);
    }
}
