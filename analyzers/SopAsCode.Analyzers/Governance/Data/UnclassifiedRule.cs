using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0501: an AI sees a record, and nothing states how sensitive the record is.</summary>
internal sealed class UnclassifiedRule() : SopRule(
    Id,
    "Data without a data class in a prompt",
    "a record without a data class in a prompt",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddDataClass, "add `[Data(…)]`, one offer per class"))
{
    public const string Id = "SOP0501";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var found in DataFlow.Unclassified(sop.Graph))
        {
            var step = sop.Sop.Steps[found.Step];
            var place = new DeclarationPlace(step.Name, step.Overload, PlacePart.Parameter, found.Parameter);
            if (found.Anything is { } anything)
            {
                yield return new(
                    Id,
                    place,
                    $"{MessageText.Of(sop.Sop, step)} shows agent '{step.Performer?.Name}' '{anything}', which may be anything: give it a [Data(DataClass.…)] of its own, or a record as its type");
                continue;
            }

            yield return new(
                Id,
                place,
                $"{MessageText.Of(sop.Sop, step)} shows agent '{step.Performer?.Name}' a '{found.Record.Short}', and nothing says how sensitive that is: add [Data(DataClass.…)] to '{found.Record.Short}'")
            {
                Fix = new(FixNames.AddDataClass, found.Record.Key),
            };
        }
    }
}
