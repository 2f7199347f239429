using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>One SOP with everything a rule may look at. Its shape is sound.</summary>
internal sealed class RuleContext
{
    private readonly Lazy<UnsafeWrites> _writes;
    private readonly Lazy<AutonomyFindings> _autonomy;

    /// <summary>Gathers what rules look at.</summary>
    /// <param name="graph">Its flow.</param>
    /// <param name="project">What rules know of the project around it.</param>
    /// <param name="severity">How bad the findings of a rule are in its file, as configured; null when it is switched off.</param>
    public RuleContext(FlowGraph graph, ProjectContext project, Func<string, DiagnosticSeverity?> severity)
    {
        (Graph, Project, Severity) = (graph, project, severity);
        _writes = new(() => new(this));
        _autonomy = new(() => new(this));
    }

    /// <summary>Its flow.</summary>
    public FlowGraph Graph { get; }

    /// <summary>What rules know of the project around it.</summary>
    public ProjectContext Project { get; }

    /// <summary>How bad the findings of a rule are in its file, as configured; null when it is switched off.</summary>
    public Func<string, DiagnosticSeverity?> Severity { get; }

    /// <summary>Every text of its declaration, for rules about what stands in none; the text of a prompt file is in the prompt.</summary>
    public required Func<IEnumerable<PlacedText>> Texts { get; init; }

    /// <summary>Its declaration.</summary>
    public SopModel Sop => Graph.Sop;

    /// <summary>What the whole organisation set; null without a policy.</summary>
    public PolicyModel? Policy => Project.Policy;

    /// <summary>What the whole organisation set; null without a policy, and while one is being typed.</summary>
    public PolicyModel? FinishedPolicy => Policy is { HasUnfinishedAttribute: false } policy ? policy : null;

    /// <summary>The day for which rules look at dates; null: no rule looks at a clock.</summary>
    public DateTime? AsOf => Project.AsOf;

    /// <summary>What other SOPs say about themselves.</summary>
    public OtherSops Others => Project.Others;

    /// <summary>The writes that are not safe. Several rules speak about them.</summary>
    public UnsafeWrites Writes => _writes.Value;

    /// <summary>What is said about steps that act by themselves. Several rules speak about them.</summary>
    public AutonomyFindings Autonomy => _autonomy.Value;

    /// <summary>Runs start: it is neither an idea nor retired.</summary>
    public bool IsActive => Sop.Stage == Stage.Active;

    /// <summary>It has an attribute that is still being typed; until that is finished, rules about a missing one keep quiet.</summary>
    public bool IsUnfinished => Sop.Class.HasUnfinishedAttribute;

    /// <summary>The steps at which nothing is being typed; about what the others lack, rules keep quiet.</summary>
    public IEnumerable<StepModel> FinishedSteps => Sop.Steps.Where(IsFinished);

    /// <summary>Whether nothing is being typed at a step.</summary>
    public bool IsFinished(StepModel step) => !step.HasUnfinishedAttribute && !Sop.Unfinished.Contains(step.Name, StringComparer.Ordinal);

    /// <summary>Whether what a rule requires is so.</summary>
    public bool Meets(Requires required) =>
        (!required.HasFlag(Requires.Active) || IsActive)
        && (!required.HasFlag(Requires.Class) || !IsUnfinished)
        && (!required.HasFlag(Requires.Steps) || Sop.Steps.All(IsFinished))
        && (!required.HasFlag(Requires.Methods) || Sop.Unfinished.Count == 0)
        && (!required.HasFlag(Requires.Handoff) || Sop.Steps.Any(step => step.Handoff is not null));

    /// <summary>What a rule says, as far as it may be asked.</summary>
    public IEnumerable<Finding> Ask(SopRule rule) => Meets(rule.Requires) ? rule.Check(this) : [];

    /// <summary>Whether a rule keeps quiet because another one says the same: the order of precedence says so, and the other one is at least as bad as configured.</summary>
    public bool GivesWay(string rule, string to) => Precedence.Yields(rule, to) && Severity(to) is { } other && (Severity(rule) is not { } own || other >= own);

    /// <summary>The same SOP, where some rules are switched off.</summary>
    public RuleContext Without(ICollection<string> rules) => new(Graph, Project, rule => rules.Contains(rule) ? null : Severity(rule)) { Texts = Texts };
}

/// <summary>What rules know of the project around an SOP.</summary>
/// <param name="Others">What other SOPs say about themselves.</param>
/// <param name="Policy">What the whole organisation set; null without a policy.</param>
/// <param name="AsOf">The day for which rules look at dates; null: no rule looks at a clock.</param>
internal sealed record ProjectContext(OtherSops Others, PolicyModel? Policy, DateTime? AsOf)
{
    /// <summary>Which version of each SOP means what, as the project remembers it; null when it does not.</summary>
    public LockFile? Lock { get; init; }

    /// <summary>There are several policies, and nothing says which of them counts: what they allow is not known.</summary>
    public bool HasRivalPolicies { get; init; }

    /// <summary>The paths of the files that could be prompts.</summary>
    public required Func<IEnumerable<string>> PromptFiles { get; init; }
}
