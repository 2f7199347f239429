using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0406: the SOP does not state its manual path, or when to switch to it.</summary>
internal sealed class FallbackRule() : SopRule(
    Id,
    "AI or automation without a way to do the work by hand",
    "AI or automation without `[Fallback]`, or without `SwitchWhen`",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.CompleteFallback, "add both to fill in"))
{
    public const string Id = "SOP0406";

    internal override Requires Requires => Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (Workers(sop.Sop) is not { } workers)
        {
            yield break;
        }

        // A finding that no path leads to a person says more than a finding that there is no manual path.
        if (PlaceholderText.Is(sop.Sop.Fallback?.How) && sop.GivesWay(Id, ExceptionsRule.Id) && sop.Ask(Rules.Of(ExceptionsRule.Id)).Any())
        {
            yield break;
        }

        var name = sop.Sop.Class.Name;
        if (sop.Sop.Fallback is not { } fallback)
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{name}' relies on {workers} and does not say how the work is done by hand: add [Fallback(…, SwitchWhen = …)]");
        }
        else if (PlaceholderText.Is(fallback.How))
        {
            yield return new(Id, fallback.Place.At("how"), $"[Fallback] of SOP '{name}' says nothing: write how the work is done without {workers}");
        }
        else if (PlaceholderText.Is(fallback.SwitchWhen))
        {
            yield return new(
                Id,
                fallback.SwitchWhen is null ? fallback.Place : fallback.Place.At("SwitchWhen"),
                $"[Fallback] of SOP '{name}' does not say when to leave {workers} and work by hand: add SwitchWhen");
        }
    }

    private static string? Workers(SopModel sop) =>
        (sop.Steps.Any(step => step.Kind == StepKind.Ai), sop.Steps.Any(step => step.Kind == StepKind.Automated)) switch
        {
            (true, true) => "AI and automation",
            (true, false) => "AI",
            (false, true) => "automation",
            _ => null,
        };
}
