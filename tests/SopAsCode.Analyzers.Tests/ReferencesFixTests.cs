using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ReferencesFixTests
{
    private const string Rule = "SOP0003";

    [Theory]
    [InlineData("Next(\"ReviewReply\")", "Next(nameof(ReviewReply))", "Write nameof(ReviewReply)")]
    [InlineData("Next( /* then */ \"ReviewReply\" )", "Next( /* then */ nameof(ReviewReply) )", "Write nameof(ReviewReply)")]
    [InlineData("Next(\"event\")", "Next(nameof(@event))", "Write nameof(@event)")]
    [InlineData("Next(\"(completed)\")", "Next(End.Completed)", "Write End.Completed")]
    [InlineData("OnTimeout(\"(fallback)\")", "OnTimeout(Fallback)", "Write Fallback")]
    [InlineData("Next(nameof(ReviewReply), When = \"IsFine\")", "Next(nameof(ReviewReply), When = nameof(IsFine))", "Write nameof(IsFine)")]
    [InlineData("Next(\"ReviewRepyl\")", "Next(nameof(ReviewReply))", "Change to nameof(ReviewReply)")]
    [InlineData("Next(nameof(End.Rejected))", "Next(End.Rejected)", "Change to End.Rejected")]
    [InlineData("Next(nameof(ReviewReply), AtMost = 2, Then = \"Complete\")", "Next(nameof(ReviewReply), AtMost = 2, Then = End.Completed)", "Change to End.Completed")]
    public async Task Names_it_by_nameof_or_constant(string before, string after, string title)
    {
        var fixedUp = await FixRun.ApplyAsync(Draft(before), Rule, title);
        Assert.Equal(Draft(after), fixedUp["Sop.cs"]);
        Assert.Empty(fixedUp.Left.Intersect(Shape.Rules, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Spells_an_end_out_where_its_name_means_something_else()
    {
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(Draft("Next(\"(completed)\")")).With("End.cs", "namespace Team; public static class End;"), Rule);
        Assert.Equal(Draft("Next(global::SopAsCode.End.Completed)"), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_texts_at_once(FixAllScope scope)
    {
        var fixedUp = await FixRun.ApplyAllAsync(Draft("Next(\"ReviewReply\", When = \"IsFine\"), Next(\"(completed)\")"), Rule, scope, "UseName");
        Assert.Equal(Draft("Next(nameof(ReviewReply), When = nameof(IsFine)), Next(End.Completed)"), fixedUp["Sop.cs"]);
    }

    // Fix-all does what has the same key: to say the same in a better way is safe in bulk, to guess is another thing.
    [Theory]
    [InlineData("Next(\"ReviewReply\")", "UseName")]
    [InlineData("Next(\"(completed)\")", "UseName")]
    [InlineData("Next(\"ReviewRepyl\")", "ChangeName")]
    [InlineData("Next(nameof(End.Completed))", "ChangeName")]
    public Task Guesses_have_a_key_of_their_own(string attribute, string key) => FixRun.ApplyAsync(Draft(attribute), Rule, key);

    [Theory]
    [InlineData("Next(\"Nowhere\")")]
    [InlineData("Next(nameof(IsFine))")]
    [InlineData("Next(\"\")")]
    public Task Offers_nothing_when_nothing_is_near(string attribute) => FixRun.AssertNoneOfferedAsync(Draft(attribute), Rule);

    private static string Draft(string attribute) => Shape.Sop($$"""
            [HumanStep<Support>("Draft a reply")]
            [{{attribute}}]
            [Due(Hours = 1)]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Founder>("Review the reply")]
            public partial Task ReviewReply(Ticket ticket);

            [HumanStep<Support>("Go to the event")]
            public partial Task @event(Ticket ticket);

            [Condition("It is fine")] static bool IsFine(Ticket ticket) => ticket.HighValue;
        """);
}
