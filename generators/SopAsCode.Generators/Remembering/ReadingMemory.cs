using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Remembers what was read of each assembly when its surface was last seen, so that typing inside bodies, which is most of all typing, reads
/// nothing anew. It holds values, no symbols, and one state per assembly; files it knows only as long as somebody else does.
/// </summary>
public static class ReadingMemory
{
    // More projects than anybody edits at once; beyond that all is read anew, and no harm is done.
    private const int Most = 32;

    private static readonly ConcurrentDictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<Compilation, Assembly> Seen = new();

    /// <summary>What is remembered of an assembly: another object as soon as its surface is another one.</summary>
    /// <param name="assembly">The name of the assembly.</param>
    /// <returns>An object to compare; null where nothing is remembered.</returns>
    public static object? Of(string assembly) => Assemblies.TryGetValue(assembly, out var known) ? known : null;

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

        return (Seen.TryGetValue(compilation, out var seen) ? seen : Find(compilation, cancel)).Read(id, type, cancel);
    }

    private static Assembly Find(Compilation compilation, CancellationToken cancel)
    {
        var name = compilation.AssemblyName ?? "";
        var around = Surface.Around(compilation);
        if (!Assemblies.TryGetValue(name, out var known) || !known.LooksLike(around, compilation, cancel))
        {
            if (Assemblies.Count >= Most)
            {
                Assemblies.Clear();
            }

            Assemblies[name] = known = new(around, compilation, cancel);
        }

        return Seen.GetValue(compilation, _ => known);
    }

    private sealed class Assembly(string around, Compilation compilation, CancellationToken cancel)
    {
        private readonly ConcurrentDictionary<string, (SopModel, PolicyModel?)> _read = new(StringComparer.Ordinal);
        private Looks _looks = new(
            [.. compilation.SyntaxTrees.Select(tree => new File(new(tree), Surface.SettingsOf(tree, compilation, cancel), null))],
            SettingsOf(compilation));

        public (SopModel Sop, PolicyModel? Policy) Read(string id, INamedTypeSymbol type, CancellationToken cancel) =>
            _read.TryGetValue(id, out var known) ? known : _read.GetOrAdd(id, (SopReader.Read(type, cancel), PolicyReader.Read(type.ContainingAssembly)));

        /// <summary>Whether a compilation has the surface for which this was read. Only files that are other ones are looked into.</summary>
        public bool LooksLike(string otherAround, Compilation other, CancellationToken cancel)
        {
            var (files, settings) = _looks;
            SyntaxTree[] trees = [.. other.SyntaxTrees];
            if (otherAround != around || trees.Length != files.Length)
            {
                return false;
            }

            // While the settings are the same object, they say the same of the same file.
            var areSettingsKnown = settings.TryGetTarget(out var known) && known == other.Options.SyntaxTreeOptionsProvider;
            var next = new File[files.Length];
            for (var i = 0; i < trees.Length; i++)
            {
                var (before, said, surface) = files[i];
                next[i] = files[i];
                if (!before.TryGetTarget(out var tree))
                {
                    tree = null;
                }

                if ((tree != trees[i] || !areSettingsKnown) && said != Surface.SettingsOf(trees[i], other, cancel))
                {
                    return false;
                }

                if (tree != trees[i])
                {
                    surface ??= tree is null ? null : Surface.Of(tree, cancel);
                    if (surface is null || surface != Surface.Of(trees[i], cancel))
                    {
                        return false;
                    }

                    next[i] = new(new(trees[i]), said, surface);
                }
            }

            _looks = new(next, SettingsOf(other));
            return true;
        }

        private static WeakReference<SyntaxTreeOptionsProvider> SettingsOf(Compilation compilation) => new(compilation.Options.SyntaxTreeOptionsProvider!);

        private sealed record Looks(File[] Files, WeakReference<SyntaxTreeOptionsProvider> Settings);

        private sealed record File(WeakReference<SyntaxTree> Tree, GeneratedKind Settings, string? Surface);
    }
}
