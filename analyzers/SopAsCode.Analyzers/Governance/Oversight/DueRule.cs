using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0310: a step waits for something, and nothing says for how long.</summary>
internal sealed class DueRule() : SopRule(
    Id,
    "What is waited for is due some time",
    "a checkpoint, wait, outside automation or awaited hand-off without `[Due]`",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddDue, "add `[Due(Days = 1)]`"))
{
    public const string Id = "SOP0310";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps.Where(step => step.Due is null))
        {
            if (step.OnTimeout is { } late)
            {
                yield return new(
                    Id, late.Place, $"{MessageText.Of(sop.Sop, step)} says with [OnTimeout] where a run goes when the time is up, but no [Due] says when that is: add [Due(…)] with days, hours or minutes");
            }
            else if (Waiting(step) is { } what)
            {
                yield return new(Id, step.NamePlace, $"{what} {MessageText.Of(sop.Sop, step)} has no [Due], so nobody is told when it takes too long: add [Due(…)] with days, hours or minutes");
            }
        }
    }

    // A wait for time to pass states its own duration, and the work of a person is in the queue of that person.
    private static string? Waiting(StepModel step) =>
        step is { Waits: false } or { After: not null } or { Kind: StepKind.Human } ? null : step.Noun;
}
