namespace SopAsCode.Analyzers.Tests;

/// <summary>SOPs for the rules about flow, metrics and reviews: steps of one line each.</summary>
internal static class FlowSop
{
    /// <summary>A person works.</summary>
    /// <param name="name">The method.</param>
    /// <param name="more">More attributes, each after a comma.</param>
    /// <param name="mark">The rule that is expected at its name.</param>
    public static string Human(string name, string more = "", string? mark = null) =>
        $"    [HumanStep<Support>(\"{name}\"){more}] public partial Task {NameOf(name, mark)}(Ticket ticket);";

    /// <summary>Code works.</summary>
    public static string Automated(string name, string more = "", string? mark = null) =>
        $"    [AutomatedStep(\"{name}\"){more}] public Task {NameOf(name, mark)}(Ticket ticket) => Task.CompletedTask;";

    /// <summary>An AI works.</summary>
    public static string Ai(string name, string more = "", string? mark = null) =>
        $"    [AiStep<Writer>(\"{name}\"), Prompt(\"{{ticket.Body}}\"){more}] public partial Task<Reply> {NameOf(name, mark)}(Ticket ticket);";

    /// <summary>A person decides.</summary>
    public static string Checkpoint(string name, string more = "", string? mark = null) =>
        $"    [Checkpoint<Founder>(\"{name}\"){more}] public partial Task {NameOf(name, mark)}(Ticket ticket);";

    /// <summary>The outside world does something.</summary>
    public static string Wait(string name, string more = "", string? mark = null) =>
        $"    [WaitFor(\"{name}\"){more}] public partial Task {NameOf(name, mark)}();";

    /// <summary>An SOP around these steps.</summary>
    public static string Of(params string[] steps) => With("", steps);

    /// <summary>An SOP with these attributes, each after a comma, around these steps.</summary>
    public static string With(string attributes, params string[] steps) => $$"""
        namespace Team;

        [Sop("Answer a ticket"){{attributes}}]
        public sealed partial class Answer : Sop<Ticket>
        {
        {{string.Join("\n", steps)}}

            [Condition("High-value")] static bool IsHigh(Ticket ticket) => ticket.HighValue;
            [Condition("Short")] static bool IsShort(Ticket ticket) => ticket.Body == "";
        }
        """;

    /// <summary>An SOP with one step, whose class is marked.</summary>
    public static string Marked(string rule, string attributes) => $$"""
        [Sop("Answer a ticket"){{attributes}}] public sealed partial class {|{{rule}}:Answer|} : Sop<Ticket> { [HumanStep<Support>("Look")] public partial Task Look(Ticket ticket); }
        """;

    /// <summary>The same, unmarked.</summary>
    public static string Plain(string attributes) => $$"""
        [Sop("Answer a ticket"){{attributes}}] public sealed partial class Answer : Sop<Ticket> { [HumanStep<Support>("Look")] public partial Task Look(Ticket ticket); }
        """;

    /// <summary>The same SOP in another stage of its life.</summary>
    public static string In(string stage, string source) => source.Replace("(\"Answer a ticket\"", $"(\"Answer a ticket\", Stage = Stage.{stage}", StringComparison.Ordinal);

    private static string NameOf(string name, string? mark) => mark is null ? name : $"{{|{mark}:{name}|}}";
}
