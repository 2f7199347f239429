using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0605: the answer of an AI is lost.</summary>
internal sealed class AnswerRule() : SopRule(
    Id,
    "AI step that returns nothing",
    "an AI step that returns nothing",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0605";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext sop) => sop.Sop.Steps
            .Where(step => step is { Kind: StepKind.Ai, Method.Returns: ReturnShape.Task or ReturnShape.ValueTask })
            .Select(step => new Finding(
                Id,
                new(step.Name, step.Overload, PlacePart.ReturnType),
                $"AI step {MessageText.Of(sop.Sop, step)} returns nothing, so its answer can be neither checked nor used: return a record, such as {(step.Method.Returns == ReturnShape.Task ? "Task" : "ValueTask")}<{step.Name}Answer>"));
}
