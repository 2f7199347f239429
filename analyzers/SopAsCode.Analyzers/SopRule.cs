using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// One rule: its complete description and its checks. It can check an SOP, a type at its declaration, or a grant; a rule overrides the
/// checks that it needs.
/// </summary>
public abstract class SopRule
{
    /// <summary>Describes a rule.</summary>
    /// <param name="id">Its id: <c>SOP0403</c>. The first two digits are its category.</param>
    /// <param name="title">What is wrong where it speaks, as a short phrase: <c>SOP without an owner</c>.</param>
    /// <param name="flags">What it reports, as its row in the table of the rules says it.</param>
    /// <param name="severity">The severity of its findings in each profile.</param>
    /// <param name="fixes">The fixes that its findings have.</param>
    private protected SopRule(string id, string title, string flags, RuleSeverity severity, params RuleFix[] fixes)
    {
        (RuleId, Title, Flags, Severity, Fixes) = (id, title, flags, severity, fixes);
        Category = RuleCategory.Of(id);
    }

    /// <summary>Its id.</summary>
    public string RuleId { get; }

    /// <summary>What is wrong where it speaks: <c>SOP without an owner</c>.</summary>
    public string Title { get; }

    /// <summary>What it reports, as its row in the table of the rules says it.</summary>
    public string Flags { get; }

    /// <summary>The severity of its findings in each profile.</summary>
    public RuleSeverity Severity { get; }

    /// <summary>The fixes that its findings have.</summary>
    public IReadOnlyList<RuleFix> Fixes { get; }

    /// <summary>Its group, which follows from its id.</summary>
    public string Category { get; }

    /// <summary>The warning that it reports besides its findings, in every profile; null when there is none.</summary>
    public virtual RuleAdvice? Advice => null;

    /// <summary>Who can allow an exception to it.</summary>
    public virtual Waiving Waiving => Category is RuleCategory.Shape or RuleCategory.Waivers ? Waiving.Never : Waiving.Free;

    /// <summary>Whether neither a config file nor a pragma can change the severity of its findings.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Whether its findings can be at a grant, an agent, a tool, a record or the policy, outside of every SOP.</summary>
    public virtual bool SpeaksElsewhere => false;

    /// <summary>Whether it needs the day of the build, so that it may have more findings when the build states a day.</summary>
    public virtual bool LooksAtDates => false;

    /// <summary>Whether it follows the paths of a run, so that an error about another path can hide its findings.</summary>
    public virtual bool FollowsPaths => Category is RuleCategory.Permissions or RuleCategory.Oversight or RuleCategory.Flow;

    /// <summary>The severity of its findings in a profile; null when it reports nothing there. At <c>none</c> only the shape is checked.</summary>
    /// <param name="profile">One of <see cref="RuleSeverity.Profiles"/>; any other text counts as <c>recommended</c>.</param>
    /// <returns>The severity.</returns>
    public DiagnosticSeverity? SeverityIn(string? profile) => profile switch
    {
        "none" => Category == RuleCategory.Shape ? Severity.Recommended : null,
        "starter" => Severity.Starter,
        "strict" => Severity.Strict,
        _ => Severity.Recommended,
    };

    /// <summary>What must be true before it checks an SOP.</summary>
    internal virtual Requires Requires => Requires.Nothing;

    /// <summary>The findings about an SOP whose shape is valid.</summary>
    internal virtual IEnumerable<Finding> Check(RuleContext sop) => [];

    /// <summary>The findings at the declaration of a type. A waiver of an SOP does not cover them.</summary>
    internal virtual IEnumerable<Finding> CheckType(TypeContext type) => [];

    /// <summary>The findings about a grant.</summary>
    internal virtual IEnumerable<PlacedFinding> CheckGrant(GrantContext grant) => [];

    /// <summary>The findings about the words of an SOP in a file beside its class.</summary>
    internal virtual IEnumerable<PlacedFinding> CheckWords(WordsContext words) => [];
}

/// <summary>Who can allow an exception to a rule.</summary>
public enum Waiving
{
    /// <summary>The role that the waiver names.</summary>
    Free,

    /// <summary>Only the policy.</summary>
    WithLeave,

    /// <summary>Nobody.</summary>
    Never,
}

/// <summary>What must be true before a rule checks an SOP, because half-typed code lacks what its author has not written yet.</summary>
[Flags]
internal enum Requires
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Runs can start: the SOP is neither an idea nor retired.</summary>
    Active = 1,

    /// <summary>Nobody is typing an attribute of the class.</summary>
    Class = 2,

    /// <summary>Nobody is typing an attribute of a step.</summary>
    Steps = 4,

    /// <summary>Nobody is typing an attribute of a method that may become a step.</summary>
    Methods = 8,

    /// <summary>A step hands work over to another SOP.</summary>
    Handoff = 16,
}
