using System.Reflection;

namespace SopAsCode.TestHarness;

/// <summary>Finds a source file by the path that the compiler wrote down, which a build that repeats to the byte starts with <c>/_/</c>.</summary>
internal static class SourcePath
{
    public static string Find(string path) => path.StartsWith("/_/", StringComparison.Ordinal)
        ? Path.Combine(BuiltWith("RepositoryRoot"), path[3..])
        : path;

    /// <summary>What the build of this assembly wrote down.</summary>
    public static string BuiltWith(string key) =>
        typeof(SourcePath).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
