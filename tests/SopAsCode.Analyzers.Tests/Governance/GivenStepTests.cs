using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class GivenStepTests
{
    private const string Rule = "SOP0213";
    private const string Calls = "calls a step, and only the machine starts steps: lead the run there, or share the code in a method that is no step";

    [Theory]
    [InlineData("Tidy → Mailing.Go → Send", "{|SOP0213:Mailing.Go(this, reply)|}")]
    [InlineData("Tidy → Mailing.Any → Send", "{|SOP0213:Mailing.Any(this, reply)|}")]
    [InlineData("Tidy → Mailing.Far → Mailing.Go → Send", "{|SOP0213:Mailing.Far(this, reply)|}")]
    [InlineData("Tidy → TeamSop.Early → Send", "{|SOP0213:Early(reply)|}")]
    [InlineData("Tidy → Send", "{|SOP0213:((dynamic)this).Send(reply)|}")]
    public async Task Says_the_way(string way, string call) =>
        Assert.Equal($"{way}: 'Answer.Tidy' {Calls}", (await CheckAsync($"public async Task Tidy(Reply reply) => await {call};")).Message(Rule));

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:this.GoOn(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) { ISends me = this; return {|SOP0213:Mailing.Go(me, reply)|}; }")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.Later(this, reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.HandOn(this)|}(reply);")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.OfTeam(this, reply)|};")]
    [InlineData("private readonly IHelper _helper = new Helper(); public Task Tidy(Reply reply) => {|SOP0213:_helper.Go(this, reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Through(this, reply)|}; private static Task Through(ISends other, Reply reply) => other.Send(reply);")]
    [InlineData("public Task Tidy(Reply reply) { Mailing.Go(new Mailer(), reply); return {|SOP0213:Mailing.Go(this, reply)|}; }")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.Go(new Other(), reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Twice(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:GiveAway(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:base.Early(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) { dynamic me = this; return {|SOP0213:me.Send(reply)|}; }")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Send((dynamic)reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:((dynamic)new Other()).Send(reply)|};")]
    public Task Also_in_another_way(string tidy) => CheckAsync(tidy);

    [Theory]
    [InlineData("Tidy → TeamSop.Ask → PerformAsync: 'Answer.Tidy' asks the performer itself, and only the machine does that: make it a step of its own, partial and without a body", "public Task Tidy(Reply reply) => {|SOP0213:Ask()|};")]
    [InlineData("Tidy → TeamSop.AskTwice → TeamSop.Ask → PerformAsync: 'Answer.Tidy' asks the performer itself, and only the machine does that: make it a step of its own, partial and without a body", "public Task Tidy(Reply reply) => {|SOP0213:AskTwice()|};")]
    [InlineData("Tidy → TeamSop.Move → RunAsync: 'Answer.Tidy' moves a run itself, and only a host does that: hand work to another SOP with [Handoff]", "public Task Tidy(Reply reply) => {|SOP0213:Move()|};")]
    public async Task The_base_class_of_the_team_wraps_it(string message, string tidy) => Assert.Equal(message, (await CheckAsync(tidy)).Message(Rule));

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => Task.CompletedTask;")]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Go(new Mailer(), reply);")]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Any(new Mailer(), reply);")]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Both(new Mailer(), this, reply);")]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Keep(this);")]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Name(this);")]
    [InlineData("public Task Tidy(Reply reply) => Note(reply);")]
    [InlineData("public Task Tidy(Reply reply) => base.Check(reply); public override Task Check(Reply reply) => base.Check(reply);")]
    [InlineData("public Task Tidy(Reply reply) { dynamic other = new Mailer(); return other.Send(reply); }")]
    [InlineData("public Task Tidy(Reply reply) => ((dynamic)this).Note(reply);")]
    [InlineData("public Task Tidy(Reply reply) => Task.FromResult(((dynamic)this).ToString());")]
    public Task Silent_about_other_calls(string tidy) => CheckAsync(tidy);

    [Fact]
    public Task Silent_about_a_step_that_calls_the_method_of_the_base_class_that_it_replaces() => CheckAsync(
        "public Task Tidy(Reply reply) => Task.CompletedTask; [AutomatedStep(\"Check it\")] public override Task Check(Reply reply) => base.Check(reply);");

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => Mailing.Go(this, reply")]
    [InlineData("public Task Tidy(Reply reply) => ((dynamic)this).;")]
    [InlineData("public Task Tidy(Reply reply) => Early(rep);")]
    public Task Silent_while_half_typed(string tidy) => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Source(tidy)), [Rule]);

    private static Task<AnalyzerRun> CheckAsync(string tidy) => AnalyzerRun.CheckAsync(Source(tidy), [Rule]);

    private static string Source(string tidy) => Govern.Sop(
        Govern.Draft,
        tidy.Replace("public Task Tidy", "[AutomatedStep(\"Tidy it\")] public Task Tidy", StringComparison.Ordinal).Replace("public async Task Tidy", "[AutomatedStep(\"Tidy it\")] public async Task Tidy", StringComparison.Ordinal),
        Govern.Review,
        Govern.Send.Replace("public Task Send", "public override Task Send", StringComparison.Ordinal)).Replace("Answer : Sop<Ticket>", "Answer : TeamSop, ISends", StringComparison.Ordinal) + """


        public interface ISends { Task Send(Reply reply); string Name => ""; }

        public interface IHelper { Task Go(ISends sop, Reply reply); }

        public sealed class Helper : IHelper { public Task Go(ISends sop, Reply reply) => sop.Send(reply); }

        public sealed class Mailer : ISends { public Task Send(Reply reply) => Task.CompletedTask; }

        public abstract class TeamSop : Sop<Ticket>
        {
            public abstract Task Send(Reply reply);
            public virtual Task Check(Reply reply) => Task.CompletedTask;
            protected Task Early(Reply reply) => Send(reply);
            protected Task Twice(Reply reply) { Func<Reply, Task> send = Send; return send(reply); }
            protected Task GiveAway(Reply reply) => Mailing.OfTeam(this, reply);
            protected Task Note(Reply reply) => Check(reply);
            protected Task<Reply> Ask() => PerformAsync<Reply>(null!);
            protected Task<Reply> AskTwice() => Ask();
            protected Task Move() => ((SopAsCode.Runtime.SopDispatcher)null!).RunAsync(null!);
        }

        public static class Mailing
        {
            public static Task Go(ISends sop, Reply reply) => sop.Send(reply);
            public static Task Any<T>(T sop, Reply reply) where T : ISends => sop.Send(reply);
            public static Task Far(ISends sop, Reply reply) => Go(sop, reply);
            public static Task GoOn(this ISends sop, Reply reply) => sop.Send(reply);
            public static Task Later(ISends sop, Reply reply) => Task.Run(() => sop.Send(reply));
            public static Func<Reply, Task> HandOn(ISends sop) => sop.Send;
            public static Task OfTeam(TeamSop sop, Reply reply) => sop.Send(reply);
            public static Task Both(ISends mailer, ISends sop, Reply reply) => mailer.Send(reply);
            public static Task Keep(ISends sop) => Task.FromResult(sop);
            public static Task Name(ISends sop) => Task.FromResult(sop.Name);
        }

        [Sop("Pay it"), Owner<Support>]
        public sealed partial class Other : Sop<Reply>, ISends
        {
            [AutomatedStep("Send it")] public Task Send(Reply reply) => Task.CompletedTask;
        }
        """;
}
