using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>Impacts as code writes them.</summary>
internal static class ImpactText
{
    /// <summary>Several impacts with bars between them: <c>Impact.Money | Impact.Customers</c>.</summary>
    public static string Of(FixPlace place, int position, Impact impact)
    {
        var type = LocalSyntax.Type(place.Model, position, nameof(Impact));
        return string.Join(" | ", Enum.GetValues(typeof(Impact)).Cast<Impact>().Where(one => one != Impact.None && impact.HasFlag(one)).Select(one => $"{type}.{one}"));
    }

    /// <summary>The impacts that are left: the same words in the same order, without the removed impacts.</summary>
    public static string Narrowed(FixPlace place, ExpressionSyntax written, Impact left, CancellationToken cancel)
    {
        List<string> kept = [];
        var known = Impact.None;
        foreach (var part in Parts(written))
        {
            var impact = place.Model.GetConstantValue(part, cancel).Value is int value ? (Impact)value : Impact.None;
            if (impact != Impact.None && (impact & ~left) == Impact.None)
            {
                kept.Add(part.ToString());
                known |= impact;
            }
        }

        return known == left ? string.Join(" | ", kept) : Of(place, written.SpanStart, left);
    }

    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax written) =>
        written is BinaryExpressionSyntax both && both.IsKind(SyntaxKind.BitwiseOrExpression) ? [.. Parts(both.Left), .. Parts(both.Right)] : [written];
}
