using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>One SOP whose shape is valid, with everything that a rule may read.</summary>
internal sealed class RuleContext
{
    private readonly Lazy<UnsafeWrites> _writes;
    private readonly Lazy<AutonomyFindings> _autonomy;

    /// <summary>Collects what rules may read.</summary>
    /// <param name="graph">Its flow.</param>
    /// <param name="project">What rules know about its project.</param>
    /// <param name="severity">The configured severity of a rule in the file of the SOP; null when the rule is switched off.</param>
    public RuleContext(FlowGraph graph, ProjectContext project, Func<string, DiagnosticSeverity?> severity)
    {
        (Graph, Project, Severity) = (graph, project, severity);
        _writes = new(() => new(this));
        _autonomy = new(() => new(this));
    }

    /// <summary>Its flow.</summary>
    public FlowGraph Graph { get; }

    /// <summary>What rules know about its project.</summary>
    public ProjectContext Project { get; }

    /// <summary>The configured severity of a rule in the file of the SOP; null when the rule is switched off.</summary>
    public Func<string, DiagnosticSeverity?> Severity { get; }

    /// <summary>Every text of its declaration, for rules that search all texts; the text of a prompt file is in the prompt.</summary>
    public required Lazy<IReadOnlyList<PlacedText>> Texts { get; init; }

    /// <summary>What its code does.</summary>
    public required SopBodies Bodies { get; init; }

    /// <summary>The conditions that always have the same result.</summary>
    public ConstantConditions Conditions => field ??= new(Bodies);

    /// <summary>Its declaration.</summary>
    public SopModel Sop => Graph.Sop;

    /// <summary>The policy; null when there is none.</summary>
    public PolicyModel? Policy => Project.Policy;

    /// <summary>The policy; null when there is none, or while somebody is typing it.</summary>
    public PolicyModel? FinishedPolicy => Policy is { HasUnfinishedAttribute: false } policy ? policy : null;

    /// <summary>The day that rules use as today; null when the build states none, and then no rule uses the current day.</summary>
    public DateTime? AsOf => Project.AsOf;

    /// <summary>The summaries of other SOPs.</summary>
    public OtherSops Others => Project.Others;

    /// <summary>The writes that are not safe. Several rules report them.</summary>
    public UnsafeWrites Writes => _writes.Value;

    /// <summary>The findings about steps that act by themselves. Several rules report them.</summary>
    public AutonomyFindings Autonomy => _autonomy.Value;

    /// <summary>It is the first of the active SOPs of its project by name, at which findings about the whole project are reported.</summary>
    public bool IsFirst => Others.FirstActive == Sop.Class.FullName;

    /// <summary>Runs can start: it is neither an idea nor retired.</summary>
    public bool IsActive => Sop.Stage == Stage.Active;

    /// <summary>It has an attribute that somebody is still typing, so rules about a missing attribute report nothing.</summary>
    public bool IsUnfinished => Sop.Class.HasUnfinishedAttribute;

    /// <summary>The steps at which nobody is typing an attribute. Rules do not report what the other steps lack.</summary>
    public IEnumerable<StepModel> FinishedSteps => Sop.Steps.Where(IsFinished);

    /// <summary>Whether nobody is typing an attribute of a step.</summary>
    public bool IsFinished(StepModel step) => !step.HasUnfinishedAttribute && !Sop.Unfinished.Contains(step.Name, StringComparer.Ordinal);

    /// <summary>Whether the requirements of a rule are true.</summary>
    public bool Meets(Requires required) =>
        (!required.HasFlag(Requires.Active) || IsActive)
        && (!required.HasFlag(Requires.Class) || !IsUnfinished)
        && (!required.HasFlag(Requires.Steps) || Sop.Steps.All(IsFinished))
        && (!required.HasFlag(Requires.Methods) || Sop.Unfinished.Count == 0)
        && (!required.HasFlag(Requires.Handoff) || Sop.Steps.Any(step => step.Handoff is not null));

    /// <summary>The findings of a rule; none when its requirements are not true.</summary>
    public IEnumerable<Finding> Ask(SopRule rule) => Meets(rule.Requires) ? rule.Check(this) : [];

    /// <summary>
    /// Whether a rule reports nothing because another rule reports the same: the order of precedence says so, and the configured severity of the other rule is
    /// at least as high.
    /// </summary>
    public bool GivesWay(string rule, string to) => Precedence.Yields(rule, to) && Severity(to) is { } other && (Severity(rule) is not { } own || other >= own);

    /// <summary>The same SOP with some rules switched off.</summary>
    public RuleContext Without(ICollection<string> rules) => new(Graph, Project, rule => rules.Contains(rule) ? null : Severity(rule)) { Texts = Texts, Bodies = Bodies };
}

/// <summary>What rules know about the project of an SOP.</summary>
/// <param name="Others">The summaries of other SOPs.</param>
/// <param name="Policy">The policy; null when there is none.</param>
/// <param name="AsOf">The day that rules use as today; null when the build states none, and then no rule uses the current day.</param>
internal sealed record ProjectContext(OtherSops Others, PolicyModel? Policy, DateTime? AsOf)
{
    /// <summary>The lock file of the project, with the versions of its SOPs; null when there is none.</summary>
    public LockFile? Lock { get; init; }

    /// <summary>The project has the profile <c>strict</c>.</summary>
    public bool IsStrict { get; init; }

    /// <summary>There are several policies, and nothing says which of them counts, so it is not known what is allowed.</summary>
    public bool HasRivalPolicies { get; init; }

    /// <summary>The policies of the project and of the projects that it references.</summary>
    public required KnownPolicies Policies { get; init; }

    /// <summary>What tools get from other tools.</summary>
    public required Lazy<FedTools> Tools { get; init; }

    /// <summary>The paths of the files that could be prompts.</summary>
    public required Func<IEnumerable<string>> PromptFiles { get; init; }
}
