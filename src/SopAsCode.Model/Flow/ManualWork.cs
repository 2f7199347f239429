using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>Says which steps a person may do in the manual path in place of their performer, so that the run goes on behind them.</summary>
internal static class ManualWork
{
    /// <summary>
    /// Whether a person may do a step in the manual path. A checkpoint is answered and not skipped: neither one of this SOP nor those behind the result of
    /// another SOP, and an AI's value is not replaced when it is all that a later checkpoint is shown of an AI.
    /// </summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="step">The number of the step.</param>
    /// <param name="next">The states after a state.</param>
    /// <returns>True when a person may.</returns>
    public static bool MayReplace(SopModel sop, int step, Func<int, IEnumerable<int>> next) => sop.Steps[step] switch
    {
        { Kind: StepKind.Checkpoint } => false,
        { Handoffs: var handoffs } when handoffs.Any(handoff => handoff.Result is not null) => false,
        { Kind: StepKind.Ai } ai => !IsReviewed(sop, step, ai, next),
        _ => true,
    };

    private static bool IsReviewed(SopModel sop, int step, StepModel ai, Func<int, IEnumerable<int>> next)
    {
        HashSet<string> own = new(ai.Makes.Select(made => made.Key), StringComparer.Ordinal);
        HashSet<string> ofAi = new(sop.Steps.Where(other => other.Kind == StepKind.Ai).SelectMany(other => other.Makes).Select(made => made.Key), StringComparer.Ordinal);
        return PathSearch.Find(next(step), next, state => state < sop.Steps.Count && sop.Steps[state] is { Kind: StepKind.Checkpoint } checkpoint && ShowsOnly(checkpoint)) is not null;

        bool ShowsOnly(StepModel checkpoint)
        {
            var shown = PathSearch.Reads(checkpoint);
            return shown.Overlaps(own) && shown.Where(ofAi.Contains).All(own.Contains);
        }
    }
}
