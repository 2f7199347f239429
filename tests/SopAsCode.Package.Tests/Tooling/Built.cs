using System.Reflection;

namespace SopAsCode.Package.Tests.Tooling;

/// <summary>What the build of this assembly wrote down.</summary>
public static class Built
{
    public static string Root { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("Configuration");

    /// <summary>The version of what was built. It follows from the tags of the repository, so no test knows it.</summary>
    public static string Version { get; } = typeof(Sop).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The address of the repository.</summary>
    public static string RepositoryUrl { get; } = Value("RepositoryUrl");

    /// <summary>The package of Stateless that a project gets with ours.</summary>
    public static string StatelessPackage { get; } = Value("StatelessPackage");

    private static string Value(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
