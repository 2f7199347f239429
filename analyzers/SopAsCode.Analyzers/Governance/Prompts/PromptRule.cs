using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0601: an AI step has no prompt.</summary>
internal sealed class PromptRule() : SopRule(
    Id,
    "AI step without a prompt",
    "an AI step without a prompt, or whose prompt file is missing",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.WritePrompt, "write a prompt"),
    new RuleFix(FixNames.NamePromptFile, "nearest file"))
{
    public const string Id = "SOP0601";

    internal override IEnumerable<Finding> Check(RuleContext sop) => sop.FinishedSteps
        .Where(step => step is { Kind: StepKind.Ai } and not { IsOutside: true, Prompt: null })
        .Select(step => Check(sop, step))
        .OfType<Finding>();

    private static Finding? Check(RuleContext sop, StepModel step)
    {
        var name = MessageText.Of(sop.Sop, step);
        return step.Prompt switch
        {
            null => new(Id, step.NamePlace, $"AI step {name} has no prompt, so its agent is asked nothing: add [Prompt(\"…\")] with placeholders for what it reads") { Fix = new(FixNames.WritePrompt) },
            { File: { } file, IsKnown: false } missing => NoFile(sop, missing, name, file),
            { File: { } file } empty when PlaceholderText.Is(empty.Text) => new(Id, empty.TextPlace, $"Prompt file '{MessageText.Text(file)}' of AI step {name} says nothing: write what the agent is asked into it"),
            { File: null } empty when PlaceholderText.Is(empty.Text) => new(Id, empty.TextPlace, $"The prompt of AI step {name} says nothing: write what its agent is asked") { Fix = new(FixNames.WritePrompt) },
            _ => null,
        };
    }

    private static Finding NoFile(RuleContext sop, PromptModel prompt, string name, string file)
    {
        var what = $"Prompt file '{MessageText.Text(file)}' of AI step {name} is not there";
        return NearestName.Of(file, sop.Project.PromptFiles()) is { } near
            ? new(Id, prompt.TextPlace, $"{what}: is '{near}' meant?") { Fix = new(FixNames.NamePromptFile, near) }
            : new(Id, prompt.TextPlace, $"{what}: put it into the project's folder 'prompts', or include it as an additional file") { Fix = new(FixNames.WritePrompt) };
    }
}
