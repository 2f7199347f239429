namespace SopAsCode.Model.Language;

/// <summary>The kinds of step, with a row of traits for each.</summary>
public static class StepKinds
{
    /// <summary>The rows, in the order of <see cref="StepKind"/>.</summary>
    public static IReadOnlyList<StepKindTraits> All { get; } =
    [
        new(StepKind.Human, "HumanStep", "a human step", "Human step", Performing.Person, new("(", ")", "person")) { Waits = Waiting.Always },
        new(StepKind.Ai, "AiStep", "an AI step", "AI", Performing.Agent, new("[", "]", "ai"))
        {
            Waits = Waiting.WhereStated,
            WaitingNoun = "Outside AI",
            CanFail = true,
        },
        new(StepKind.Checkpoint, "Checkpoint", "a checkpoint", "Checkpoint", Performing.Person, new("{{", "}}", "checkpoint"))
        {
            Waits = Waiting.Always,
            Forward = SopTrigger.Approve,
        },
        new(StepKind.Automated, "AutomatedStep", "an automated step", "Automation", Performing.Automation, new("[[", "]]", "automation"))
        {
            Waits = Waiting.WithoutBody,
            WaitingNoun = "Outside automation",
            CanFail = true,
            MayHaveBody = true,
        },
        new(StepKind.Wait, "WaitFor", "a wait", "Wait", Performing.World, new("([", "])", "outside")) { Waits = Waiting.Always, TitleArgument = "what" },
        new(StepKind.Handoff, "Handoff", "a hand-off", "Hand-off", Performing.OtherSop, new("[/", "/]", "outside"))
        {
            Waits = Waiting.WhereStated,
            CanFail = true,
            MayHaveBody = true,
        },
    ];

    private static readonly Dictionary<string, StepKindTraits> ByAttribute = All.ToDictionary(traits => traits.Attribute, StringComparer.Ordinal);

    /// <summary>What is true of a kind of step.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its row.</returns>
    public static StepKindTraits Of(StepKind kind) => All[(int)kind];

    /// <summary>The kind of step that an attribute makes.</summary>
    /// <param name="word">The attribute's name.</param>
    /// <returns>The row of the kind; null when the attribute makes no step.</returns>
    public static StepKindTraits? MadeBy(string word) => ByAttribute.TryGetValue(word, out var traits) ? traits : null;
}
