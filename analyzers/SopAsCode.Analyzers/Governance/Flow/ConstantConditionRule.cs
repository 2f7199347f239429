using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0411: a condition does not depend on what the run holds.</summary>
internal sealed class ConstantConditionRule() : SopRule(
    Id,
    "Condition that does not depend on the run",
    "a condition of `[Next]` whose result is always the same, or that asks for no value of the run",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0411";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Severity(Id) is null)
        {
            yield break;
        }

        foreach (var condition in sop.Sop.Conditions)
        {
            if (Words(sop, condition) is not { } words)
            {
                continue;
            }

            var next = sop.FinishedSteps.SelectMany(step => step.Next.Select(next => (Step: step, Next: next))).FirstOrDefault(asked => asked.Next.When?.Name == condition.Name);
            var limited = sop.FinishedSteps.FirstOrDefault(step => step.Limit?.When?.Name == condition.Name);
            if (next.Step is not null)
            {
                yield return new(
                    Id,
                    new(condition.Name, condition.Place.Overload),
                    $"{next.Step.Name} → {next.Next.Step.Name}: condition {MessageText.Member(sop.Sop, condition.Name)} {words}, so it decides nothing: ask a value of the run, or remove the condition");
            }
            else if (limited is not null && ResultOf(sop, condition) == false)
            {
                yield return new(
                    Id,
                    new(condition.Name, condition.Place.Overload),
                    $"Condition {MessageText.Member(sop.Sop, condition.Name)} {words}, so '{limited.Name}' never starts: ask a value of the run, or remove [Limit] and write");
            }
        }
    }

    /// <summary>What makes a condition decide nothing, as the rest of a sentence; null when it may decide something.</summary>
    public static string? Words(RuleContext sop, ConditionModel condition) =>
        ResultOf(sop, condition) is { } result ? result ? "is always true" : "is never true"
        : sop.Bodies.Of(condition) is { } member && sop.Conditions.IsBlind(member) && ImpureConditionRule.FirstOf(sop, member) is null ? "asks for no value of the run"
        : null;

    /// <summary>The only result of a condition; null when it has several, or when that can't be told.</summary>
    public static bool? ResultOf(RuleContext sop, ConditionModel condition) => sop.Bodies.Of(condition) is { } member && ImpureConditionRule.FirstOf(sop, member) is null ? sop.Conditions.ResultOf(member) : null;
}
