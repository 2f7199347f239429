namespace SopAsCode.Analyzers.Tests;

/// <summary>SOPs for the rules about waivers. Without an owner, there is a finding of SOP0101 to waive.</summary>
internal static class Waivers
{
    /// <summary>A waiver of it that lacks nothing.</summary>
    public const string Fine = """Waive("SOP0101", Because = "Decided in January", By = typeof(Founder), Until = "2027-01-31")""";

    /// <summary>The rules about waivers, and the rule that they waive.</summary>
    public static readonly string[] Rules = ["SOP0101", "SOP0306", "SOP1100", "SOP1101", "SOP1102", "SOP1103", "SOP1104", "SOP1105", "SOP1106"];

    /// <summary>An SOP with such an attribute.</summary>
    public static string Sop(string attributes, string name = "Do1") =>
        $$"""
        [Sop("Do it")]
        [{{attributes}}]
        public partial class {{name}} : Sop { [HumanStep<Support>("Do it")] public partial Task DoIt(); }
        """;

    /// <summary>An SOP in which an automated step replaces what was approved, and then such a step writes it.</summary>
    public static string Replacing(string onFormat, string onSend, string send = "Send") => Govern.Sop(
        Govern.Draft,
        Govern.Review,
        $"    {onFormat}[AutomatedStep(\"Format it\")] public Task<Reply> Format(Ticket ticket) => Task.FromResult(new Reply(\"\"));",
        $"    {onSend}[AutomatedStep(\"Send the reply\"), Writes<Helpdesk>(Impact.Customers)] public Task {send}(Reply reply) => Task.CompletedTask;");
}
