using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// One rule: all that is said about it anywhere, and what it finds. It speaks about an SOP, about a type where it is declared, or about a
/// grant where it is written; a rule overrides the checks that it needs.
/// </summary>
public abstract class SopRule
{
    /// <summary>Describes a rule.</summary>
    /// <param name="id">Its id: <c>SOP0403</c>. The first two digits are its category.</param>
    /// <param name="title">What is so where it finds nothing, in one sentence.</param>
    /// <param name="flags">What it flags, as its row in the table of the rules says it.</param>
    /// <param name="severity">How bad its findings are, profile by profile.</param>
    /// <param name="fixes">The fixes that its findings have.</param>
    private protected SopRule(string id, string title, string flags, RuleSeverity severity, params RuleFix[] fixes)
    {
        (RuleId, Title, Flags, Severity, Fixes) = (id, title, flags, severity, fixes);
        Category = RuleCategory.Of(id);
    }

    /// <summary>Its id.</summary>
    public string RuleId { get; }

    /// <summary>What is so where it finds nothing.</summary>
    public string Title { get; }

    /// <summary>What it flags, as its row in the table of the rules says it.</summary>
    public string Flags { get; }

    /// <summary>How bad its findings are, profile by profile.</summary>
    public RuleSeverity Severity { get; }

    /// <summary>The fixes that its findings have.</summary>
    public IReadOnlyList<RuleFix> Fixes { get; }

    /// <summary>Its group, which its id says.</summary>
    public string Category { get; }

    /// <summary>What it says as a warning beside its findings, whatever the profile; null when there is no such thing.</summary>
    public virtual RuleAdvice? Advice => null;

    /// <summary>Who can allow an exception to it.</summary>
    public virtual Waiving Waiving => Category is RuleCategory.Shape or RuleCategory.Waivers ? Waiving.Never : Waiving.Free;

    /// <summary>Whether no line of a config file and no pragma changes how bad its findings are.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Whether its findings can stand at a grant, an agent, a tool, a record or the policy, where no SOP sees them.</summary>
    public virtual bool SpeaksElsewhere => false;

    /// <summary>Whether it looks at a day, and may have something to say once there is one.</summary>
    public virtual bool LooksAtDates => false;

    /// <summary>Whether it follows the paths of a run, so that an error about another path can hide what it would say.</summary>
    public virtual bool FollowsPaths => Category is RuleCategory.Permissions or RuleCategory.Oversight or RuleCategory.Flow;

    /// <summary>How bad its findings are in a profile; null when it does not speak there. At <c>none</c> only the shape is checked.</summary>
    /// <param name="profile">One of <see cref="RuleSeverity.Profiles"/>; any other text counts as <c>recommended</c>.</param>
    /// <returns>How bad.</returns>
    public DiagnosticSeverity? SeverityIn(string? profile) => profile switch
    {
        "none" => Category == RuleCategory.Shape ? Severity.Recommended : null,
        "starter" => Severity.Starter,
        "strict" => Severity.Strict,
        _ => Severity.Recommended,
    };

    /// <summary>What must be so before it is asked about an SOP.</summary>
    internal virtual Requires Requires => Requires.Nothing;

    /// <summary>What it says about an SOP of sound shape.</summary>
    internal virtual IEnumerable<Finding> Check(RuleContext sop) => [];

    /// <summary>What it says where a type is declared. No waiver of an SOP reaches that.</summary>
    internal virtual IEnumerable<Finding> CheckType(TypeContext type) => [];

    /// <summary>What it says about a grant.</summary>
    internal virtual IEnumerable<PlacedFinding> CheckGrant(GrantContext grant) => [];
}

/// <summary>Who can allow an exception to a rule.</summary>
public enum Waiving
{
    /// <summary>Whoever the waiver names.</summary>
    Free,

    /// <summary>Only the policy.</summary>
    WithLeave,

    /// <summary>Nobody.</summary>
    Never,
}

/// <summary>What must be so before a rule is asked about an SOP. Half-typed code lacks what its author is about to write.</summary>
[Flags]
internal enum Requires
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Runs start: the SOP is neither an idea nor retired.</summary>
    Active = 1,

    /// <summary>Nothing is being typed at the class.</summary>
    Class = 2,

    /// <summary>Nothing is being typed at a step.</summary>
    Steps = 4,

    /// <summary>Nothing is being typed at any method that may become a step.</summary>
    Methods = 8,

    /// <summary>A step hands work over to another SOP.</summary>
    Handoff = 16,
}
