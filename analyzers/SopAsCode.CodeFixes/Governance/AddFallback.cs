using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0313: the way by hand, made of what the AI steps say they do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFallback)), Shared]
public sealed class AddFallback : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0313"];

    /// <inheritdoc/>
    internal override IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop)
        {
            yield break;
        }

        var steps = SopReader.Read(sop.Symbol, cancel).Steps.Where(step => step.Kind == StepKind.Ai).ToList();
        if (steps.Count == 0)
        {
            yield break;
        }

        var how = $"Do this by hand: {string.Join("; ", steps.Select(step => Inside(step.Title)))}";
        var agents = string.Join(" or ", steps.Select(step => step.Performer?.Title).OfType<string>().Distinct(StringComparer.Ordinal));
        var text = $"({Literal(how)}, SwitchWhen = {Literal($"{(agents.Length == 0 ? "The AI" : agents)} does not answer, or is wrong twice in a row")})";
        var edit = AttributeText.Find(place, sop.Declaration, "Fallback", cancel) is { } old
            ? new TextEdit(place.Document.Id, new(old.ArgumentList?.Span ?? new(old.Span.End, 0), text))
            : AttributeText.Add(place, sop.Declaration, "Fallback", text, cancel);
        yield return new("Write down the way by hand", nameof(AddFallback), [edit]);
    }

    // In the middle of a sentence: names and abbreviations keep their capitals.
    private static string Inside(string title)
    {
        var said = title.Trim().TrimEnd('.');
        return said.Length > 1 && char.IsUpper(said[0]) && !char.IsUpper(said[1]) ? char.ToLowerInvariant(said[0]) + said.Substring(1) : said;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
