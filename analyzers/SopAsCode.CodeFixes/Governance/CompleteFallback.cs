using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Completes the manual path, and when to switch to it, from the titles of the steps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteFallback)), Shared]
public sealed class CompleteFallback() : SopFix(FixNames.CompleteFallback)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } type)
        {
            yield break;
        }

        var sop = SopReader.Read(type.Symbol, cancel);
        yield return AttributeText.Find(place, type.Declaration, "Fallback", cancel) is { } fallback
            ? new("Say when to work by hand", nameof(CompleteFallback), [.. Complete(place, sop, fallback)])
            : new(
                "Say how to work by hand, and when",
                nameof(CompleteFallback),
                [AttributeText.Add(place, type.Declaration, "Fallback", $"({How(sop)}, SwitchWhen = {When(sop)})", cancel)]);
    }

    private static IEnumerable<TextEdit> Complete(FixPlace place, SopModel sop, AttributeSyntax fallback)
    {
        if (PlaceholderText.Is(sop.Fallback?.How) && fallback.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } how)
        {
            yield return new(place.Document.Id, new(how.Expression.Span, How(sop)));
        }

        if (PlaceholderText.Is(sop.Fallback?.SwitchWhen))
        {
            yield return AttributeText.SetArgument(place, fallback, "SwitchWhen", When(sop));
        }
    }

    private static string How(SopModel sop) =>
        FallbackWords.How(sop.Steps.Where(step => step.Traits.IsByMachine));

    private static string When(SopModel sop)
    {
        var agents = sop.Steps.Where(step => step.Kind == StepKind.Ai).Select(step => step.Performer?.Title ?? "The AI").Distinct(StringComparer.Ordinal).ToList();
        return agents.Count == 0 ? FallbackWords.Literal("An automated step fails twice in a row") : FallbackWords.When(MessageText.Or(agents));
    }
}
