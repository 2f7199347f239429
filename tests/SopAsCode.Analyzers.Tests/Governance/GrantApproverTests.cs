using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class GrantApproverTests
{
    private const string Rule = "SOP0306";

    [Fact]
    public Task Silent_with_a_role() => CheckAsync(Grant("Grant<A1, Helpdesk>(Impact.Customers, By = typeof(Founder))"));

    [Theory]
    [InlineData("{|SOP0306:Grant<A1, Helpdesk>|}(Impact.Customers)")]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, By = {|SOP0306:null|})")]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, By = {|SOP0306:default|}, Because = \"\")")]
    public async Task Nobody_grants_it(string grant) => Assert.Equal(
        "The grant for 'A1' to write to 'Helpdesk' names nobody who grants it: set By = typeof(…) to the role that answers for it",
        (await CheckAsync(Grant(grant))).Message(Rule));

    [Theory]
    [InlineData("Writer")]
    [InlineData("Helpdesk")]
    [InlineData("string")]
    [InlineData("Role")]
    [InlineData("Founder[]")]
    public async Task What_grants_it_is_no_person(string type) => Assert.Equal(
        $"The grant for 'A1' to write to 'Helpdesk' is granted by '{type}', which is no role of a person: set By = typeof(…) to the role that answers for it",
        (await CheckAsync(Grant($"Grant<A1, Helpdesk>(Impact.Customers, By = {{|SOP0306:typeof({type})|}})"))).Message(Rule));

    [Fact]
    public Task Each_grant_of_a_list_counts() => CheckAsync(Grant(
        "Grant<A1, Helpdesk>(Impact.Customers, By = typeof(Founder)), SopAsCode.Grant<A1, Ledger>(Impact.Money, By = {|SOP0306:null|}), {|SOP0306:global::SopAsCode.GrantAttribute<A1, Website>|}(Impact.PublicPages)"));

    [Theory]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, By = typeof(Foun))")]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, By = typeof())")]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, By = )")]
    [InlineData("Grant<A1, >(Impact.Customers)")]
    public async Task Silent_while_it_is_being_typed(string grant) => await CheckAsync(SopProject.Of(Grant(grant)).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_somebody_elses_grants() => CheckAsync(
        "[assembly: Other.Grant<int, string>(By = null)]\nnamespace Other { [AttributeUsage(AttributeTargets.Assembly)] public class GrantAttribute<T1, T2> : Attribute { public object? By { get; set; } } }");

    private static string Grant(string grant) => $"[assembly: {grant}]\npublic abstract class A1 : Sop;";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
