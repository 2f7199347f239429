using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0202: a write does not state where it can hurt. It is reported if the class of the tool states it, or if neither states it and no person does the write.
/// </summary>
internal sealed class ImpactRule() : SopRule(
    Id,
    "A write says where it can hurt",
    "a write that does not say where it can hurt, where its tool does not say that it can't",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddImpact, "name the impact that the tool says"))
{
    public const string Id = "SOP0202";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps)
        {
            foreach (var access in step.Access.Where(IsOpen))
            {
                if (access.Tool.Touches is { } stated)
                {
                    var touches = WriteWords.Known(stated);
                    yield return new(Id, access.Place, Words(sop.Sop, step, access, touches)) { Fix = new(FixNames.AddImpact, touches.ToString()) };
                }

                // A write of a person is that person's own act, so no rule asks for a permission.
                else if (step.Traits.IsByMachine)
                {
                    yield return new(Id, access.Place, Words(sop.Sop, step, access));
                }
            }
        }
    }

    /// <summary>Neither the write nor its tool states that it is harmless, and the write does not state where it can hurt.</summary>
    public static bool IsOpen(AccessModel access) => access is { Kind: Access.Write, Impact: null, Tool.HasUnfinishedAttribute: false }
        && (access.Tool.Touches is not { } touches || WriteWords.Known(touches) != Impact.None);

    private static string Words(SopModel sop, StepModel step, AccessModel access, Impact touches) =>
        $"{MessageText.Of(sop, step)} writes to '{access.Tool.Name}', {WriteWords.Where(touches)}, and does not say which of that it does: "
        + $"name it as in [Writes<{access.Tool.Name}>({WriteWords.Code(touches)})], or say Impact.None";

    // A write that can't be undone needs an approval wherever it can hurt, but a grant needs to know where.
    private static string Words(SopModel sop, StepModel step, AccessModel access) =>
        $"{MessageText.Of(sop, step)} writes to '{access.Tool.Name}', and neither of them says where that can hurt, so no rule asks for {(access.Irreversible ? "a grant" : "an approval or a grant")}: "
        + $"name it as in [Writes<{access.Tool.Name}>(Impact.Customers)], say Impact.None there, or put [Touches(Impact.None)] on '{access.Tool.Name}'";
}
