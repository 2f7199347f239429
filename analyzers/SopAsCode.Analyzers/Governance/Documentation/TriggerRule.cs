using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0802: the SOP does not say what starts a run. A schedule is enough.</summary>
internal sealed class TriggerRule() : SopRule(
    Id,
    "SOP that does not say what starts a run",
    "an SOP that does not say what starts a run",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddAttribute, "add `[Trigger(…)]` to fill in"))
{
    public const string Id = "SOP0802";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        // What comes approved starts by hand-off only.
        if (sop.HasApprovedInput || sop.Triggers.Any(trigger => !PlaceholderText.Is(trigger.When) || trigger.Cron is not null))
        {
            yield break;
        }

        if (sop.Triggers.Count > 0)
        {
            yield return new(Id, sop.Triggers[0].Place.At("when"), $"The trigger of SOP '{sop.Class.Name}' says nothing: write what starts a run");
        }
        else
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' does not say what starts a run: add [Trigger(\"…\")] with the event, the schedule or the person")
            {
                Fix = Scaffold.Attribute("Trigger", Scaffold.ToFillIn),
            };
        }
    }
}
