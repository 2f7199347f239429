using System.Reflection;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>Declarations at the edge of what a class may be: the generated code compiles, cleanly, or there is none.</summary>
public class OddDeclarationTests
{
    [Fact]
    public Task An_sop_in_the_global_namespace() => AssertClean(Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);").Replace("namespace Team;", "", StringComparison.Ordinal));

    [Fact]
    public Task An_sop_nested_in_partial_types() => AssertClean(
        """
        namespace Team;
        public partial struct Outer
        {
            internal partial interface IMiddle
            {
                [Sop("Nested"), Owner<Support>]
                internal sealed partial class Inner : Sop<Ticket>
                {
                    [HumanStep<Support>] public partial Task Look(Ticket ticket);
                }
            }
        }
        """);

    [Fact]
    public Task Names_that_are_keywords() => AssertClean(
        """
        namespace Team.@event;
        [Sop("Keywords"), Owner<Support>]
        public sealed partial class @class : Sop<@record>
        {
            [AiStep<Writer>, Prompt("{new.default} {new}")]
            [Next(nameof(@void), When = nameof(@is))]
            [Next(nameof(@void))]
            public partial Task<Reply> @if(@record @new);

            [Checkpoint<Support>]
            public partial Task<Reply> @void(Reply @ref, @record @in);

            [Condition("It is")]
            private static bool @is(@record @out) => @out.@default > 1;
        }

        public sealed record @record(int @default);
        """);

    [Fact]
    public Task A_hand_off_to_a_class_that_nobody_else_can_name() => AssertClean(
        """
        namespace Team;
        [Sop("Hand over"), Owner<Support>]
        public sealed partial class HandOver : Sop<Ticket>
        {
            [Handoff<Hidden>] public partial Task Pass(Ticket ticket);
            private sealed class Hidden : Sop<Ticket>;
        }
        """);

    [Theory]
    [InlineData("Inner", "private sealed record Inner(string Text);")]
    [InlineData("Inner", "private enum Inner { Fine, Bad }")]
    [InlineData("Inner", "protected internal sealed record Inner(string Text);")]
    [InlineData("Inner", "private protected sealed record Inner(string Text);")]
    [InlineData("Inner", "protected sealed record Inner(string Text);")]
    [InlineData("IReadOnlyList<Inner>", "private sealed record Inner(string Text);")]
    [InlineData("Inner[][]", "private sealed record Inner(string Text);")]
    [InlineData("Dictionary<int, (Inner, int)>", "private sealed record Inner(string Text);")]
    [InlineData("Box<int>", "private sealed record Box<T>(T Inside);")]
    [InlineData("Box<Inner>.Lid", "private sealed record Inner(string Text); internal sealed class Box<T> { public sealed record Lid(T Inside); }")]
    [InlineData("Hidden.Inner", "private static class Hidden { public sealed record Inner(string Text); }")]
    public Task Data_that_nobody_else_can_name(string data, string declaration) => AssertClean(
        $$"""
        namespace Team;
        [Sop("Keep it in"), Owner<Support>]
        public partial class KeepIn : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt("{ticket}")] private partial Task<{{data}}> Draft(Ticket ticket);
            [HumanStep<Support>] private partial Task Look({{data}} data);
            {{declaration}}
        }
        """);

    [Fact]
    public Task An_input_and_a_target_with_odd_types() => AssertClean(
        """
        namespace Team;
        public class Outer
        {
            public sealed record Inner(string Text);
            public sealed record @new(string Text);
        }

        [Sop("Pairs"), Owner<Support>]
        public sealed partial class Pairs : Sop<KeyValuePair<Outer.Inner, List<Outer.@new?>>>
        {
            [Handoff<Others>] public Task<(Ticket First, Reply Second)[]> Pass() => Task.FromResult(Array.Empty<(Ticket First, Reply Second)>());
        }

        [Sop("Others"), Owner<Support>]
        public sealed partial class Others : Sop<(Ticket First, Reply Second)>
        {
            [HumanStep<Support>] public partial Task Look();
        }
        """);

    [Fact]
    public Task Types_named_like_what_generated_code_might_need() => AssertClean(
        """
        namespace Team;
        public static class Answers { public static bool Give(Ticket ticket) => ticket.HighValue; }
        public sealed record PromptValues(string Text);
        [Sop("Names"), Owner<Support>]
        public sealed partial class Names : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt("{values}")]
            [Next(End.Completed, When = nameof(IsSo)), Next(End.Cancelled)]
            public partial Task<PromptValues> Ask(Ticket ticket, PromptValues? values);

            [Condition("So")]
            private static bool IsSo(Ticket ticket) => Answers.Give(ticket);
        }
        """);

    [Fact]
    public Task Classes_named_like_something_in_generated_code() => AssertClean("#pragma warning disable CS8981\n" + string.Join("\n", NamesInGeneratedCode().Select(name =>
        $$"""
        namespace Odd
        {
        [Sop("Odd name {{name}}"), Owner<Support>]
        public sealed partial class {{name}} : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt("{answer} {ticket}")]
            [Limit("Small", When = nameof(IsSo), PerDay = 5)]
            [Next(End.Completed, When = nameof(IsSo), AtMost = 1), Next(End.Cancelled)]
            public partial Task<Reply> Ask(Ticket ticket, Verdict? answer);

            [Condition("So")]
            private static bool IsSo(Ticket ticket) => ticket.HighValue;
        }
        }
        """)));

    // What machine and dispatcher inherit, and the locals and fields of generated code.
    private static IEnumerable<string> NamesInGeneratedCode() => new[] { typeof(SopMachine), typeof(SopDispatcher) }
        .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy))
        .Where(member => member is not ConstructorInfo && !member.Name.Contains('_', StringComparison.Ordinal) && !member.Name.Contains('<', StringComparison.Ordinal))
        .Select(member => member.Name)
        .Except(["Definition", "Finalize"], StringComparer.Ordinal)
        .Concat(["Instance", "run", "machine", "to", "values", "sop", "call", "cancel", "condition", "trigger", "started", "notStarted", "move", "asked", "thrown", "cursor", "state", "OnResume", "@class", "@file", "_machine", "変数"])
            .Distinct(StringComparer.Ordinal);

    [Fact]
    public Task Parameters_named_like_helpers() => AssertClean(
        """
        namespace Team;
        [Sop("Names"), Owner<Support>]
        public sealed partial class Names : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt("{GeneratedPromptValues}")]
            public partial Task<Reply> Ask(Ticket GeneratedPromptValues, Reply? GeneratedAnswers, Verdict? PerformAsync);
        }
        """);

    [Fact]
    public Task Answers_that_no_ai_can_give() => AssertClean(
        """
        namespace Team;
        public sealed record Odd(
            IDictionary<string, List<string?>?> Map, Verdict?[] Verdicts, string?[][] Texts, (int, string?)[] Pairs, Uri Link, object? Any, IReadOnlyList<Uri?> Links, int?[][]? Numbers);
        [Sop("Answers"), Owner<Support>]
        public sealed partial class Answers : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt("{ticket}")] public partial Task<Odd> A(Ticket ticket);
            [AiStep<Writer>, Prompt("{odd}")] public partial Task<Uri> B(Odd odd);
            [AiStep<Writer>, Prompt("{uri}")] public partial Task<List<(int, Reply?)>> C(Uri uri);
            [AiStep<Writer>, Prompt("{pairs}")] public partial Task<Reply[][]> D(List<(int, Reply?)> pairs);
        }
        """);

    [Fact]
    public Task Properties_that_only_live_on_the_stack() => AssertClean(
        """
        namespace Team;
        public sealed record Word(string Text) { public ReadOnlySpan<char> Letters => Text; }
        [Sop("Words"), Owner<Support>]
        public sealed partial class Words : Sop<Word>
        {
            [AiStep<Writer>, Prompt("{word}")] public partial Task<Word> Turn(Word word);
        }
        """);

    [Fact]
    public Task Texts_that_try_to_break_out() => AssertClean(Vocabulary.Sop(
        """
            [AiStep<Writer>("\"\"\" */ </summary> \u2028 \\ {x} | ``` # \" ${}")]
            [Prompt("\"\"\"\"\n```\n{{not a place}} {ticket.Subject} {nothing.here} { }\r\n\u2029")]
            public partial Task<Reply> DraftReply(Ticket ticket);
        """).Replace("by the book", "*/ \\\"\\\"\\\" <x> \\n#if \\ud800 \\u202e", StringComparison.Ordinal));

    [Fact]
    public Task Every_shape_of_method() => AssertClean(
        """
        namespace Team;
        [Sop("Shapes"), Owner<Support>]
        public partial class Shapes : Sop
        {
            [HumanStep<Support>] public partial ValueTask<Ticket> A();
            [HumanStep<Support>] public virtual partial ValueTask B(Ticket ticket, Reply? reply, Verdict? verdict);
            [AutomatedStep] internal partial Task<Verdict> C();
            [AutomatedStep] protected internal ValueTask<List<Reply>> D(Verdict verdict, StepContext context, CancellationToken cancel = default) => new([]);
            [AutomatedStep] private protected partial Task<Dictionary<string, Reply?>> E(List<Reply> replies);
            [AutomatedStep] partial Task F();
            [HumanStep<Support>] public unsafe partial Task G(Verdict Definition, Ticket State);
            private partial Task F() => Task.CompletedTask;
        }
        """.Replace("unsafe ", "", StringComparison.Ordinal).Replace("    [AutomatedStep] partial Task F();\n", "    [AutomatedStep] private partial Task F();\n", StringComparison.Ordinal));

    [Fact]
    public Task Values_that_go_into_a_prompt_as_json() => AssertClean(JsonPrompt);

    [Fact]
    public async Task Json_in_a_prompt_says_what_the_value_says()
    {
        using var assembly = EmittedAssembly.Of(SopProject.Of(JsonPrompt));
        var prompt = (Task<string>)assembly.TypeOf("Team.Probe").GetMethod("Prompt")!.Invoke(null, null)!;
        Assert.Equal(
            """
            {
              "Lines": [
                {
                  "Name": "Kanne \"blau\" ü",
                  "Price": 12.50,
                  "When": "2026-11-02",
                  "Size": "Large",
                  "Gift": true,
                  "Note": null
                }
              ],
              "Parent": null
            } / 1 / Large
            """.Replace("\r", "", StringComparison.Ordinal),
            await prompt);
    }

    [Fact]
    public void Two_classes_whose_names_differ_in_case_only_get_files_of_their_own()
    {
        var run = GeneratorRun.Of(SopProject.Of(Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "Close"))
            .With("Other.cs", Vocabulary.Sop("[HumanStep<Support>] public partial Task Look(Ticket ticket);", name: "CLOSE")));
        Assert.Equal((2 * Samples.FileKinds.Length) + 1, run.Files.Count);
        Assert.Equal(run.Files.Count, run.Files.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase).Count);
    }

    [Fact]
    public void The_catalogue_keeps_out_of_the_way_of_types_of_its_name()
    {
        const string sop = "[Sop(\"x\"), Owner<Support>] public sealed partial class A : Sop { [HumanStep<Support>] public partial Task B(); }";
        Assert.Contains("namespace Shop;", CatalogueOf(sop), StringComparison.Ordinal);
        Assert.DoesNotContain("namespace Shop;", CatalogueOf(sop + " public sealed class Shop;"), StringComparison.Ordinal);
        Assert.Contains("class ShopSopCatalogue", CatalogueOf(sop + " namespace Shop { public sealed class ShopSops; }"), StringComparison.Ordinal);

        static string CatalogueOf(string source)
        {
            var run = GeneratorRun.Of(SopProject.Of(source) with { Name = "Shop" });
            using var assembly = EmittedAssembly.Of(run.Output);
            return run["Sops.g.cs"];
        }
    }

    [Theory]
    [InlineData("Shop", "Shop.ShopSops")]
    [InlineData("app", "app.AppSops")]
    [InlineData("my_app", "my_app.MyAppSops")]
    [InlineData("Acme.Shop", "Acme.Shop.ShopSops")]
    [InlineData("acme.shop.desk", "acme.shop.desk.DeskSops")]
    [InlineData("Acme.Sops", "Acme.Sops.AcmeSops")]
    [InlineData("AcmeSops", "AcmeSops.AcmeSops")]
    [InlineData("acme.sops", "acme.sops.AcmeSops")]
    [InlineData("Sops", "Sops.MySops")]
    [InlineData("2go", "_2go._2goSops")]
    [InlineData("class", "@class.ClassSops")]
    [InlineData("größe", "größe.GrößeSops")]
    [InlineData("iris", "iris.IrisSops")]
    [InlineData("---", "MySops")]
    public void The_catalogue_is_named_after_the_project(string project, string catalogue)
    {
        const string sop = "[Sop(\"x\"), Owner<Support>] public sealed partial class A : Sop { [HumanStep<Support>] public partial Task B(); }";
        var file = Determinism.Under("tr-TR", () =>
        {
            var run = GeneratorRun.Of(SopProject.Of(sop).WithProperty("RootNamespace", project));
            using var assembly = EmittedAssembly.Of(run.Output);
            return run["Sops.g.cs"];
        });
        var at = catalogue.LastIndexOf('.');
        Assert.Contains($"public sealed class {catalogue[(at + 1)..]} :", file, StringComparison.Ordinal);
        Assert.Equal(at > 0, file.Contains($"namespace {catalogue[..Math.Max(at, 0)]};", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_idea_with_steps_is_run_by_nothing()
    {
        var source = Samples.Answer.Replace("[Sop(\"Answer", "[Sop(Stage = Stage.Idea, title: \"Answer", StringComparison.Ordinal);
        Assert.NotEqual(Samples.Answer, source);
        var run = GeneratorRun.Of(SopProject.Of(source));
        await GeneratedCode.AssertCleanAsync(run);
        Assert.Equal(
            ["Sops.g.cs", .. Samples.FilesOf("AnswerTicket").Where(file => !file.Contains("Machine", StringComparison.Ordinal) && !file.Contains("Dispatcher", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
            run.Files.Keys);
        Assert.Contains("new() { Definition = global::Team.AnswerTicket.Definition, Markdown = global::Team.AnswerTicket.Markdown },", run["Sops.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_in_two_declarations_is_generated_once()
    {
        var run = GeneratorRun.Of(SopProject.Of(Samples.Answer).With("More.cs", "namespace Team; [Sop(\"Twice\")] public sealed partial class AnswerTicket;").ThatDoesNotCompile());
        Assert.Equal(["Sops.g.cs", .. Samples.FilesOf("AnswerTicket").Order(StringComparer.Ordinal)], run.Files.Keys);
    }

    [Theory]
    [InlineData("[Sop(")]
    [InlineData("[Sop(\"x\")] class")]
    [InlineData("[Sop(\"x\")] partial class A : Sop<")]
    [InlineData("[Sop(\"x\")] partial class A : Sop { [AiStep<>] public partial Task B(; }")]
    [InlineData("[Sop(\"x\")] partial class A : Sop { [HumanStep<Nobody>] public partial Task<Missing> B(Missing missing); }")]
    [InlineData("[Sop(\"x\")] partial class A : Sop { [HumanStep<Support>] [Next(nameof())] [Next] [Due(Hours = \"x\")] public partial Task B(Ticket t); }")]
    [InlineData("[Sop(null)] partial class A : Sop { [HumanStep<Support>(null)] [Checklist(null)] [Prompt(null)] public partial Task B(Ticket t); }")]
    [InlineData("[Sop(\"x\")] partial class A : Sop { [HumanStep<Support>] public partial Task (Ticket t); }")]
    [InlineData("[Sop(\"x\")] partial class : Sop { [HumanStep<Support>] public partial Task B(Ticket t); }")]
    public void Broken_code_is_the_normal_case(string source) => GeneratorRun.Of(SopProject.Of(source).ThatDoesNotCompile());

    [Fact]
    public void A_service_that_has_a_key_is_asked_for_by_it()
    {
        var run = GeneratorRun.Of("""
            namespace Microsoft.Extensions.DependencyInjection
            {
                [AttributeUsage(AttributeTargets.Parameter)] public sealed class FromKeyedServicesAttribute(object? key) : Attribute { public object? Key => key; }
                public interface IKeyedServiceProvider : IServiceProvider { object? GetKeyedService(Type serviceType, object? serviceKey); }
            }

            namespace Team
            {
                using Microsoft.Extensions.DependencyInjection;

                [Sop("Keys"), Owner<Support>]
                public sealed partial class Keys([FromKeyedServices("fast")] IHelpdesk one, [FromKeyedServices(DayOfWeek.Friday)] IHelpdesk two, [FromKeyedServices(typeof(Ticket))] IHelpdesk three, [FromKeyedServices(7)] IHelpdesk four, [FromKeyedServices(null)] IHelpdesk five, IHelpdesk six) : Sop<Ticket>
                {
                    [AutomatedStep] public Task Look(Ticket ticket) => Task.FromResult((one, two, three, four, five, six));
                }
            }
            """);
        var text = run.Files.Single(file => file.Key.EndsWith("Keys.Dispatcher.g.cs", StringComparison.Ordinal)).Value;
        Assert.All(
            ["\"fast\"", "(global::System.DayOfWeek)(5)", "typeof(global::Desk.Ticket)", "(int)(7)", "null"],
            key => Assert.Contains($"GetKeyedService(typeof(global::Desk.IHelpdesk), {key}) is", text, StringComparison.Ordinal));
        Assert.Equal(5, text.Split("GetKeyedService(").Length - 1);
    }

    private const string JsonPrompt =
        """
        using SopAsCode.Runtime;

        namespace Team;
        public enum Size { Small, Large }
        public sealed record Line(string Name, decimal Price, DateOnly? When, Size Size, bool Gift, string? Note);
        public sealed record Basket(IReadOnlyList<Line> Lines, Basket? Parent);

        [Sop("Json"), Owner<Support>]
        public sealed partial class Json : Sop<Basket>
        {
            [AiStep<Writer>, Prompt("{basket} / {basket.Lines.Count} / {size}")]
            public partial Task<Reply> Write(Basket basket, Size? size);
        }

        internal static class Probe
        {
            public static async Task<string> Prompt()
            {
                var run = new SopRun(Json.Definition, "r");
                run.Values.Set(new Basket([new("Kanne \"blau\" ü", 12.50m, new(2026, 11, 2), Size.Large, true, null)], null));
                run.Values.Set(Size.Large);
                var performer = new Performer();
                Json.CreateSopMachine().Start(run);
                await Json.Dispatcher.RunAsync(new() { Run = run, Performer = performer, Context = new() { RunId = "r", IdempotencyKey = "k" } });
                return performer.Prompt!.ReplaceLineEndings("\n");
            }
        }

        internal sealed class Performer : IPerformer
        {
            public string? Prompt { get; private set; }

            public Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
                where TAnswer : notnull
            {
                Prompt = request.Prompt;
                return Task.FromResult((TAnswer)(object)new Reply("ok"));
            }
        }
        """;

    private static Task AssertClean(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Contains(run.Files.Keys, file => file.EndsWith(".Machine.g.cs", StringComparison.Ordinal));
        return GeneratedCode.AssertCleanAsync(run);
    }
}
