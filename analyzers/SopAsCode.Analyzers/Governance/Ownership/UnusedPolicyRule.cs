using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0107: a referenced project brings a policy, and this project neither uses it nor says that another one counts. It is reported once, at the first SOP of
/// the project.
/// </summary>
internal sealed class UnusedPolicyRule() : SopRule(
    Id,
    "Policy of a referenced project that does not count",
    "a policy of a referenced project that does not count, where nothing says which one does",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0107";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Project.Policies is not { IsNamed: false, HasRivals: false, Houses: { Count: > 0 } houses } policies || !sop.IsFirst)
        {
            yield break;
        }

        var house = houses[0];
        var instead = policies.Counting is { } own ? $"'{own}' counts here" : "no policy counts here";
        var choice = policies.Counting is { } kept ? $", or [assembly: UsePolicy<{kept}>] if that is meant" : "";
        yield return new(
            Id,
            DeclarationPlace.OfClass,
            $"Policy '{house.Name}' of '{house.Assembly}' is not used, {instead}: add [assembly: UsePolicy<{house.Name}>]{choice}");
    }
}
