using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP1100: a finding that a waiver covers. It is known when all rules have spoken: see <see cref="WaivedFindings"/>.</summary>
internal sealed class WaivedRule() : SopRule(
    Id,
    "A finding is waived",
    "a finding that a waiver covers",
    new(Starter: Info, Recommended: Info, Strict: Info))
{
    public const string Id = "SOP1100";

    /// <summary>Says a waived finding. What is switched off is not said by another name either: null.</summary>
    public static Finding? Say(RuleContext sop, PlacedWaiver waiver, Finding finding) => sop.Severity(finding.Rule) is null ? null : new(
        Id,
        finding.Place,
        $"{finding.Rule} is waived until {waiver.Waiver.Until} by '{waiver.Waiver.By!.Name}' because '{MessageText.Line(waiver.Waiver.Because!)}': {finding.Message}")
    {
        RelatedPlaces = finding.RelatedPlaces,
    };
}
