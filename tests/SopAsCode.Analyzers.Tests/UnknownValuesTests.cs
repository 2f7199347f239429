using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnknownValuesTests
{
    private const string Rule = "SOP0005";

    [Theory]
    [InlineData("Sop(\"Do\", Stage = {|SOP0005:(Stage)99|})", "Do", "[Sop] of SOP 'Do1' says (Stage)99, and no Stage has that number: name a value, such as Stage.Active")]
    [InlineData("Sop(\"Do\"), Metric({|SOP0005:(Measure)77|})", "Do", "[Metric] of SOP 'Do1' says (Measure)77, and no Measure has that number: name a value, such as Measure.ErrorRate")]
    [InlineData("Sop(\"Do\"), Review({|SOP0005:(Cadence)(-1)|})", "Do", "[Review] of SOP 'Do1' says (Cadence)-1, and no Cadence has that number: name a value, such as Cadence.Yearly")]
    [InlineData("Sop(\"Do\"), Responsible<Support>({|SOP0005:(Duty)9|})", "Do", "[Responsible] of SOP 'Do1' says (Duty)9, and no Duty has that number: name a value, such as Duty.Builder")]
    public async Task On_an_SOP(string attributes, string step, string message) => Assert.Equal(message, (await CheckAsync(Sop(attributes, $"[HumanStep<Support>(\"{step}\")]"))).Message(Rule));

    [Theory]
    [InlineData("Writes<Helpdesk>({|SOP0005:(Impact)4096|})", "(Impact)4096")]
    [InlineData("Writes<Helpdesk>({|SOP0005:Impact.Customers | (Impact)4096|})", "(Impact)4096")]
    [InlineData("Writes<Helpdesk>({|SOP0005:Words.Odd|})", "(Impact)8192")]
    [InlineData("Writes<Helpdesk>(impact: {|SOP0005:(Impact)(-2147483648)|})", "(Impact)-2147483648")]
    public async Task On_a_step(string attribute, string value) => Assert.StartsWith(
        $"[Writes] of SOP 'Do1' says {value}, and no Impact", (await CheckAsync(Sop("Sop(\"Do\")", $"[AutomatedStep(\"Do\"), {attribute}]", " => Task.CompletedTask") + "\nstatic class Words { public const Impact Odd = (Impact)8192; }")).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Touches({|SOP0005:(Impact)4096|})] public sealed class Fax : Tool;")]
    [InlineData("[Holds({|SOP0005:(DataClass)9|})] public sealed class Fax : Tool;")]
    [InlineData("[Data({|SOP0005:(DataClass)9|})] public sealed record Fax(string Text);")]
    [InlineData("public sealed record Fax([property: Data({|SOP0005:(DataClass)9|})] string Text);")]
    [InlineData("public sealed class Fax { [Data({|SOP0005:(DataClass)9|})] public string Text { get; set; } = \"\"; }")]
    [InlineData("[Cap(Impact.Money, {|SOP0005:(Level)12|})] public sealed class Fax : Policy;")]
    [InlineData("[Allow<Writer>(UpTo = {|SOP0005:(DataClass)9|})] public sealed class Fax : Policy;")]
    [InlineData("[RequireReview({|SOP0005:(Cadence)12|})] public sealed class Fax : Policy;")]
    public async Task On_a_word_a_type_or_a_policy(string type) => Assert.Contains("of 'Fax' says (", (await CheckAsync(type)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("[assembly: Grant<Do1, Helpdesk>({|SOP0005:(Impact)4096|})]\n")]
    [InlineData("[assembly: Grant<Do1, Helpdesk>(impact: {|SOP0005:Impact.Money | (Impact)4096|})]\n")]
    [InlineData("using G = SopAsCode.GrantAttribute<Do1, Desk.Helpdesk>;\n[assembly: G({|SOP0005:(Impact)4096|})]\n")]
    public async Task On_a_grant(string grant) => Assert.Equal(
        "[Grant] of 'Do1' to write to 'Helpdesk' says (Impact)4096, and no Impact has that number: name a value, such as Impact.Money",
        (await CheckAsync(grant + Sop("Sop(\"Do\")", "[HumanStep<Support>(\"Do\")]"))).Message(Rule));

    [Theory]
    [InlineData("Writes<Helpdesk>(Impact.Customers | Impact.Money)")]
    [InlineData("Writes<Helpdesk>((Impact)1)")]
    [InlineData("Writes<Helpdesk>(Impact.None)")]
    [InlineData("Writes<Helpdesk>(~Impact.None & (Impact.Customers | Impact.Legal))")]
    [InlineData("Other((System.DayOfWeek)99)")]
    public Task Silent_about_values_that_are_there_and_about_other_enums(string attribute) => CheckAsync(
        Sop("Sop(\"Do\")", $"[AutomatedStep(\"Do\"), {attribute}]", " => Task.CompletedTask") + "\nclass OtherAttribute(System.DayOfWeek day) : Attribute { public System.DayOfWeek Day => day; }");

    [Theory]
    [InlineData("private void Do() { } [AutomatedStep(\"Do\"), Writes<Helpdesk>({|SOP0005:(Impact)4096|})] public Task Do(Ticket ticket) => Task.CompletedTask;")]
    [InlineData("[AutomatedStep(\"Do\"), Writes<Helpdesk>(Impact.Money)] public Task Do(Ticket ticket) => Task.CompletedTask; [AutomatedStep(\"Do\"), Writes<Helpdesk>({|SOP0005:(Impact)4096|})] public Task Do(Reply reply) => Task.CompletedTask;")]
    public Task On_one_of_several_methods_of_a_name(string methods) => CheckAsync($$"""[Sop("Do")] public sealed partial class Do1 : Sop<Ticket> { {{methods}} }""");

    [Fact]
    public async Task Nothing_is_generated() =>
        Assert.Contains("SOP0005", (await PlainRun.OfAsync(Sop("Sop(\"Do\", Stage = (Stage)99)", "[HumanStep<Support>(\"Do\")]"))).Output.SyntaxTrees.Last(tree => tree.FilePath.Contains("Do1", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);

    private static string Sop(string attributes, string step, string body = "") => $$"""[{{attributes}}] public sealed partial class Do1 : Sop<Ticket> { {{step}} public {{(body.Length > 0 ? "" : "partial ")}}Task Do(Ticket ticket){{body}}; }""";

    private static Task<AnalyzerRun> CheckAsync(string source) => AnalyzerRun.CheckAsync(SopProject.Of(source), [Rule]);
}
