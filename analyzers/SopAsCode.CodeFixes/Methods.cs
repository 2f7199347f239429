using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>What a fix must know of a method before it changes its signature.</summary>
internal static class Methods
{
    /// <summary>Whether a base or an interface says what its signature is.</summary>
    public static bool ImplementsSomething(IMethodSymbol? method) =>
        method is null
        || method.IsOverride
        || method.ContainingType.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>
    /// The declarations of a method that were written by hand: one, or the two of a partial method. Null when one stands in another
    /// file, which a fix of this document can't reach.
    /// </summary>
    public static IReadOnlyList<MethodDeclarationSyntax>? PartsIn(FixPlace place, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        List<MethodDeclarationSyntax> parts = [method];
        var symbol = place.Model.GetDeclaredSymbol(method, cancel);
        var other = symbol?.PartialDefinitionPart ?? symbol?.PartialImplementationPart;
        foreach (var reference in other?.DeclaringSyntaxReferences ?? [])
        {
            if (SopSymbols.IsGenerated(reference.SyntaxTree))
            {
                continue;
            }

            if (reference.SyntaxTree != method.SyntaxTree || reference.GetSyntax(cancel) is not MethodDeclarationSyntax part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts;
    }
}
