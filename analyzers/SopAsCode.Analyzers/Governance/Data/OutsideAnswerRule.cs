using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0504: a limit depends only on an AI's answer about content that somebody outside wrote.</summary>
internal sealed class OutsideAnswerRule() : SopRule(
    Id,
    "A limit does not open on an unreviewed answer about outside content alone",
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
            var beside = asked.All(parameter => found.Answers.Contains(parameter.Type.Key, StringComparer.Ordinal)) ? "" : "such content and about ";
            yield return new(
                Id,
                step.Limit!.When!.Place,
                $"The limit of {MessageText.Of(sop.Sop, step)} asks '{step.Limit.When.Name}' only about {beside}what '{sop.Graph.NameOf(found.Maker)}' answered over content from outside, "
                + $"so whoever writes that content can talk the AI into it, on the way {sop.Graph.Print(found.Path)}: let the condition also read what your own systems know, or put {CheckpointWords.Review} before '{step.Name}'")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, found.Path),
            };
        }
    }
}
