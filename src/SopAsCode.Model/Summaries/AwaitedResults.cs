using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>What awaited SOPs bring back: whether it is an AI's, their summaries say.</summary>
public static class AwaitedResults
{
    /// <summary>Adds to each hand-off what the other SOP says of its result.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="summaries">Those of other SOPs, by full name, such as <see cref="JoinedSummaries"/>; asked only where a result is awaited.</param>
    /// <returns>The SOP; the same where it awaits no result.</returns>
    public static SopModel Join(SopModel sop, Func<IReadOnlyDictionary<string, SopSummary>> summaries)
    {
        if (!sop.Steps.Any(IsAwaited))
        {
            return sop;
        }

        var known = summaries();
        return sop with { Steps = sop.Steps.Select(step => IsAwaited(step) ? step with { Handoff = Join(step.Handoff!, known) } : step).ToEquatableArray() };
    }

    /// <summary>Adds to each hand-off what the other SOP says of its result.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="compilation">Where it is declared: its own assembly, and those it references, are asked.</param>
    /// <returns>The SOP; the same where it awaits no result.</returns>
    public static SopModel Join(SopModel sop, Compilation compilation) => Join(sop, () => JoinedSummaries.Of(compilation, SopSummary.ReadAll(compilation.Assembly)));

    private static bool IsAwaited(StepModel step) => step.Handoff is { Wait: true, Result: not null };

    private static HandoffModel Join(HandoffModel handoff, IReadOnlyDictionary<string, SopSummary> known) => known.TryGetValue(handoff.Target.Type, out var target)
        ? handoff with
        {
            IsResultUnreviewed = target.CompletesWithUnreviewed.Contains(handoff.Result!.Plain, StringComparer.Ordinal),
            IsResultOfInput = target.PassesOnUnapproved.Contains(handoff.Result.Plain, StringComparer.Ordinal),
        }
        : handoff;
}
