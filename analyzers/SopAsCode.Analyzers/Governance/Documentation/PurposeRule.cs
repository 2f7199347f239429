using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0801: the SOP does not say what it is for, or what a run produces.</summary>
internal sealed class PurposeRule() : SopRule(
    Id,
    "SOP that does not say what it is for",
    "an SOP that does not say what it is for, or what comes out",
    new(Starter: Warning, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddAttribute, "add `[Purpose(…)]` to fill in"),
    new RuleFix(FixNames.AddArgument))
{
    public const string Id = "SOP0801";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (sop.Purpose is not { } purpose)
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' does not say what it is for: add [Purpose(\"…\", Output = \"…\")] with its goal and what comes out of a run")
            {
                Fix = Scaffold.Attribute("Purpose", Scaffold.ToFillIn, $"Output = {Scaffold.ToFillIn}"),
            };
            yield break;
        }

        if (PlaceholderText.Is(purpose.Goal))
        {
            yield return new(Id, purpose.Place.At("goal"), $"The purpose of SOP '{sop.Class.Name}' says nothing: write what the team wants from it");
        }

        if (PlaceholderText.Is(purpose.Output))
        {
            yield return new(Id, purpose.Place.At("Output"), $"The purpose of SOP '{sop.Class.Name}' does not say what comes out of a run: set Output")
            {
                Fix = purpose.Output is null ? Scaffold.Argument("Output") : null,
            };
        }
    }
}
