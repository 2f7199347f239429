using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Remembers what was read of each assembly when its surface was last seen, so that typing inside bodies, which is most of all typing, reads
/// nothing anew. It holds values, no symbols, and one state per assembly.
/// </summary>
public static class ReadingMemory
{
    // More projects than anybody edits at once; beyond that all is read anew, and no harm is done.
    private const int Most = 32;

    private static readonly ConcurrentDictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal);

    /// <summary>The surface for which an assembly is remembered: while it stays the same, nothing is read twice.</summary>
    /// <param name="assembly">The name of the assembly.</param>
    /// <returns>A short text; null where nothing is remembered.</returns>
    public static string? SurfaceOf(string assembly) => Assemblies.TryGetValue(assembly, out var known) ? known.Surface : null;

    /// <summary>Forgets an assembly, as a new process does.</summary>
    /// <param name="assembly">The name of the assembly.</param>
    public static void Forget(string assembly) => Assemblies.TryRemove(assembly, out _);

    /// <summary>Reads an SOP, or remembers it.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="compilation">Where it is declared.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The SOP, and the policy that is beside it.</returns>
    public static (SopModel Sop, PolicyModel? Policy) Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancel)
    {
        // Of types that only their file can see, several may have one name.
        if (type.IsFileLocal || type.GetDocumentationCommentId() is not { } id)
        {
            return (SopReader.Read(type, cancel), PolicyReader.Read(type.ContainingAssembly));
        }

        return Of(compilation, Surface.Of(compilation, cancel)).Read(id, type, cancel);
    }

    private static Assembly Of(Compilation compilation, string surface)
    {
        var name = compilation.AssemblyName ?? "";
        if (Assemblies.TryGetValue(name, out var known) && known.Surface == surface)
        {
            return known;
        }

        if (Assemblies.Count >= Most)
        {
            Assemblies.Clear();
        }

        return Assemblies[name] = new(surface);
    }

    private sealed class Assembly(string surface)
    {
        private readonly ConcurrentDictionary<string, (SopModel, PolicyModel?)> _read = new(StringComparer.Ordinal);

        public string Surface { get; } = surface;

        public (SopModel Sop, PolicyModel? Policy) Read(string id, INamedTypeSymbol type, CancellationToken cancel) =>
            _read.TryGetValue(id, out var known) ? known : _read.GetOrAdd(id, (SopReader.Read(type, cancel), PolicyReader.Read(type.ContainingAssembly)));
    }
}
