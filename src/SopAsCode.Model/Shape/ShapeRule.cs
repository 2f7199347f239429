using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Model.Shape;

/// <summary>
/// A rule about the shape of an SOP. Nothing can be generated for an SOP that breaks it. The generator uses these rules too, so they do not
/// depend on an analyzer, and each contains its own description.
/// </summary>
public abstract class ShapeRule
{
    /// <summary>Describes a rule.</summary>
    /// <param name="id">Its id: <c>SOP0001</c>.</param>
    /// <param name="title">What is wrong where it speaks, as a short phrase: <c>One name for two things</c>.</param>
    /// <param name="flags">What it reports, as its row in the table of the rules says it.</param>
    /// <param name="fixes">The fixes that its findings have.</param>
    private protected ShapeRule(string id, string title, string flags, params RuleFix[] fixes) => (RuleId, Title, Flags, Fixes) = (id, title, flags, fixes);

    /// <summary>Its id.</summary>
    public string RuleId { get; }

    /// <summary>What is wrong where it speaks: <c>One name for two things</c>.</summary>
    public string Title { get; }

    /// <summary>What it reports, as its row in the table of the rules says it.</summary>
    public string Flags { get; }

    /// <summary>The fixes that its findings have.</summary>
    public IReadOnlyList<RuleFix> Fixes { get; }

    /// <summary>The warning that it reports besides its findings; null when there is none.</summary>
    public virtual RuleAdvice? Advice => null;

    /// <summary>The findings about one SOP.</summary>
    internal abstract IEnumerable<Finding> Check(FlowGraph graph);
}
