using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>One SOP with everything a rule may look at. Its shape is sound.</summary>
/// <param name="Graph">Its flow.</param>
/// <param name="Policy">What the whole organisation set; null without a policy.</param>
/// <param name="AsOf">The day for which rules look at dates; null: no rule looks at a clock.</param>
/// <param name="Severity">How bad the findings of a rule are in its file, as configured; null when it is switched off.</param>
internal sealed record SopCase(FlowGraph Graph, PolicyModel? Policy, DateTime? AsOf, Func<string, DiagnosticSeverity?> Severity)
{
    /// <summary>What other SOPs say about themselves.</summary>
    public required OtherSops Others { get; init; }

    /// <summary>Which version of each SOP means what, as the project remembers it; null when it does not.</summary>
    public LockFile? Lock { get; init; }

    /// <summary>Its declaration.</summary>
    public SopModel Sop => Graph.Sop;

    /// <summary>Every text of its declaration, for rules about what stands in none; the text of a prompt file is in the prompt.</summary>
    public Func<IEnumerable<PlacedText>> Texts { get; init; } = static () => [];

    /// <summary>The paths of the files that could be prompts.</summary>
    public Func<IEnumerable<string>> PromptFiles { get; init; } = static () => [];

    /// <summary>Runs start: it is neither an idea nor retired.</summary>
    public bool IsActive => Sop.Stage == Stage.Active;

    /// <summary>There are several policies, and nothing says which of them counts: what they allow is not known.</summary>
    public bool HasRivalPolicies { get; init; }

    /// <summary>It has an attribute that is still being typed; until that is finished, rules about a missing one keep quiet.</summary>
    public bool IsUnfinished => Sop.Class.HasUnfinishedAttribute;

    /// <summary>Whether nothing is being typed at a step; else rules about what it lacks keep quiet.</summary>
    public bool IsFinished(StepModel step) => !step.HasUnfinishedAttribute && !Sop.Unfinished.Contains(step.Name, StringComparer.Ordinal);

    /// <summary>
    /// Whether a finding of one rule is said by another one too, which is at least as bad as configured: then it is said once.
    /// </summary>
    public bool GivesWay(string rule, string to) => Severity(to) is { } other && (Severity(rule) is not { } own || other >= own);
}
