namespace SopAsCode.Model.Language;

/// <summary>Which attributes make a step, and on which kinds of step the other attributes have a meaning.</summary>
public static class StepVocabulary
{
    private static readonly Dictionary<string, StepKind> Kinds = new(StringComparer.Ordinal)
    {
        ["HumanStep"] = StepKind.Human,
        ["AiStep"] = StepKind.Ai,
        ["Checkpoint"] = StepKind.Checkpoint,
        ["AutomatedStep"] = StepKind.Automated,
        ["WaitFor"] = StepKind.Wait,
        ["Handoff"] = StepKind.Handoff,
    };

    /// <summary>The kind of step an attribute makes.</summary>
    /// <param name="word">The attribute's name.</param>
    /// <returns>The kind.</returns>
    public static StepKind KindOf(string word) => Kinds[word];

    /// <summary>Whether an attribute makes a method a step or a condition.</summary>
    /// <param name="word">The attribute's name.</param>
    /// <returns>True when it does.</returns>
    public static bool IsKind(string word) => word == "Condition" || Kinds.ContainsKey(word);

    /// <summary>Whether an attribute has a meaning on a kind of step.</summary>
    /// <param name="word">The attribute's name.</param>
    /// <param name="kind">The kind of step.</param>
    /// <returns>True when it does.</returns>
    public static bool Fits(string word, StepKind kind) => WhereItFits(word) is null || WhereItFits(word)!.Contains(kind);

    /// <summary>The kinds of step on which an attribute has a meaning.</summary>
    /// <param name="word">The attribute's name.</param>
    /// <returns>The kinds; null when it fits all.</returns>
    public static IReadOnlyList<StepKind>? WhereItFits(string word) => word switch
    {
        "Prompt" or "Guardrail" => [StepKind.Ai],
        "OnReject" => [StepKind.Checkpoint],
        "Checklist" => [StepKind.Human, StepKind.Checkpoint],
        "OnFailure" => [StepKind.Ai, StepKind.Automated, StepKind.Handoff],
        "Limit" or "SpotCheck" or "Limitation" => [StepKind.Ai, StepKind.Automated],
        "Reads" => [StepKind.Human, StepKind.Ai, StepKind.Checkpoint, StepKind.Automated],
        "Drafts" or "Writes" => [StepKind.Human, StepKind.Ai, StepKind.Automated],
        "After" => [StepKind.Wait],
        _ => null,
    };

    /// <summary>A kind of step as people call it, with its article.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The words.</returns>
    public static string Words(StepKind kind) => kind switch
    {
        StepKind.Human => "a human step",
        StepKind.Ai => "an AI step",
        StepKind.Checkpoint => "a checkpoint",
        StepKind.Wait => "a wait",
        StepKind.Handoff => "a hand-off",
        _ => "an automated step",
    };
}
