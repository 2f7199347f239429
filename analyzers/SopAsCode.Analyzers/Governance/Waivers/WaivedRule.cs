using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP1100: a finding that a waiver covers. It is known after all rules have run: see <see cref="WaivedFindings"/>.</summary>
internal sealed class WaivedRule() : SopRule(
    Id,
    "Waived finding",
    "a finding that a waiver covers",
    new(Starter: Info, Recommended: Info, Strict: Info))
{
    public const string Id = "SOP1100";

    /// <summary>
    /// Makes the finding for a waived finding; null when the waived rule is switched off, because it must then not be reported under another id either.
    /// </summary>
    public static Finding? Say(RuleContext sop, PlacedWaiver waiver, Finding finding) => sop.Severity(finding.Rule) is null ? null : new(
        Id,
        finding.Place,
        $"{finding.Rule} is waived until {waiver.Waiver.Until} by '{waiver.Waiver.By!.Name}' because '{MessageText.Line(waiver.Waiver.Because!)}': {finding.Message}")
    {
        RelatedPlaces = finding.RelatedPlaces,
    };
}
