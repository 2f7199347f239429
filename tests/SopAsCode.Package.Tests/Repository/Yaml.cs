using SopAsCode.Package.Tests.Tooling;
using YamlDotNet.RepresentationModel;

namespace SopAsCode.Package.Tests.Repository;

/// <summary>A YAML file of the repository.</summary>
internal static class Yaml
{
    /// <summary>The workflows.</summary>
    public static IEnumerable<string> Workflows => Files(".github/workflows");

    /// <summary>Everything below <c>.github</c> that is YAML.</summary>
    public static IEnumerable<string> All => Files(".github");

    /// <summary>Reads a file; a key that stands twice is an error.</summary>
    public static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Built.Root, file));
        stream.Load(reader);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>What stands under a key, or null.</summary>
    public static YamlNode? Find(this YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The text under a key, or null.</summary>
    public static string? Text(this YamlNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value;

    /// <summary>The entries of a map.</summary>
    public static IEnumerable<(string Name, YamlNode Value)> Entries(this YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value));

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Built.Root, folder), "*.yml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Built.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
