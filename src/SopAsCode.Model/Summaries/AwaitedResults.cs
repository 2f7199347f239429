using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>The results that awaited SOPs bring back. Their own summaries say whether a result is an AI's value, and who approved it.</summary>
public static class AwaitedResults
{
    /// <summary>Adds to each hand-off what the other SOP says about its result.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="find">Finds the summary of an SOP by its full name, such as <see cref="KnownSops.Find"/>; it is called only when a result is
    /// awaited.</param>
    /// <returns>The SOP; it is unchanged when it awaits no result.</returns>
    public static SopModel Join(SopModel sop, Func<string, SopSummary?> find) => sop.Steps.Any(IsAwaited)
        ? sop with { Steps = sop.Steps.Select(step => IsAwaited(step) ? step with { Handoffs = step.Handoffs.Select(handoff => IsAwaited(handoff) ? Join(handoff, find) : handoff).ToEquatableArray() } : step).ToEquatableArray() }
        : sop;

    /// <summary>The flow of an SOP, with what other SOPs say about the results that it awaits.</summary>
    /// <param name="sop">The class.</param>
    /// <param name="compilation">Where it is declared.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The flow.</returns>
    public static FlowGraph FlowOf(INamedTypeSymbol sop, Compilation compilation, CancellationToken cancel) => new KnownSops(compilation).FlowOf(sop, cancel);

    /// <summary>The SOPs whose results an SOP awaits.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>Their full names.</returns>
    public static IEnumerable<string> Awaited(SopModel sop) => sop.Steps.SelectMany(step => step.Handoffs).Where(IsAwaited).Select(handoff => handoff.Target.Type);

    private static bool IsAwaited(StepModel step) => step.Handoffs.Any(IsAwaited);

    private static bool IsAwaited(HandoffModel handoff) => handoff is { Wait: true, Result: not null };

    private static HandoffModel Join(HandoffModel handoff, Func<string, SopSummary?> find) => find(handoff.Target.Type) is { } target
        ? handoff with
        {
            IsResultUnreviewed = target.CompletesWithUnreviewed.Contains(handoff.Result!.Plain, StringComparer.Ordinal),
            IsResultOfInput = target.PassesOnUnapproved.Contains(handoff.Result.Plain, StringComparer.Ordinal),
            ApprovedBy = target.ApprovedBy.Where(approved => approved.Type == handoff.Result.Plain).Select(approved => approved.Role).ToEquatableArray(),
        }
        : handoff;
}
