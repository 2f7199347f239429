using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0801: the SOP does not say what it is for, or what a run produces.</summary>
internal sealed class PurposeRule() : SopRule(
    Id,
    "Readers are told what an SOP is for",
    "an SOP that does not say what it is for, or what comes out",
    new(Starter: Warning, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddAttribute, "write first words"),
    new RuleFix(FixNames.WriteText))
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
                Fix = Scaffold.Attribute("Purpose", Scaffold.Text(Scaffold.TitleOf(sop)), $"Output = {Scaffold.Text(OutputOf(sop))}"),
            };
            yield break;
        }

        if (PlaceholderText.Is(purpose.Goal))
        {
            yield return new(Id, purpose.Place.At("goal"), $"The purpose of SOP '{sop.Class.Name}' says nothing: write what the team wants from it")
            {
                Fix = Scaffold.Write("goal", Scaffold.TitleOf(sop)),
            };
        }

        if (PlaceholderText.Is(purpose.Output))
        {
            yield return new(Id, purpose.Place.At("Output"), $"The purpose of SOP '{sop.Class.Name}' does not say what comes out of a run: set Output")
            {
                Fix = Scaffold.Write("Output", OutputOf(sop)),
            };
        }
    }

    // The value of the last step that makes one, or else the input of the run.
    private static string OutputOf(SopModel sop)
    {
        var made = sop.Steps.Reverse().SelectMany(step => step.Makes).Select(Scaffold.Noun).FirstOrDefault(noun => noun is not null);
        return made is not null ? Naming.Large(Scaffold.A(made))
            : sop.Input?.Key != TriggerRule.Tick && Scaffold.Noun(sop.Input) is { } input ? $"A finished {input}"
            : $"{Scaffold.TitleOf(sop)}, done";
    }
}
