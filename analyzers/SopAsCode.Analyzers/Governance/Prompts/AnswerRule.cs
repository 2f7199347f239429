using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0605: what an AI answers is lost.</summary>
internal static class AnswerRule
{
    public const string Id = "SOP0605";

    public static IEnumerable<Finding> Check(SopCase sop) => sop.IsActive
        ? sop.Sop.Steps
            .Where(step => step is { Kind: StepKind.Ai, Method.Returns: ReturnShape.Task or ReturnShape.ValueTask })
            .Select(step => new Finding(
                Id,
                new(step.Name, step.Overload, SitePart.ReturnType),
                $"AI step {Quote.Of(sop.Sop, step)} returns nothing, so its answer can be neither checked nor used: return a record, such as {(step.Method.Returns == ReturnShape.Task ? "Task" : "ValueTask")}<{step.Name}Answer>"))
        : [];
}
