using System.IO.Compression;
using System.Xml.Linq;

namespace SopAsCode.Package.Tests.Package;

/// <summary>What is in a package.</summary>
public sealed class PackedFile(string path)
{
    /// <summary>The files, without those that make the archive a package.</summary>
    public IReadOnlyList<string> Files()
    {
        using var archive = ZipFile.OpenRead(path);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The dependencies: framework, id, version.</summary>
    public IReadOnlyList<string> Dependencies() =>
        [.. Elements("dependency").Select(dependency => $"{dependency.Parent!.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}")];

    /// <summary>The text of an element of the description.</summary>
    public string Metadata(string name) => Elements(name).Single().Value;

    /// <summary>An attribute of an element of the description.</summary>
    public string Metadata(string name, string attribute) => Elements(name).Single().Attribute(attribute)!.Value;

    private List<XElement> Elements(string name)
    {
        using var archive = ZipFile.OpenRead(path);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == name)];
    }
}
