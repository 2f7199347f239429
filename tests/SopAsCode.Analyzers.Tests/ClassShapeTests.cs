using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ClassShapeTests
{
    private const string Step = """[HumanStep<Support>("Do it")] public partial Task Do();""";
    private const string Automation = """[AutomatedStep("Do it")] public Task Do() => Task.CompletedTask;""";

    [Fact]
    public Task Silent_about_a_class_that_can_be_an_SOP() => Shape.CheckAsync(Vocabulary.Sop(Shape.FineSteps));

    [Theory]
    [InlineData("public sealed partial class Do1 : Sop;")]
    [InlineData("sealed partial class Do1(IHelpdesk helpdesk) : Sop { public IHelpdesk Desk => helpdesk; }")]
    [InlineData("partial class Do1 : Team; abstract class Team : Sop;")]
    [InlineData("partial class Do1 : Sop { public Do1(IHelpdesk helpdesk) : this() => _ = helpdesk; private Do1() { } }")]
    [InlineData("partial class Do1 : Sop { private Do1() { } }")]
    [InlineData("partial class Do1 : Sop { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Do1() => Name = \"\"; public required string Name { get; set; } }")]
    public Task Silent_about_shapes_that_look_odd_but_work(string source) =>
        Shape.CheckAsync($"[Sop(\"Do it\")] {source}\npartial class Do1 {{ {Step} }}");

    [Theory]
    [InlineData("[FromKeyedServices(\"fast\")] IHelpdesk desk, [FromKeyedServices(DayOfWeek.Friday)] IHelpdesk? other, [FromKeyedServices(typeof(Ticket))] IHelpdesk? third = null")]
    [InlineData("IHelpdesk? desk = null, int count = 3, string text = \"a\\\"b\", double share = 1.5, DayOfWeek day = DayOfWeek.Friday, char letter = 'x', decimal price = 1.5m, int? most = null, CancellationToken stop = default")]
    [InlineData("in int count, params IHelpdesk[] desks")]
    [InlineData("[FromKeyedServices(null)] IHelpdesk desk, [FromKeyedServices(7)] IHelpdesk? other, [FromKeyedServices('x')] IHelpdesk? third = null, [FromKeyedServices(1.5)] IHelpdesk? fourth = null")]
    [InlineData("IHelpdesk service0, IHelpdesk? call = null, IHelpdesk? values = null")]
    public Task Silent_about_a_constructor_that_a_host_can_serve(string parameters) =>
        Shape.CheckAsync(Served($"public Do1({parameters}) {{ }}"));

    [Fact]
    public Task Silent_about_several_constructors_of_which_one_is_marked() =>
        Shape.CheckAsync(Served("public Do1() { } [ActivatorUtilitiesConstructor] public Do1(IHelpdesk desk) { }"));

    [Theory]
    [InlineData("ref int count")]
    [InlineData("Span<int> numbers")]
    [InlineData("[ServiceKey] string key")]
    [InlineData("dynamic thing")]
    public async Task What_no_host_can_pass_to_a_constructor(string parameter) => Assert.Equal(
        "SOP 'Do1' takes in its constructor what no host can pass: take services, without 'ref', 'out', spans, pointers, dynamic or [ServiceKey]",
        await Shape.MessageAsync(Served($"public Do1({parameter}) {{ }}").Replace("class Do1", "class {|SOP0001:Do1|}", StringComparison.Ordinal)));

    [Fact]
    public async Task One_that_derives_from_another_SOP() => Assert.Equal(
        "SOP 'Do2' derives from another SOP, whose steps it does not get: derive it from Sop or Sop<T>, and call the other one with [Handoff<…>]",
        await Shape.MessageAsync($$"""[Sop("Do it")] public partial class Do1 : Sop { {{Step}} } [Sop("Do more")] public partial class {|SOP0001:Do2|} : Do1 { [HumanStep<Support>("Do more")] public partial Task More(); }"""));

    [Theory]
    [InlineData("partial struct {|SOP0001:Do1|}")]
    [InlineData("partial interface {|SOP0001:Do1|}")]
    public async Task What_is_no_class(string type) => Assert.Equal(
        "SOP 'Do1' must be a class that derives from Sop, or from Sop<T> if each run is about one T",
        await Shape.MessageAsync(SopProject.Of($$"""[Sop("Do it")] public {{type}} { {{Step}} }""").ThatDoesNotCompile()));

    [Fact]
    public Task Silent_about_an_SOP_inside_a_partial_type() =>
        Shape.CheckAsync($$"""partial class Outer { [Sop("Do it")] internal sealed partial class Inner : Sop { {{Step}} } }""");

    [Theory]
    [InlineData("Sop")]
    [InlineData("Sop<Tick>")]
    public Task Silent_about_a_schedule_that_starts_with_nothing_but_the_time(string sop) => Shape.CheckAsync(
        $$"""[Sop("Do it"), Trigger("Monday", Cron = "0 8 * * MON")] public sealed partial class Do1 : {{sop}} { {{Step}} }""");

    [Fact]
    public async Task A_schedule_that_brings_no_input() => Assert.Equal(
        "SOP 'Do1' is about a 'Ticket', which a schedule can't bring: name in Each a method that returns some, or derive it from Sop or Sop<Tick>",
        await Shape.MessageAsync(
            $$"""[Sop("Do it"), Trigger("A ticket comes in"), Trigger("Monday", Cron = {|SOP0001:"0 8 * * MON"|})] public sealed partial class Do1 : Sop<Ticket> { {{Step}} }"""));

    [Theory]
    [InlineData("public sealed record Case([property: Key] string Number, string Text);")]
    [InlineData("public sealed record Case([Key] int Number, string Text);")]
    [InlineData("public sealed record Case(string Text) { [Key] public Guid? Id { get; init; } }")]
    [InlineData("public sealed record Case(string Text) { [Key] public DayOfWeek Day { get; init; } }")]
    [InlineData("public sealed record Case(string Text, Other Other); public sealed record Other([property: Key] string A, [property: Key] string B);")]
    public Task Silent_about_one_key_by_which_a_run_is_found(string input) =>
        Shape.CheckAsync($$"""[Sop("Do it")] public sealed partial class Do1 : Sop<Case> { {{Step}} } {{input}}""");

    [Fact]
    public async Task Several_keys() => Assert.Equal(
        "SOP 'Do1' is about a 'Case', which has several keys, 'Number' and 'Email': keep [Key] on the one by which an event from outside finds its run",
        await Shape.MessageAsync(
            $$"""[Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Sop<Case> { {{Step}} } public sealed record Case([property: Key] int Number, [Key] string Email);"""));

    [Theory]
    [InlineData("bool", "bool")]
    [InlineData("string[]", "string[]")]
    [InlineData("Ticket?", "Ticket")]
    public async Task A_key_by_which_no_run_can_be_found(string type, string said) => Assert.Equal(
        $"SOP 'Do1' is about a 'Case', whose key 'Of' is a '{said}', by which no run can be found: put [Key] on a text, a number or an identifier",
        await Shape.MessageAsync(
            $$"""[Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Sop<Case> { {{Step}} } public sealed record Case([property: Key] {{type}} Of);"""));

    [Fact]
    public async Task Not_partial() => Assert.Equal(
        "SOP 'Do1' must be partial, so that its machine and its page can be generated into it",
        await Shape.MessageAsync($$"""[Sop("Do it")] public sealed class {|SOP0001:Do1|} : Sop { {{Automation}} }"""));

    [Fact]
    public async Task Not_derived() => Assert.Equal(
        "SOP 'Do1' must derive from Sop, or from Sop<T> if each run is about one T",
        await Shape.MessageAsync($$"""[Sop("Do it")] public sealed partial class {|SOP0001:Do1|} { {{Automation}} }"""));

    [Fact]
    public async Task Derived_from_something_else_called_Sop() => await Shape.CheckAsync($$"""
        namespace Team { [Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Other.Sop { {{Automation}} } }
        namespace Other { public abstract class Sop; }
        """);

    [Fact]
    public async Task Generic() => Assert.Equal(
        "SOP 'Do1' can't have type parameters, its own or those of a type around it: one class is one SOP",
        await Shape.MessageAsync($$"""[Sop("Do it")] public sealed partial class {|SOP0001:Do1|}<T> : Sop { {{Automation}} }"""));

    [Fact]
    public Task Generic_around_it() => Shape.CheckAsync(
        $$"""public partial class Outer<T> { [Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Sop { {{Automation}} } }""");

    [Fact]
    public async Task Abstract() => Assert.Equal(
        "SOP 'Do1' can't be abstract: a host makes an instance of it for each step",
        await Shape.MessageAsync($$"""[Sop("Do it")] public abstract partial class {|SOP0001:Do1|} : Sop { {{Automation}} }"""));

    [Fact]
    public async Task Static_says_so_once() => Assert.Equal(
        "SOP 'Do1' can't be static: a host makes an instance of it for each step; make it an ordinary class that derives from Sop or Sop<T>",
        (await Shape.CheckAsync("""
            [Sop("Do it")] public static partial class {|SOP0001:Do1|} { [AutomatedStep("Do it")] public static Task {|SOP0006:Do|}() => Task.CompletedTask; }
            """)).Message("SOP0001"));

    [Fact]
    public async Task A_record_says_so_once() => Assert.Equal(
        "SOP 'Do1' can't be a record: it is a procedure, not a value; make it a class that derives from Sop or Sop<T>",
        await Shape.MessageAsync($$"""[Sop("Do it")] public sealed partial record {|SOP0001:Do1|} { {{Automation}} }"""));

    [Fact]
    public Task File_local() => Shape.CheckAsync($$"""[Sop("Do it")] file sealed partial class {|SOP0001:Do1|} : Sop { {{Automation}} }""");

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    [InlineData("")]
    public async Task Hidden(string accessibility) => Assert.Equal(
        "SOP 'Do1' must be public or internal, and so must every type around it: hosts and documents need to see it",
        await Shape.MessageAsync($$"""public partial class Outer { [Sop("Do it")] {{accessibility}} partial class {|SOP0001:Do1|} : Sop { {{Automation}} } }"""));

    [Fact]
    public Task Hidden_around_it() => Shape.CheckAsync(
        $$"""public partial class Outer { private partial class Middle { [Sop("Do it")] public partial class {|SOP0001:Do1|} : Sop { {{Automation}} } } }""");

    [Fact]
    public async Task Inside_a_type_that_is_not_partial() => Assert.Equal(
        "SOP 'Do1' stands in a type that is not partial: make that type partial, or move the SOP out of it",
        await Shape.MessageAsync($$"""public class Outer { [Sop("Do it")] public partial class {|SOP0001:Do1|} : Sop { {{Automation}} } }"""));

    [Fact]
    public async Task Several_constructors() => Assert.Equal(
        "SOP 'Do1' has several constructors, so a host can't tell which one to call: keep one, or make the others private",
        await Shape.MessageAsync($$"""
            [Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Sop
            {
                public Do1() { }
                internal Do1(IHelpdesk helpdesk) => _ = helpdesk;
                {{Automation}}
            }
            """));

    [Fact]
    public async Task Required_members_also_of_a_base() => Assert.Equal(
        "SOP 'Do1' has required members, which a host can't set: take them through the constructor",
        await Shape.MessageAsync($$"""
            public abstract class Named : Sop { public required string Name { get; set; } }
            [Sop("Do it")] public sealed partial class {|SOP0001:Do1|} : Named { {{Automation}} }
            """));

    [Fact]
    public Task Several_causes_are_several_findings() => Shape.CheckAsync(
        $$"""[Sop("Do it")] public abstract class {|SOP0001,SOP0001:Do1|} : Sop { {{Automation}} }""");

    [Fact]
    public Task Silent_while_the_base_is_half_typed() => Shape.CheckAsync(((SopProject)
        $$"""[Sop("Do it")] public sealed partial class Do1 : So { {{Automation}} }""").ThatDoesNotCompile());

    [Fact]
    public Task Stands_at_the_declaration_with_the_attribute() => Shape.CheckAsync(SopProject.Of("public partial class Do1;")
        .With("Marked.cs", $$"""[Sop("Do it")] partial class {|SOP0001:Do1|} { {{Automation}} }"""));

    [Fact]
    public Task Whoever_uses_one_that_can_not_run_gets_no_further_errors() => Shape.CheckAsync($$"""
        [Sop("Do it")] public sealed partial class Do1 : Sop { {{Step}} [AutomatedStep("Say it"), Next({|SOP0003:"Elsewhere"|})] public Task Say() => Task.CompletedTask; }
        public static class Host
        {
            public static object[] Use() => [Do1.Definition, Do1.Dispatcher, Do1.Markdown, Do1.CreateSopMachine(), Do1.State.Do, Do1.State.Fallback, Do1.Trigger.Complete, (object)Do1.CreateMachine];
        }
        """);

    private static string Served(string constructors) => $$"""
        namespace Microsoft.Extensions.DependencyInjection
        {
            [AttributeUsage(AttributeTargets.Parameter)] public sealed class FromKeyedServicesAttribute(object? key) : Attribute { public object? Key => key; }
            [AttributeUsage(AttributeTargets.Parameter)] public sealed class ServiceKeyAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Constructor)] public sealed class ActivatorUtilitiesConstructorAttribute : Attribute;
            public interface IKeyedServiceProvider : IServiceProvider { object? GetKeyedService(Type serviceType, object? serviceKey); }
        }

        namespace Team
        {
            using Microsoft.Extensions.DependencyInjection;

            [Sop("Do it")] public sealed partial class Do1 : Sop
            {
                {{constructors}}
                {{Step}}
            }
        }
        """;
}
