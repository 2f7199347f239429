using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>What a fix must know of a method before it changes its signature.</summary>
internal static class Methods
{
    /// <summary>Whether a base class or an interface determines its signature.</summary>
    public static bool ImplementsSomething(IMethodSymbol? method) =>
        method is null
        || method.IsOverride
        || method.ContainingType.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>
    /// The hand-written declarations of a method: one, or the two of a partial method. Null when one of them is in another file,
    /// which a fix of this document can't change.
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
