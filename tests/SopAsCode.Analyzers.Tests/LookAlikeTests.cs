using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A project that references the language and has words of its own that are called the same. No rule has anything to say about them.</summary>
public class LookAlikeTests
{
    /// <summary>The words of somebody else, in a namespace of their own.</summary>
    private const string Words = """
        using System;

        namespace Cinema;

        public enum Impact { None, Money, Customers }
        public enum Level { ReadOnly, Autonomous }
        public enum Access { Read, Write }
        public enum Cadence { Yearly }
        public enum Stage { Front, Idea }

        public abstract class Sop;
        public abstract class Sop<T> : Sop;
        public class Role;
        public class Agent;
        public class Tool;
        public class ValueStream;
        public class Policy;

        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        public abstract class Any : Attribute
        {
            public string? When { get; set; }
            public string? Text { get; set; }
            public string? Else { get; set; }
            public Type? By { get; set; }
            public string? Until { get; set; }
            public Level Level { get; set; }
            public int AtMost { get; set; }
        }

        public sealed class SopAttribute(string title) : Any { public string Title => title; public Stage Stage { get; set; } }
        public sealed class OwnerAttribute<T> : Any;
        public sealed class BackupAttribute<T> : Any;
        public sealed class PromptAttribute(string prompt) : Any { public string Prompt => prompt; }
        public sealed class AiStepAttribute<T>(string title) : Any { public string Title => title; }
        public sealed class HumanStepAttribute<T>(string title) : Any { public string Title => title; }
        public sealed class CheckpointAttribute<T>(string title) : Any { public string Title => title; }
        public sealed class AutomatedStepAttribute(string title) : Any { public string Title => title; }
        public sealed class WaitForAttribute(string what) : Any { public string What => what; }
        public sealed class HandoffAttribute<T>(string title) : Any { public string Title => title; }
        public sealed class WritesAttribute<T>(Impact impact) : Any { public Impact Impact => impact; }
        public sealed class ReadsAttribute<T> : Any;
        public sealed class LimitAttribute(string text) : Any { public string Limit => text; }
        public sealed class NextAttribute(string step) : Any { public string Step => step; }
        public sealed class OnTimeoutAttribute(string step) : Any { public string Step => step; }
        public sealed class ConditionAttribute(string text) : Any { public string Condition => text; }
        public sealed class ReviewAttribute(Cadence cadence) : Any { public Cadence Cadence => cadence; public string? Last { get; set; } }
        public sealed class ChangeAttribute(string version, string date, string what) : Any { public string Change => version + date + what; }
        public sealed class WaiveAttribute(string rule) : Any { public string Rule => rule; }
        public sealed class ModelAttribute(string model) : Any { public string Model => model; }
        public sealed class TouchesAttribute(Impact impact) : Any { public Impact Impact => impact; }
        public sealed class CapAttribute(Impact impact, Level level) : Any { public string Cap => impact.ToString() + level; }
        public sealed class AllowAttribute<T> : Any { public int UpTo { get; set; } }
        public sealed class MaxStepsAttribute(int count) : Any { public int Count => count; }
        public sealed class TitlePatternAttribute(string regex) : Any { public string Regex => regex; }
        public sealed class GrantAttribute<TSop, TTool>(Impact impact) : Any { public Impact Impact => impact; public string? On { get; set; } }
        public sealed class UsePolicyAttribute<T> : Any;
        public sealed class SopSummaryAttribute(Type type, string summary) : Any { public string Summary => type + summary; }
        """;

    /// <summary>What they are used for. Every line of it would be wrong in an SOP.</summary>
    private const string Uses = """
        [assembly: Cinema.Grant<Cinema.Film, Cinema.Projector>(Cinema.Impact.Money, By = typeof(string), On = "yesterday", Until = "never")]
        [assembly: Cinema.Grant<Cinema.Nobody, Cinema.Nobody>(Cinema.Impact.None)]
        [assembly: Cinema.UsePolicy<Cinema.House>]
        [assembly: Cinema.SopSummary(typeof(Cinema.Film), "no JSON")]

        namespace Cinema;

        public sealed class Nobody;
        public sealed class Usher : Role;
        public sealed class Critic : Role;

        [Model("latest")] public sealed class Robot : Agent;
        [Touches(Impact.Money)] public sealed class Projector : Tool;
        [Cap(Impact.Money, Level.ReadOnly), Cap(Impact.Money, Level.Autonomous), MaxSteps(-1), TitlePattern("["), Allow<Robot>(UpTo = 1), Allow<Robot>(UpTo = 2)] public sealed class House : Policy;
        [Cap(Impact.Money, Level.ReadOnly)] public sealed class OtherHouse : Policy;

        [Sop("The film", Stage = Stage.Front)]
        [Owner<Usher>, Backup<Usher>]
        [Review(Cadence.Yearly, Last = "last year")]
        [Change("x", "y", "z"), Change("x", "y", "z")]
        [Waive("SOP0301"), Waive("")]
        public class Film : Sop<string>
        {
            [AiStep<Robot>("", Level = Level.Autonomous), HumanStep<Nobody>("twice"), Prompt("{nothing.Here} {"), Writes<Projector>(Impact.Money), Limit("", When = "Nothing", Else = "Nowhere")]
            [Next("Nowhere", When = "Nothing", AtMost = -1), Next(nameof(Play))]
            public void Play(ref int minute) => minute++;

            [Checkpoint<Usher>("A"), OnTimeout("Paid"), Next(nameof(Paid))] public static int Paid() => 1;

            [Checkpoint<Usher>("B")] public static int Paid(int twice) => twice;

            [Checkpoint<Usher>("C")] public int C() => 1;

            [Checkpoint<Usher>("D")] public int D() => 1;

            [Checkpoint<Usher>("E")] public int E() => 1;

            [AutomatedStep("State")] public int State { get; set; }

            [WaitFor("")] public int Wait() => 1;

            [Handoff<Film>("itself")] public int Again() => 1;

            [Condition("")] public int Asked() => 1;
        }

        [Sop("The film")] public record Film2;

        [Sop("The film")] public abstract class Film3<T>
        {
            [AutomatedStep("Inner"), Reads<Projector>] public T? Inner { get; set; }

            [Sop("The film")] private static class Private
            {
                [AutomatedStep("No step")] public static void Step() { }
            }
        }
        """;

    /// <summary>The same words in the global namespace, where they win over every using.</summary>
    private const string Global = """
        public sealed class SopAttribute(string title) : System.Attribute { public string Title => title; }
        public sealed class OwnerAttribute<T> : System.Attribute;
        public sealed class CheckpointAttribute<T>(string title) : System.Attribute { public string Title => title; }
        public class Role;
        public class Policy;

        [Sop("The play"), Owner<Actor>]
        public class Play
        {
            [Checkpoint<Actor>("A")] public void A() { }
            [Checkpoint<Actor>("B")] public void B() { }
            [Checkpoint<Actor>("C")] public void C() { }
            [Checkpoint<Actor>("D")] public void D() { }
            [Checkpoint<Actor>("E")] public void E() { }
        }

        public class Actor : Role;
        public class One : Policy;
        public class Two : Policy;
        """;

    private static readonly SopProject Bare = new() { Name = "Cinema" };

    [Fact]
    public Task No_rule_speaks_about_words_of_another_namespace() => SilentAsync(Bare.With("Words.cs", Words).With("Uses.cs", Uses));

    [Fact]
    public Task Nor_about_such_in_the_global_namespace() => SilentAsync(SopProject.Bare.With("Global.cs", Global));

    [Fact]
    public Task Nor_beside_a_real_SOP_that_uses_none_of_them() => SilentAsync(
        SopProject.Of(Real).With("Words.cs", Words).With("Uses.cs", Uses)
            .With("House.cs", "[global::SopAsCode.RequireReview(global::SopAsCode.Cadence.Monthly)] public sealed class House : global::SopAsCode.Policy;"));

    [Fact]
    public Task Nor_about_a_class_that_is_only_named_like_a_word() => SilentAsync(SopProject.Of("""
        namespace Team.Inner;

        public class Role;
        public class Tool;
        public class Policy;
        public class Agent;
        public class Clerk : Role;
        public class Crane : Tool;
        public class First : Policy;
        public class Second : Policy;
        public class Spy : Agent;
        """));

    [Fact]
    public void Nothing_is_generated_for_them() => Assert.DoesNotContain(
        GeneratorRun.Of(Bare.With("Words.cs", Words).With("Uses.cs", Uses)).Output.SyntaxTrees.Skip(2),
        tree => tree.ToString().Contains("Film", StringComparison.Ordinal));

    /// <summary>What makes the difference is whose words they are; else the silence above would say nothing.</summary>
    [Fact]
    public async Task The_same_words_of_the_language_are_seen()
    {
        var run = await PlainRun.OfAsync(Global[Global.IndexOf("[Sop(", StringComparison.Ordinal)..]);
        Assert.Null(run.Thrown);
        Assert.Contains(run.Findings, finding => finding.Id == "SOP0001");
        Assert.Contains(run.Findings, finding => finding.Id == "SOP1105");
    }

    private static string Real => Vocabulary.Sop("""    [HumanStep<Support>("Answer it")] public partial Task Answer(Ticket ticket);""");

    private static Task<AnalyzerRun> SilentAsync(SopProject project) => AnalyzerRun.CheckAsync(project with { EditorConfig = Loud, Properties = project.Properties.SetItem("SopAsOf", "2026-11-20") });

    /// <summary>Every rule is an error.</summary>
    private static string Loud => "[*.cs]\n" + string.Concat(new SopAnalyzer().SupportedDiagnostics.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = error\n"));
}
