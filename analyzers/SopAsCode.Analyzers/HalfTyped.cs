using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Analyzers;

/// <summary>
/// Tells a class that is being typed. A text without its closing quote swallows the attributes behind it, half a method those of the
/// next one: what is read then is not what its author wrote, and the compiler says that it does not compile.
/// </summary>
internal static class HalfTyped
{
    /// <summary>Whether a declaration of a class does not parse. What stands in the body of a method changes nothing that a rule reads.</summary>
    public static bool Is(INamedTypeSymbol type, CancellationToken cancel) =>
        type.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax(cancel) is { ContainsDiagnostics: true } written && IsBroken(written));

    private static bool IsBroken(SyntaxNode declaration)
    {
        var bodies = declaration.DescendantNodes(static node => !IsBody(node)).Where(IsBody).Select(body => body.Span).ToList();
        return declaration.GetDiagnostics().Any(found =>
            found.Severity == DiagnosticSeverity.Error && !bodies.Exists(body => body.Start < found.Location.SourceSpan.Start && found.Location.SourceSpan.End <= body.End));
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;
}
