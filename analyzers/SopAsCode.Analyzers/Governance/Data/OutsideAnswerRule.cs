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
            var beside = asked.All(parameter => found.Answers.Contains(parameter.Type.Key, StringComparer.Ordinal)) ? "" : "such content and about ";
            yield return new(
                Id,
                step.Limit!.When!.Place,
                $"{sop.Graph.Print(found.Path)}: the limit of {MessageText.Of(sop.Sop, step)} asks '{step.Limit.When.Name}' only about {beside}what '{sop.Graph.NameOf(found.Maker)}' answered over outside content, "
                + "whose writer can talk the AI into it: let it also read what your own systems know")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, found.Path),
            };
        }
    }
}
