using Microsoft.CodeAnalysis;

namespace SopAsCode.Generators;

/// <summary>Where the catalogue of an assembly stands: in the root namespace of the project, named after it.</summary>
/// <param name="Namespace">The namespace, as code writes it; empty for the global one.</param>
/// <param name="Name">The name of the class.</param>
internal sealed record CatalogueName(string Namespace, string Name)
{
    /// <summary>The name for a project, out of the way of the types it declares.</summary>
    public static CatalogueName Of(string root, Compilation compilation)
    {
        var parts = (root.Length > 0 ? root : compilation.AssemblyName ?? "").Split('.')
            .Select(part => new string([.. part.Where(c => char.IsLetterOrDigit(c) || c == '_')]))
            .Where(part => part.Length > 0)
            .Select(part => char.IsDigit(part[0]) ? "_" + part : part)
            .ToList();
        var isTaken = Enumerable.Range(1, parts.Count).Any(count => Declares(compilation, string.Join(".", parts.Take(count))));
        var space = isTaken ? "" : string.Join(".", parts);
        var stem = parts.Count == 0 ? "My" : parts[parts.Count - 1];
        var name = Declares(compilation, space.Length == 0 ? $"{stem}Sops" : $"{space}.{stem}Sops") ? $"{stem}SopCatalogue" : $"{stem}Sops";
        return new(isTaken ? "" : string.Join(".", parts.Select(CSharp.Identifier)), name);
    }

    private static bool Declares(Compilation compilation, string type) => compilation.Assembly.GetTypeByMetadataName(type) is not null;
}
