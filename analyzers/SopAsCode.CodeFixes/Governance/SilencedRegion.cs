using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>The region in which a pragma switches a rule off: from the pragma to its end, or to the end of the file.</summary>
internal sealed class SilencedRegion
{
    private readonly FixPlace _place;
    private readonly PragmaWarningDirectiveTriviaSyntax _pragma;
    private readonly PragmaWarningDirectiveTriviaSyntax? _end;
    private readonly string _rule;

    /// <summary>Finds the end of a pragma.</summary>
    public SilencedRegion(FixPlace place, PragmaWarningDirectiveTriviaSyntax pragma, string rule)
    {
        (_place, _pragma, _rule) = (place, pragma, rule);
        for (var next = pragma.GetNextDirective(); next is not null && _end is null; next = next.GetNextDirective())
        {
            _end = next is PragmaWarningDirectiveTriviaSyntax { IsActive: true } restore && restore.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword) && CodeIn(restore) is not null
                ? restore
                : null;
        }
    }

    private TextSpan Span => TextSpan.FromBounds(_pragma.Span.End, _end?.SpanStart ?? _place.Root.FullSpan.End);

    /// <summary>Puts a waiver on the only step or SOP in the region; null when there are several, or when no reason is given.</summary>
    public IReadOnlyList<TextEdit>? Replace(CancellationToken cancel)
    {
        var reason = Reason();
        if (!WaiveInstead.SaysWhy(reason) || Sop(cancel) is not { } sop)
        {
            return null;
        }

        var arguments = WaiveInstead.Arguments(_rule, SymbolDisplay.FormatLiteral(reason!, quote: true));
        var waiver = Step(sop, cancel) is { } step
            ? AttributeText.Add(_place, step, "Waive", arguments, cancel)
            : AttributeText.Add(_place, sop, "Waive", arguments, cancel);
        return _end is null ? [waiver, Remove(_pragma)] : [waiver, Remove(_pragma), Remove(_end)];
    }

    // "#pragma warning disable SOP0701 // Numbers come in March"
    private string? Reason() =>
        _pragma.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) is { RawKind: not 0 } comment
            ? comment.ToString().TrimStart('/').Trim()
            : null;

    private ClassDeclarationSyntax? Sop(CancellationToken cancel)
    {
        var sops = _place.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Where(type => type.Span.IntersectsWith(Span))
            .Where(type => _place.Model.GetDeclaredSymbol(type, cancel) is { } symbol && SopSymbols.IsSop(symbol))
            .ToList();
        return sops.Count == 1 ? sops[0] : null;
    }

    private MethodDeclarationSyntax? Step(ClassDeclarationSyntax sop, CancellationToken cancel)
    {
        if (Span.IntersectsWith(TextSpan.FromBounds(sop.SpanStart, sop.OpenBraceToken.Span.End)))
        {
            return null;
        }

        var silenced = sop.Members.Where(member => member.Span.IntersectsWith(Span)).ToList();
        return silenced.Count == 1 && silenced[0] is MethodDeclarationSyntax method && _place.Model.GetDeclaredSymbol(method, cancel) is { } symbol && SopSymbols.IsMarked(symbol) ? method : null;
    }

    // The whole line, or only the id if there are other ids beside it.
    private TextEdit Remove(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var text = _place.Root.GetText();
        var codes = pragma.ErrorCodes;
        var number = codes.IndexOf(CodeIn(pragma)!);
        var span = codes.Count == 1 ? text.Lines.GetLineFromPosition(pragma.SpanStart).SpanIncludingLineBreak
            : number == 0 ? TextSpan.FromBounds(codes[0].SpanStart, codes[1].SpanStart)
            : TextSpan.FromBounds(codes[number - 1].Span.End, codes[number].Span.End);
        return new(_place.Document.Id, new(span, ""));
    }

    private ExpressionSyntax? CodeIn(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.ErrorCodes.FirstOrDefault(code => code is IdentifierNameSyntax name && name.Identifier.ValueText == _rule);
}
