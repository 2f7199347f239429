using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0206: a step does more by itself than the policy allows without a person.</summary>
internal sealed class CapRule() : AutonomyRule(
    Id,
    "Step that does more by itself than the policy allows",
    "a step that does more by itself than the policy allows",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.LowerLevel, "lower the level; a checkpoint in place of the limit"))
{
    public const string Id = "SOP0206";

    public override IEnumerable<Finding> Check(RuleContext sop, int state)
    {
        if (sop.FinishedPolicy is not { } policy)
        {
            return [];
        }

        var step = sop.Sop.Steps[state];
        return IsAutonomous(step) ? Acting(sop, state, policy) : Preparing(sop, state, policy);
    }

    /// <summary>Whether the policy forbids every step to write by itself what this step writes.</summary>
    public static bool Forbids(PolicyModel? policy, StepModel step) => policy is not null && TooHigh(policy, Written(step), Level.Autonomous) != Impact.None;

    private static bool IsAutonomous(StepModel step) => step.Limit is not null || step is { Kind: StepKind.Ai, Level: Level.Autonomous };

    private static IEnumerable<Finding> Acting(RuleContext sop, int state, PolicyModel policy)
    {
        var step = sop.Sop.Steps[state];
        var tooHigh = TooHigh(policy, Written(step), Level.Autonomous);
        if (tooHigh != Impact.None)
        {
            var lowered = LevelRule.Lowered(sop.Graph, state, CapOf(policy, tooHigh));
            var what = step.Limit is null ? "by itself" : "by itself inside its [Limit]";
            yield return new(Id, PlaceOf(step), $"{MessageText.Of(sop.Sop, step)} writes {what}, {WriteWords.Where(tooHigh)}, but {Says(policy, tooHigh)}: let a person approve it")
            {
                Fix = new(FixNames.LowerLevel, lowered.ToString()),
            };
        }
    }

    // Another step writes what an AI prepares. The policy caps the level of the AI step by the impact of that write.
    private static IEnumerable<Finding> Preparing(RuleContext sop, int state, PolicyModel policy)
    {
        var step = sop.Sop.Steps[state];
        var drafted = step.Access.Where(access => access.Kind == Access.Draft).Select(access => access.Tool.Type).ToList();
        if (step.Kind != StepKind.Ai || step.Level is not (Level.DraftOnly or Level.PrepareForApproval) || drafted.Count == 0
            || policy.Caps.All(cap => cap.Level >= step.Level) || step.Access.Any(access => access.Kind == Access.Write))
        {
            yield break;
        }

        var impact = Impact.None;
        _ = PathSearch.Shortest(sop.Graph, state, to => Gather(sop.Graph.StepOf(to)));
        var tooHigh = TooHigh(policy, impact, step.Level);
        if (tooHigh != Impact.None && sop.Graph.IsReached(state))
        {
            var cap = CapOf(policy, tooHigh);
            yield return new(
                Id,
                step.Place.At("Level"),
                $"{MessageText.Of(sop.Sop, step)} has level {step.Level} for a write {WriteWords.Where(tooHigh)}, but {Says(policy, tooHigh)}: lower it to Level.{cap}")
            {
                Fix = new(FixNames.LowerLevel, cap.ToString()),
            };
        }

        // The search must visit everything that can be reached, so no state ends it.
        bool Gather(StepModel? reached)
        {
            foreach (var access in reached is { HasWriteEffect: true } ? reached.Access.Where(access => access.HasEffect && drafted.Contains(access.Tool.Type)) : [])
            {
                impact |= access.Harm;
            }

            return false;
        }
    }

    private static DeclarationPlace PlaceOf(StepModel step) => step.Limit?.Place ?? step.Place.At("Level");

    private static Impact Written(StepModel step) =>
        step.Access.Where(access => access.Kind == Access.Write).Aggregate(Impact.None, (all, access) => all | access.Harm);

    private static Impact TooHigh(PolicyModel policy, Impact impact, Level level) =>
        WriteWords.Each(impact).Where(one => Cap(policy, one) < level).Aggregate(Impact.None, (all, one) => all | one);

    private static Level CapOf(PolicyModel policy, Impact impact) => WriteWords.Each(impact).Min(one => Cap(policy, one));

    // A person must approve a write whose impact no cap names.
    private static Level Cap(PolicyModel policy, Impact one) => policy.CapOf(one) ?? Level.PrepareForApproval;

    private static string Says(PolicyModel policy, Impact tooHigh)
    {
        var unnamed = WriteWords.Each(tooHigh).Where(one => policy.CapOf(one) is null).Aggregate(Impact.None, (all, one) => all | one);
        return unnamed == tooHigh
            ? $"the policy has no [Cap] for {WriteWords.Words(unnamed)}"
            : $"the policy allows level {CapOf(policy, tooHigh)} at most";
    }
}
