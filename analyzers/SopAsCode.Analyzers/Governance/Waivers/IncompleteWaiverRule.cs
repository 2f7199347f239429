using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP1101: a waiver does not say which rule it is about, why, who allows it, or when it ends.</summary>
internal sealed class IncompleteWaiverRule() : SopRule(
    Id,
    "Waiver without rule, reason, approver or end date",
    "a waiver without rule, reason, approver or end date",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.CompleteWaiver, "name the approver, one offer per role"),
    new RuleFix(FixNames.UseRuleId, "nearest rule"))
{
    public const string Id = "SOP1101";

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        foreach (var placed in PlacedWaiver.Of(of.Sop))
        {
            if (!PlaceholderText.Is(placed.Rule) && !Rules.Has(placed.Rule))
            {
                yield return Unknown(of.Sop, placed);
            }

            var missing = Missing(placed.Waiver).ToList();
            if (missing.Count > 0)
            {
                yield return new(Id, placed.Waiver.Place, Words(of.Sop, placed, missing)) { Fix = FixOf(missing) };
            }
        }
    }

    private static Finding Unknown(SopModel sop, PlacedWaiver placed)
    {
        var nearest = Waivable.Nearest(placed.Rule);
        var meant = nearest is null ? "write the id of the finding, such as \"SOP0701\"" : $"did you mean {nearest} ({Rules.Of(nearest).Title})?";
        return new(Id, placed.Waiver.Place.At("ruleId"), $"The waiver for {placed.Place(sop)} names '{MessageText.Text(placed.Rule)}', which is no rule: {meant}")
        {
            Fix = nearest is null ? null : new(FixNames.UseRuleId, nearest),
        };
    }

    private static IEnumerable<Part> Missing(WaiverModel waiver)
    {
        if (PlaceholderText.Is(waiver.Rule))
        {
            yield return Part.Rule;
        }

        if (PlaceholderText.Is(waiver.Because))
        {
            yield return Part.Because;
        }

        if (waiver is { By: null, NoRole: null })
        {
            yield return Part.By;
        }

        if (waiver.Until is null)
        {
            yield return Part.Until;
        }
    }

    private static string Words(SopModel sop, PlacedWaiver placed, List<Part> missing)
    {
        var what = PlaceholderText.Is(placed.Rule) ? "A waiver" : $"The waiver of {MessageText.Text(placed.Rule)}";
        return $"{what} for {placed.Place(sop)} has {MessageText.And(missing.ConvertAll(Lack))}, so it waives nothing: add {MessageText.And(missing.ConvertAll(Code))}";
    }

    // Who allows it can be chosen; only a person can say which rule is meant, why, and until when.
    private static Fix? FixOf(List<Part> missing) => missing.Contains(Part.By) && !missing.Contains(Part.Rule) ? new(FixNames.CompleteWaiver) : null;

    private static string Lack(Part part) => part switch
    {
        Part.Rule => "no rule",
        Part.Because => "no reason",
        Part.By => "no approver",
        _ => "no end date",
    };

    private static string Code(Part part) => part switch
    {
        Part.Rule => "the id of the rule",
        Part.Because => "Because = \"…\"",
        Part.By => "By = typeof(…)",
        _ => "Until = \"…\"",
    };

    private enum Part
    {
        Rule,
        Because,
        By,
        Until,
    }
}
