using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SopAsCode.TestHarness;

/// <summary>What every team's project references: the framework, the language, and whichever Stateless the tests were built with.</summary>
public static class UsualReferences
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = Find();

    private static ImmutableArray<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => Path.GetDirectoryName(path) == framework).Select(path => MetadataReference.CreateFromFile(path)),
            .. new[] { "SopAsCode.dll", "Stateless.dll" }.Select(name =>
                MetadataReference.CreateFromFile(trusted.Single(path => string.Equals(Path.GetFileName(path), name, StringComparison.OrdinalIgnoreCase)))),
        ];
    }
}
