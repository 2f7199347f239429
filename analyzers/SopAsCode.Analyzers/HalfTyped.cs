using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Analyzers;

/// <summary>
/// Recognises a class that somebody is typing. A text without its closing quote hides the attributes after it, and half a method
/// takes the attributes of the next one. What is read then is not what the author wrote, and the compiler reports that it does not
/// compile.
/// </summary>
internal static class HalfTyped
{
    /// <summary>Whether a declaration of a class does not parse. The bodies of methods do not count, because no rule reads them.</summary>
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
