using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnneededWaiverTests
{
    private const string Rule = "SOP1103";

    [Fact]
    public Task Silent_while_something_needs_it() => CheckAsync(Waivers.Sop(Waivers.Fine));

    [Fact]
    public async Task Nothing_needs_it() => Assert.Equal(
        "Nothing needs the waiver of SOP0101 for SOP 'Do1': remove it",
        (await CheckAsync(Waivers.Sop($"Owner<Founder>, {{|SOP1103:{Waivers.Fine}|}}"))).Message(Rule));

    [Fact]
    public Task Silent_about_one_that_does_not_count() => CheckAsync(Waivers.Sop("Owner<Founder>, Waive(\"SOP0101\")"));

    [Fact]
    public Task Silent_about_a_rule_that_is_switched_off() =>
        CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Waivers.Fine)).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0101.severity = none"));

    [Theory]
    [InlineData("Own")]
    [InlineData("Owner<Foun>")]
    public Task Silent_while_something_is_being_typed(string owner) => CheckAsync(SopProject.Of(Waivers.Sop($"{owner}, {Waivers.Fine}")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_something_is_being_typed_at_a_step() => CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Waivers.Fine).Replace("HumanStep<Support>(\"Do it\")", "HumanStep<Support>(\"Do it\"), Due(Days = )", StringComparison.Ordinal)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_a_type_of_a_step_is_being_typed() => CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Waivers.Fine).Replace("DoIt()", "DoIt(Ticke ticket)", StringComparison.Ordinal)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_rules_that_speak_elsewhere() =>
        CheckAsync("[AllowWaiver(\"SOP0306\")] public sealed class House : Policy;\n" + Waivers.Sop("Owner<Founder>, " + Waivers.Fine.Replace("SOP0101", "SOP0306", StringComparison.Ordinal)));

    [Theory]
    [InlineData("SOP0203", "", "Waive")]
    [InlineData("SOP0203", "2026-11-20", "{|SOP1103:Waive")]
    [InlineData("SOP0208", "", "Waive")]
    [InlineData("SOP0208", "2026-11-20", "{|SOP1103:Waive")]
    [InlineData("SOP0209", "", "Waive")]
    [InlineData("SOP0209", "2026-11-20", "{|SOP1103:Waive")]
    [InlineData("SOP0707", "", "Waive")]
    [InlineData("SOP0707", "2026-11-20", "{|SOP1103:Waive")]
    [InlineData("SOP0706", "", "Waive")]
    [InlineData("SOP0706", "2026-11-20", "{|SOP1103:Waive")]
    public Task Silent_about_rules_that_look_at_a_day_without_one(string rule, string asOf, string waive)
    {
        var waiver = Waivers.Fine.Replace("SOP0101", rule, StringComparison.Ordinal).Replace("Waive", waive, StringComparison.Ordinal) + (asOf.Length > 0 ? "|}" : "");
        return CheckAsync(SopProject.Of($"[AllowWaiver(\"{rule}\")] public sealed class House : Policy;\n" + Waivers.Sop("Owner<Founder>, " + waiver)).WithProperty("SopAsOf", asOf));
    }

    [Theory]
    [InlineData("Next(nameof(DoIt), When = nameof(IsDone))", "Waive")]
    [InlineData("Next(End.Completed)", "{|SOP1103:Waive")]
    public Task Silent_while_an_error_about_the_ways_may_hide_what_needs_it(string next, string waive) => CheckAsync($$"""
        [Sop("Do it"), Owner<Founder>]
        public partial class Do1 : Sop<Ticket>
        {
            [HumanStep<Support>("Do it"), {{next}}]
            [{{Waivers.Fine.Replace("SOP0101", "SOP0310", StringComparison.Ordinal).Replace("Waive", waive, StringComparison.Ordinal)}}{{(waive == "Waive" ? "" : "|}")}}]
            public partial Task DoIt(Ticket ticket);

            [Condition("Done")] static bool IsDone(Ticket ticket) => ticket.HighValue;
        }
        """);

    [Fact]
    public Task Silent_about_a_retired_SOP() =>
        CheckAsync(Waivers.Sop("Owner<Founder>, " + Waivers.Fine).Replace("[Sop(\"Do it\")]", "[Sop(\"Do it\", Stage = Stage.Retired)]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Owner<Founder>, {0}", "Owner<Founder>")]
    [InlineData("{0}, Owner<Founder>", "Owner<Founder>")]
    public async Task The_fix_removes_it(string before, string after) => Assert.Equal(
        Waivers.Sop(after), (await FixRun.ApplyAsync(Waivers.Sop(before.Replace("{0}", Waivers.Fine, StringComparison.Ordinal)), Rule))["Sop.cs"]);

    [Fact]
    public async Task Fixes_all()
    {
        var before = Waivers.Sop("Owner<Founder>]\n[" + Waivers.Fine) + "\n" + Waivers.Sop("Owner<Founder>]\n[" + Waivers.Fine, "Do2");
        Assert.Equal(Waivers.Sop("Owner<Founder>") + "\n" + Waivers.Sop("Owner<Founder>", "Do2"), (await FixRun.ApplyAllAsync(before, Rule))["Sop.cs"]);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
