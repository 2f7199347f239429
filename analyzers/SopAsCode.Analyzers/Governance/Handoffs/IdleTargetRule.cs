using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0901: a hand-off to an SOP that starts no run, because it is retired or still an idea.</summary>
internal sealed class IdleTargetRule() : SopRule(
    Id,
    "Hand-off to a retired SOP",
    "a hand-off to a retired SOP",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0901";

    internal override Requires Requires => Requires.Active | Requires.Handoff;

    /// <summary>A retired SOP starts no new runs, and the SOPs to which it hands work are often retired with it.</summary>
    internal override IEnumerable<Finding> Check(RuleContext sop) =>
        from step in sop.Sop.Steps
        from handoff in step.Handoffs
        where handoff.Target.Stage is Stage.Retired or Stage.Idea
        select new Finding(Id, handoff.Place, Words(sop.Sop, step, handoff.Target));

    private static string Words(SopModel sop, StepModel step, OtherSopModel target) =>
        $"{MessageText.Of(sop, step)} hands work to SOP '{Naming.Simple(target.Type)}', which is " + (target.Stage == Stage.Retired
            ? "retired and starts no run any more: hand it to the SOP that took its place, or remove the step"
            : "an idea yet and starts no run: put that SOP to work first, or let a person do this step until then");
}
