using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Model.Reading;

/// <summary>Searches an assembly for the classes that have attributes. Only those can be an SOP or a tool that says anything.</summary>
internal static class AttributedTypes
{
    /// <summary>The classes with attributes, in no particular order.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly, CancellationToken cancel)
    {
        Stack<INamespaceOrTypeSymbol> open = new([assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var next = open.Pop();
            if (next is INamedTypeSymbol { TypeKind: TypeKind.Class } type && MayHaveAttributes(type, cancel))
            {
                yield return type;
            }

            foreach (var member in next is INamedTypeSymbol outer ? outer.GetTypeMembers() : next.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }
    }

    // Most types have no attributes, so their base types need not be read. A type of a referenced assembly has no source.
    private static bool MayHaveAttributes(INamedTypeSymbol type, CancellationToken cancel) =>
        type.DeclaringSyntaxReferences.Length == 0
        || type.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax(cancel) is MemberDeclarationSyntax { AttributeLists.Count: > 0 });
}
