using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>What awaited SOPs bring back: whether it is an AI's, their summaries say.</summary>
public static class BroughtBack
{
    /// <summary>Adds to each hand-off what the other SOP says of its result.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="find">The summary of the SOP with a full name; null when there is none.</param>
    /// <returns>The SOP; the same where it awaits no result.</returns>
    public static SopModel Join(SopModel sop, Func<string, SopSummary?> find) => sop.Steps.Any(IsAwaited)
        ? sop with { Steps = sop.Steps.Select(step => IsAwaited(step) ? step with { Handoff = Join(step.Handoff!, find) } : step).ToEquatableArray() }
        : sop;

    /// <summary>Adds to each hand-off what the other SOP says of its result.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="compilation">Where it is declared: its own assembly, and those it references, are asked.</param>
    /// <returns>The SOP; the same where it awaits no result.</returns>
    public static SopModel Join(SopModel sop, Compilation compilation) => Join(sop, name => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(SopSymbols.IsUser)
        .Prepend(compilation.Assembly)
        .SelectMany(SopSummary.ReadAll)
        .FirstOrDefault(summary => summary.Sop == name));

    private static bool IsAwaited(StepModel step) => step.Handoff is { Wait: true, Result: not null };

    private static HandoffModel Join(HandoffModel handoff, Func<string, SopSummary?> find) => find(handoff.Target.Type) is { } target
        ? handoff with
        {
            IsResultUnreviewed = target.CompletesWithUnreviewed.Contains(handoff.Result!.Plain, StringComparer.Ordinal),
            IsResultOfInput = target.PassesOnUnapproved.Contains(handoff.Result.Plain, StringComparer.Ordinal),
        }
        : handoff;
}
