using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class StepCallTests
{
    private const string Rule = "SOP0213";
    private const string Tidying = "[AutomatedStep(\"Tidy it\")] ";

    [Fact]
    public async Task A_body_that_calls_a_step() => Assert.Equal(
        "Tidy → Send: 'Answer.Tidy' calls a step, and only the machine starts steps: lead the run there, or share the code in a method that is no step",
        (await CheckAsync("public async Task Tidy(Reply reply) => await {|SOP0213:Send(reply)|};")).Message(Rule));

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:this.Send(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) { Task Inner() => {|SOP0213:Send(reply)|}; return Inner(); }")]
    [InlineData("public Task Tidy(Reply reply) { Func<Task> later = () => {|SOP0213:Send(reply)|}; return later(); }")]
    [InlineData("public Task Tidy(Reply reply) { Func<Reply, Task> send = {|SOP0213:Send|}; return send(reply); }")]
    [InlineData("public Task Tidy(Reply reply) => Run({|SOP0213:Send|}, reply); private static Task Run(Func<Reply, Task> what, Reply reply) => what(reply);")]
    [InlineData("public Task Tidy(Reply reply) => new List<Reply> { reply }.Select({|SOP0213:Send|}).First();")]
    [InlineData("public Task Tidy(Reply reply) => Helper(reply); private Task Helper(Reply reply) => {|SOP0213:Send(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) { _ = {|SOP0213:Draft(new(\"\", \"\", false))|}; return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:new Answer().Send(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:new Other().Pay(new(\"\", 1, \"EUR\"))|};")]
    [InlineData("private Task? _sent = {|SOP0213:new Other().Pay(new(\"\", 1, \"EUR\"))|}; public Task Tidy(Reply reply) => _sent!;")]
    [InlineData("public Task Tidy(Reply reply) => Task.CompletedTask; private Task Sent => {|SOP0213:Send(new(\"\"))|};")]
    [InlineData("public Answer() => {|SOP0213:Send(new(\"\"))|}; public Task Tidy(Reply reply) => Task.CompletedTask;")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.Go(this, reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Mailing.Far(this, reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:this.GoOn(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => Task.Run(async () => await {|SOP0213:Send(reply)|});")]
    [InlineData("private IHelper _helper = new Helper(); public Task Tidy(Reply reply) => {|SOP0213:_helper.Go(this, reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => new Nested().Go(this, reply); private sealed class Nested { public Task Go(Answer sop, Reply reply) => {|SOP0213:sop.Send(reply)|}; }")]
    [InlineData("public Task Tidy(Reply reply) => (Task){|SOP0213:typeof(Answer).GetMethod(nameof(Send))|}!.Invoke(this, [reply])!;")]
    [InlineData("public Task Tidy(Reply reply) => (Task){|SOP0213:GetType().GetMethod(\"Send\")|}!.Invoke(this, [reply])!;")]
    [InlineData("public Task Tidy(Reply reply) => ((Func<Reply, Task>){|SOP0213:Delegate.CreateDelegate(typeof(Func<Reply, Task>), this, \"Send\")|})(reply);")]
    [InlineData("public Task Tidy(Reply reply) { var type = typeof(Answer); return (Task){|SOP0213:type.InvokeMember(\"Send\", System.Reflection.BindingFlags.InvokeMethod, null, this, [reply])|}!; }")]
    [InlineData("public Task Tidy(Reply reply) { ISends me = this; return {|SOP0213:me.Send(reply)|}; }")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:((ISends)this).Send(reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:PerformAsync<SopAsCode.Runtime.Nothing>(null!)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:AskAgentAsync<Reply>(null!, answer => reply)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:base.PerformAsync<Reply>(null!)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:((SopAsCode.Runtime.IPerformer)null!).PerformAsync<Reply>(null!, default)|};")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Dispatcher.RunAsync(null!)|};")]
    [InlineData("public Task Tidy(Reply reply) { {|SOP0213:CreateSopMachine().Start(null!)|}; return Task.CompletedTask; }")]
    public Task Also_in_another_way(string tidy) => CheckAsync(tidy);

    [Theory]
    [InlineData("Tidy → Mailing.Far → Mailing.Go → Answer.Send", "public Task Tidy(Reply reply) => {|SOP0213:Mailing.Far(this, reply)|};")]
    [InlineData("Tidy → new Starter → Answer.Send", "public Task Tidy(Reply reply) { _ = {|SOP0213:new Starter(this, reply)|}; return Task.CompletedTask; }")]
    [InlineData("the constructor → Answer.Send: the constructor of 'Inner' calls a step, and", "public Task Tidy(Reply reply) => Task.CompletedTask; private sealed class Inner { public Inner(Answer sop, Reply reply) => {|SOP0213:sop.Send(reply)|}; }")]
    [InlineData("Tidy → Other.Pay", "public Task Tidy(Reply reply) => {|SOP0213:new Other().Pay(new(\"\", 1, \"EUR\"))|};")]
    [InlineData("the constructor → Send: the constructor of 'Answer' calls a step, and", "public Answer() => {|SOP0213:Send(new(\"\"))|}; public Task Tidy(Reply reply) => Task.CompletedTask;")]
    public async Task Says_the_way(string way, string tidy) => Assert.StartsWith(way.Contains(": ", StringComparison.Ordinal) ? way : way + ": ", (await CheckAsync(tidy)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:base.PerformAsync<Reply>(null!)|};", "asks the performer itself, and only the machine does that: make it a step of its own, partial and without a body")]
    [InlineData("public Task Tidy(Reply reply) => {|SOP0213:Dispatcher.RunAsync(null!)|};", "moves a run itself, and only a host does that: hand work to another SOP with [Handoff]")]
    public async Task Says_what_is_started(string tidy, string words) => Assert.EndsWith(words, (await CheckAsync(tidy)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => Helper(reply); private Task Helper(Reply reply) => Task.CompletedTask;")]
    [InlineData("public Task Tidy(Reply reply) { Console.WriteLine(nameof(Send)); return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) { Console.WriteLine(nameof(Answer.Send) + typeof(Answer).Name); return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) => IsBad(reply) ? Task.CompletedTask : Mailing.Other(reply);")]
    [InlineData("public Task Tidy(Reply reply) => new Mailer().Send(reply);")]
    [InlineData("public Task Tidy(Reply reply) { Task Send(Reply it) => Task.CompletedTask; return Send(reply); }")]
    [InlineData("public Task Tidy(Reply reply) => Task.FromResult(Definition.Steps.Count + State.Send.ToString().Length);")]
    [InlineData("public Task Tidy(Reply reply) => Task.FromResult(new SmtpLike().GetType().GetMethod(\"Send\"));")]
    [InlineData("public Task Tidy(Reply reply) { Delegate.CreateDelegate(typeof(Action<Reply>), new SmtpLike(), \"Send\"); return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) => Task.FromResult(typeof(Answer).GetMethod(\"ToString\"));")]
    [InlineData("public Task Tidy(Reply reply) => Task.FromResult(typeof(Answer).GetMember(\"IsBad\"));")]
    [InlineData("public Task Tidy(Reply reply) => Through(new Mailer(), reply); private static Task Through(ISends other, Reply reply) => other.Send(reply);")]
    public Task Silent_about_other_calls(string tidy) => CheckAsync(tidy);

    [Fact]
    public Task Silent_about_a_test_that_calls_a_body() => AnalyzerRun.CheckAsync(
        SopProject.Of(Source("public Task Tidy(Reply reply) => Task.CompletedTask;")).With("AnswerTests.cs", "namespace Team; public class AnswerTests { public Task Sends() => new Answer().Send(new(\"\")); }"), [Rule]);

    [Theory]
    [InlineData("public Task Tidy(Reply reply) => Send(;")]
    [InlineData("public Task Tidy(Reply reply) { Sen(reply); return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) { this.; return Task.CompletedTask; }")]
    [InlineData("public Task Tidy(Reply reply) => Sen")]
    public Task Silent_while_half_typed(string tidy) => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Source(tidy)), [Rule]);

    [Fact]
    public Task Also_in_a_retired_SOP_whose_runs_go_on() => AnalyzerRun.CheckAsync(Oversight.At("Retired", Source("public Task Tidy(Reply reply) => {|SOP0213:Send(reply)|};")), [Rule]);

    [Fact]
    public Task Also_at_the_profile_for_beginners() => AnalyzerRun.CheckAsync(
        SopProject.Of(Source("public Task Tidy(Reply reply) => {|SOP0213:Send(reply)|};")).WithProperty("SopProfile", "starter"), [Rule]);

    [Fact]
    public Task Also_in_a_file_that_counts_as_generated() => AnalyzerRun.CheckAsync(
        SopProject.Of("").With("Answer.g.cs", Source("public Task Tidy(Reply reply) => {|SOP0213:Send(reply)|};")), [Rule]);

    [Fact]
    public Task A_partial_step_with_a_body_of_its_own() => AnalyzerRun.CheckAsync(
        Govern.Sop(
            Govern.Draft,
            """    [AutomatedStep("Tidy it")] public partial Task Tidy(Reply reply);""",
            """    public partial Task Tidy(Reply reply) => {|SOP0213:Send(reply)|};""",
            Govern.Send),
        [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(Source("public Task Tidy(Reply reply) => Send(reply);"), Rule);

    private static string Source(string tidy) => Govern.Sop(
        Govern.Draft,
        tidy.Replace("public Task Tidy", Tidying + "public Task Tidy", StringComparison.Ordinal).Replace("public async Task Tidy", Tidying + "public async Task Tidy", StringComparison.Ordinal),
        Govern.Review,
        Govern.Send).Replace("Answer : Sop<Ticket>", "Answer : Sop<Ticket>, ISends", StringComparison.Ordinal) + """


        public interface ISends { Task Send(Reply reply); }

        public sealed class Mailer : ISends { public Task Send(Reply reply) => Task.CompletedTask; }

        public sealed class SmtpLike { public void Send(Reply reply) { } }

        public interface IHelper { Task Go(Answer sop, Reply reply); }

        public sealed class Helper : IHelper { public Task Go(Answer sop, Reply reply) => sop.Send(reply); }

        public sealed class Starter { public Starter(Answer sop, Reply reply) => sop.Send(reply); }

        public static class Mailing
        {
            public static Task Go(Answer sop, Reply reply) => sop.Send(reply);
            public static Task Far(Answer sop, Reply reply) => Go(sop, reply);
            public static Task GoOn(this Answer sop, Reply reply) => sop.Send(reply);
            public static Task Other(Reply reply) => Task.CompletedTask;
        }

        [Sop("Pay it"), Owner<Support>]
        public sealed partial class Other : Sop<Refund>
        {
            [AutomatedStep("Pay it")] public Task Pay(Refund refund) => Task.CompletedTask;
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(string tidy) => AnalyzerRun.CheckAsync(Source(tidy), [Rule]);
}
