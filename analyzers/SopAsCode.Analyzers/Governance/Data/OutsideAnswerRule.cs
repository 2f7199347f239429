using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0504: a limit depends only on an AI's answer about content that somebody outside wrote.</summary>
internal sealed class OutsideAnswerRule() : SopRule(
    Id,
    "Limit that trusts an AI's answer about outside content",
    "a limit that only asks an AI's answer about content from outside",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.ReviewAnswer, "insert a checkpoint"))
{
    public const string Id = "SOP0504";

    public override bool FollowsPaths => true;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var found in OutsideAnswers.Of(sop.Graph))
        {
            var step = sop.Sop.Steps[found.Step];
            var asked = sop.Sop.Conditions.First(condition => condition.Name == step.Limit!.When!.Name).Parameters.Where(parameter => parameter.Role == ParameterRole.Value);
            var about = asked.All(parameter => found.Answers.Contains(parameter.Type.Key, StringComparer.Ordinal)) ? $"what '{sop.Graph.NameOf(found.Maker)}' answered over outside content" : $"outside content and what '{sop.Graph.NameOf(found.Maker)}' answered over it";
            yield return new(
                Id,
                step.Limit!.When!.Place,
                $"{sop.Graph.Print(found.Path)}: the [Limit] of {MessageText.Of(sop.Sop, step)} only asks {about}, "
                + $"whose writer can steer it: let '{step.Limit.When.Name}' read your own data too")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, found.Path),
            };
        }
    }
}
