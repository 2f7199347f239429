using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Writes the manual path from the titles of the AI steps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFallback)), Shared]
public sealed class AddFallback() : SopFix(FixNames.AddFallback)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
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

        var agents = string.Join(" or ", steps.Select(step => step.Performer?.Title).OfType<string>().Distinct(StringComparer.Ordinal));
        var text = $"({FallbackWords.How(steps)}, SwitchWhen = {FallbackWords.When(agents.Length == 0 ? "The AI" : agents)})";
        var edit = AttributeText.Find(place, sop.Declaration, "Fallback", cancel) is { } old
            ? new TextEdit(place.Document.Id, new(old.ArgumentList?.Span ?? new(old.Span.End, 0), text))
            : AttributeText.Add(place, sop.Declaration, "Fallback", text, cancel);
        yield return new("Write down the way by hand", nameof(AddFallback), [edit]);
    }
}
