using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.CodeFixes;

/// <summary>The text of a grant that is removed from a file or moved to another one. Its words stay the same, and its names keep their meaning.</summary>
internal static class GrantText
{
    /// <summary>The line of the grant in its new file, with the comment above it.</summary>
    /// <param name="place">The file.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="moved">All grants that leave the file.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static GrantLine Line(FixPlace place, AttributeSyntax grant, IReadOnlyCollection<AttributeSyntax> moved, CancellationToken cancel)
    {
        var source = place.Root.GetText();
        var list = (AttributeListSyntax)grant.Parent!;
        var comment = list.Attributes[0] == grant && list.Attributes.All(moved.Contains) ? source.ToString(TextSpan.FromBounds(Above(source, list), list.SpanStart)) : "";
        var generic = grant.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault();
        List<(TextSpan Span, Func<GrantNames, string> Text)> names = [generic is null ? Alias(place, grant, cancel) : (TextSpan.FromBounds(grant.SpanStart, generic.Identifier.Span.End), there => there.Grant())];
        names.AddRange((generic is null ? (SyntaxNode?)grant.ArgumentList : grant)?.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name != generic && IsFirst(name)).Select(name => Named(place, name, cancel)).OfType<(TextSpan, Func<GrantNames, string>)>() ?? []);
        var (text, start) = (grant.ToString(), grant.SpanStart);
        return (there, _) =>
        {
            var line = new StringBuilder();
            var at = start;
            foreach (var (span, name) in names.OrderBy(name => name.Span.Start))
            {
                line.Append(text, at - start, span.Start - at).Append(name(there));
                at = span.End;
            }

            return $"{comment}[assembly: {line.Append(text, at - start, text.Length - (at - start))}]";
        };
    }

    /// <summary>Removes grants from a file.</summary>
    public static IEnumerable<TextChange> Removals(SourceText text, IEnumerable<AttributeSyntax> grants) => grants
        .GroupBy(grant => (AttributeListSyntax)grant.Parent!)
        .Select(moved => moved.Count() == moved.Key.Attributes.Count
            ? new TextChange(Lines(text, moved.Key), "")
            : new TextChange(moved.Key.Attributes.Span, string.Join(", ", moved.Key.Attributes.Except(moved).Select(kept => kept.ToString()))))
        .OrderBy(change => change.Span.Start);

    // A blank line that only separated it is removed too.
    private static TextSpan Lines(SourceText text, AttributeListSyntax list)
    {
        var first = text.Lines.GetLineFromPosition(Above(text, list));
        var last = text.Lines.GetLineFromPosition(list.Span.End);
        if (!StandsAlone(text, list))
        {
            return list.Span;
        }

        var isSetApart = (first.LineNumber == 0 || IsBlank(text, text.Lines[first.LineNumber - 1].Span))
            && last.LineNumber + 1 < text.Lines.Count && IsBlank(text, text.Lines[last.LineNumber + 1].Span);
        return TextSpan.FromBounds(first.Start, isSetApart ? text.Lines[last.LineNumber + 1].EndIncludingLineBreak : last.EndIncludingLineBreak);
    }

    // The start of the comment directly above a list. A comment at the start of the file belongs to the file.
    private static int Above(SourceText text, AttributeListSyntax list)
    {
        var at = list.SpanStart;
        if (!StandsAlone(text, list))
        {
            return at;
        }

        var line = text.Lines.GetLineFromPosition(at).LineNumber;
        foreach (var comment in list.GetLeadingTrivia().Where(IsComment).Reverse())
        {
            var (first, last) = (text.Lines.GetLineFromPosition(comment.SpanStart), text.Lines.GetLineFromPosition(comment.Span.End));
            if (last.LineNumber != line - 1 || !IsBlank(text, TextSpan.FromBounds(first.Start, comment.SpanStart)) || !IsBlank(text, TextSpan.FromBounds(comment.Span.End, last.End)))
            {
                break;
            }

            (at, line) = (comment.SpanStart, first.LineNumber);
        }

        return line == 0 ? list.SpanStart : at;
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool StandsAlone(SourceText text, AttributeListSyntax list) =>
        LocalSyntax.Indent(text, list.SpanStart) is not null
        && IsBlank(text, TextSpan.FromBounds(list.Span.End, text.Lines.GetLineFromPosition(list.Span.End).End));

    private static bool IsBlank(SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));

    // An alias counts only in its file, so elsewhere the grant is written with its types.
    private static (TextSpan Span, Func<GrantNames, string> Text) Alias(FixPlace place, AttributeSyntax grant, CancellationToken cancel)
    {
        var types = place.Model.GetSymbolInfo(grant, cancel).Symbol?.ContainingType.TypeArguments.OfType<INamedTypeSymbol>().ToList() ?? [];
        return (grant.Name.Span, there => types.Count == 0 ? grant.Name.ToString() : $"{there.Grant()}<{string.Join(", ", types.Select(there.Name))}>");
    }

    // The first part of a name; the parts after its dots are found inside it.
    private static bool IsFirst(SimpleNameSyntax name) => name.Parent switch
    {
        NameEqualsSyntax or NameColonSyntax => false,
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax access => access.Expression == name,
        AliasQualifiedNameSyntax => false,
        _ => true,
    };

    private static (TextSpan Span, Func<GrantNames, string> Text)? Named(FixPlace place, SimpleNameSyntax first, CancellationToken cancel)
    {
        for (SyntaxNode? node = first; node is SimpleNameSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax; node = node.Parent)
        {
            switch (place.Model.GetSymbolInfo(node, cancel).Symbol)
            {
                case INamespaceSymbol:
                    continue;
                case INamedTypeSymbol { Arity: 0 } type:
                    return (node.Span, there => there.Name(type));
                case IFieldSymbol { IsStatic: true, ContainingType: { Arity: 0 } type } when node == first:
                    return (node.Span, there => $"{there.Name(type)}.{first}");
                default:
                    return null;
            }
        }

        return null;
    }
}
