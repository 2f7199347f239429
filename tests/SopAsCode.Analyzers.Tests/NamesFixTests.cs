using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class NamesFixTests
{
    private const string Rule = "SOP0004";

    [Fact]
    public async Task Renames_the_step_and_every_reference_to_it()
    {
        var project = SopProject.Of(Steps("State", "Trigger")).With("Other.cs", Caller("State"));
        var fixedUp = await FixRun.ApplyAsync(project, Rule, "Rename to 'StateStep'", number: 0);
        Assert.Equal(Steps("StateStep", "Trigger"), fixedUp["Sop.cs"]);
        Assert.Equal(Caller("StateStep"), fixedUp["Other.cs"]);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Renames_all_at_once(FixAllScope scope)
    {
        var fixedUp = await FixRun.ApplyAllAsync(SopProject.Of(Steps("State", "Trigger")).With("Other.cs", Caller("State")), Rule, scope);
        Assert.Equal(Steps("StateStep", "TriggerStep"), fixedUp["Sop.cs"]);
        Assert.Equal(Caller("StateStep"), fixedUp["Other.cs"]);
    }

    [Fact]
    public async Task Takes_a_name_that_is_free()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Shape.Sop("""    [AutomatedStep("Sort")] public Task State() => StateStep(); private static Task StateStep() => Task.CompletedTask;"""), Rule, "Rename to 'StateStep2'");
        Assert.Equal(
            Shape.Sop("""    [AutomatedStep("Sort")] public Task StateStep2() => StateStep(); private static Task StateStep() => Task.CompletedTask;"""), fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Offers_nothing_for_titles() => FixRun.AssertNoneOfferedAsync(Shape.Sop("""
            [AutomatedStep("Sort")] public Task One() => Task.CompletedTask;
            [AutomatedStep("Sort")] public Task Two() => Task.CompletedTask;
        """), Rule);

    private static string Caller(string name) => $$"""
        namespace Team;

        public static class Caller
        {
            public static Task Call(Answer answer) => answer.{{name}}(null!);
        }
        """;

    private static string Steps(string first, string second) => Shape.Sop($$"""
            /// <summary>See <see cref="{{second}}"/>.</summary>
            [HumanStep<Support>("Draft a reply"), Next(nameof({{second}}))]
            public partial Task<Reply> {{first}}(Ticket ticket);

            [Checkpoint<Founder>("Review the reply")]
            [OnReject(nameof({{first}}), AtMost = 2, Then = nameof(Answer.{{first}}))]
            public partial Task {{second}}(Reply reply);
        """);
}
