using Microsoft.CodeAnalysis;

namespace SopAsCode.Generators;

/// <summary>The place of the catalogue of an assembly: it is in the root namespace of the project and has a name made from that namespace.</summary>
/// <param name="Namespace">The namespace, as code writes it; empty for the global one.</param>
/// <param name="Name">The name of the class.</param>
internal sealed record CatalogueName(string Namespace, string Name)
{
    private const string Suffix = "Sops";

    /// <summary>The name for a project; it differs from the names of all types that the project declares.</summary>
    public static CatalogueName Of(string root, Compilation compilation)
    {
        var parts = (root.Length > 0 ? root : compilation.AssemblyName ?? "").Split('.')
            .Select(part => new string([.. part.Where(c => char.IsLetterOrDigit(c) || c == '_')]))
            .Where(part => part.Length > 0)
            .Select(part => char.IsDigit(part[0]) ? "_" + part : part)
            .ToList();
        var isTaken = Enumerable.Range(1, parts.Count).Any(count => Declares(compilation, string.Join(".", parts.Take(count))));
        var space = isTaken ? "" : string.Join(".", parts);
        var stem = Stem(parts);
        var name = Declares(compilation, space.Length == 0 ? stem + Suffix : $"{space}.{stem}{Suffix}") ? $"{stem}SopCatalogue" : stem + Suffix;
        return new(isTaken ? "" : string.Join(".", parts.Select(CSharp.Identifier)), name);
    }

    // app -> App, my_app -> MyApp; Shop.Sops -> Shop, because "Sops" follows.
    private static string Stem(List<string> parts)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var stem = string.Concat(parts[i].Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
            stem = stem.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? stem.Substring(0, stem.Length - Suffix.Length) : stem;
            if (stem.Length > 0)
            {
                return char.IsDigit(stem[0]) ? "_" + stem : stem;
            }
        }

        return "My";
    }

    private static bool Declares(Compilation compilation, string type) => compilation.Assembly.GetTypeByMetadataName(type) is not null;
}
