using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// The findings about steps that act by themselves. If one of these rules, or a rule about the paths to the write, reports a step, the
/// others do not report it again.
/// </summary>
internal sealed class AutonomyFindings(RuleContext sop)
{
    private readonly IReadOnlyList<Finding> _all = [.. Enumerable.Range(0, sop.Sop.Steps.Count).SelectMany(state => At(sop, state))];

    /// <summary>The findings of one of these rules.</summary>
    public IEnumerable<Finding> Of(string rule) => _all.Where(finding => finding.Rule == rule);

    private static List<Finding> At(RuleContext sop, int state)
    {
        List<Finding> findings = [];
        var step = sop.Sop.Steps[state];
        if (!step.Traits.IsByMachine || !sop.IsFinished(step))
        {
            return findings;
        }

        List<string> said = sop.Writes.ByStep.TryGetValue(state, out var rule) ? [rule] : ImpactRule.TellsAll(sop, CapRule.Id, step) ? [ImpactRule.Id] : [];
        foreach (var finding in Precedence.OfAutonomy.SelectMany(id => ((AutonomyRule)Rules.Of(id)).Check(sop, state)))
        {
            if (!said.Exists(other => sop.GivesWay(finding.Rule, other)))
            {
                said.Add(finding.Rule);
                findings.Add(finding);
            }
        }

        return findings;
    }
}

/// <summary>A rule about what a step does without a person.</summary>
internal abstract class AutonomyRule(string id, string title, string flags, RuleSeverity severity, params RuleFix[] fixes) : SopRule(id, title, flags, severity, fixes)
{
    /// <inheritdoc/>
    internal sealed override IEnumerable<Finding> Check(RuleContext sop) => sop.Autonomy.Of(RuleId);

    /// <summary>Its finding about one step, without regard to the other rules.</summary>
    public abstract IEnumerable<Finding> Check(RuleContext sop, int state);
}
