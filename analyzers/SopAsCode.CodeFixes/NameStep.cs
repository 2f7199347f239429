using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Names a step with <c>nameof</c>, and an end with its constant.</summary>
internal static class NameStep
{
    private const string UseName = "UseName";
    private const string ChangeName = "ChangeName";

    /// <summary>Replaces the present expression.</summary>
    public static SyntaxChange? Offer(FixPlace place, SyntaxNode node, string written)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Expression: { } old } || old.ToString() == written)
        {
            return null;
        }

        // A fix that only changes the form is safe for many places at once; a fix that guesses the meaning is not.
        var saysTheSame = old is LiteralExpressionSyntax literal && Says(written, literal.Token.ValueText);
        var expression = SyntaxFactory.ParseExpression(written).WithTriviaFrom(old);
        return new(
            saysTheSame ? $"Write {written}" : $"Change to {written}",
            saysTheSame ? UseName : ChangeName,
            editor => editor.ReplaceNode(old, expression));
    }

    /// <summary>The name of a step or condition.</summary>
    public static string Nameof(string name) => $"nameof({(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name)})";

    /// <summary>A constant such as <c>End.Completed</c>, with its full name if the short name means something else.</summary>
    public static string Constant(FixPlace place, SyntaxNode node, string constant)
    {
        var isEnd = constant.StartsWith("End.", StringComparison.Ordinal);
        var found = place.Model.LookupSymbols(node.SpanStart, name: isEnd ? "End" : constant);
        var isKnown = found.Length > 0 && found.All(symbol => isEnd
            ? SopSymbols.IsOurs(symbol as ITypeSymbol, "End")
            : symbol is IFieldSymbol && SopSymbols.IsOurs(symbol.ContainingType, "Sop"));
        return isKnown ? constant : $"global::{SopSymbols.Home}.{(isEnd ? constant : "Sop." + constant)}";
    }

    private static bool Says(string written, string text) =>
        written == Nameof(text) || (text.StartsWith("(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal));
}
