using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0506: an AI reads a tool that does not say how sensitive the data in it is, so no rule can compare that with what the agent may see.</summary>
internal sealed class UnknownToolDataRule() : SopRule(
    Id,
    "Tool that an AI reads and that does not say what it holds",
    "a tool without `[Holds]` that an AI reads",
    new(Starter: Info, Recommended: Info, Strict: Warning))
{
    public const string Id = "SOP0506";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext sop) =>
        from step in sop.FinishedSteps
        where step.Kind == StepKind.Ai
        from access in step.Access
        where access is { Kind: Access.Read, Tool: { Holds: null, HasUnfinishedAttribute: false } }
        select new Finding(
            Id,
            access.Place,
            $"{MessageText.Of(sop.Sop, step)} lets an AI read '{access.Tool.Name}', and nothing says how sensitive that is: put [Holds(DataClass.…)] on '{access.Tool.Name}'")
        {
            Cause = access.Tool.Type,
        };
}
