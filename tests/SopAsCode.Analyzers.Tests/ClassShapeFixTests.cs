using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ClassShapeFixTests
{
    private const string Rule = "SOP0001";
    private const string Automation = """[AutomatedStep("Do it")] public Task Do() => Task.CompletedTask;""";

    [Theory]
    [InlineData("public sealed class Do1", "public sealed partial class Do1")]
    [InlineData("// About it.\nclass Do1", "// About it.\npartial class Do1")]
    public async Task Makes_the_class_partial(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync($"[Sop(\"Do it\")]\n{before} : Sop {{ {Automation} }}\n", Rule);
        Assert.Equal($"[Sop(\"Do it\")]\n{after} : Sop {{ {Automation} }}\n", fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Makes_the_types_around_it_partial_too()
    {
        var fixedUp = await FixRun.ApplyAsync(
            $$"""
            public class Outer
            {
                public static class Middle
                {
                    [Sop("Do it")]
                    public class Do1 : Sop { {{Automation}} }
                }
            }
            """,
            Rule,
            "Make 'Do1' and 'Middle' and 'Outer' partial");
        Assert.Equal(
            $$"""
            public partial class Outer
            {
                public static partial class Middle
                {
                    [Sop("Do it")]
                    public partial class Do1 : Sop { {{Automation}} }
                }
            }
            """,
            fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Makes_two_in_one_type_partial_at_once(FixAllScope scope)
    {
        var fixedUp = await FixRun.ApplyAllAsync(
            $$"""
            class Outer
            {
                [Sop("One")] internal class One : Sop { {{Automation}} }
                [Sop("Two")] internal class Two : Sop { {{Automation}} }
            }
            """,
            Rule,
            scope);
        Assert.Equal(
            $$"""
            partial class Outer
            {
                [Sop("One")] internal partial class One : Sop { {{Automation}} }
                [Sop("Two")] internal partial class Two : Sop { {{Automation}} }
            }
            """,
            fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("class Do1\n{", "class Do1 : Sop\n{")]
    [InlineData("class Do1(IHelpdesk helpdesk)\n{ public IHelpdesk Desk => helpdesk;", "class Do1(IHelpdesk helpdesk) : Sop\n{ public IHelpdesk Desk => helpdesk;")]
    [InlineData("class Do1 : System.IDisposable\n{ public void Dispose() { }", "class Do1 : Sop, System.IDisposable\n{ public void Dispose() { }")]
    public async Task Adds_the_base(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync($"[Sop(\"Do it\")]\npublic partial {before} {Automation} }}\n", Rule, "Derive from Sop");
        Assert.Equal($"[Sop(\"Do it\")]\npublic partial {after} {Automation} }}\n", fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Adds_the_base_with_the_input_that_the_first_step_asks_for()
    {
        var fixedUp = await FixRun.ApplyAsync(
            $$"""
            [Sop("Do it")]
            public sealed partial class Do1
            {
                [AutomatedStep("Do it")] public Task<Reply> Do(Ticket ticket) => Task.FromResult(new Reply(ticket.Body));
            }
            """,
            Rule);
        Assert.Contains("public sealed partial class Do1 : Sop<Ticket>\n", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spells_the_base_out_where_its_name_means_something_else()
    {
        var fixedUp = await FixRun.ApplyAsync(SopProject.Bare.With("Sop.cs", $$"""
            namespace Team.Sop
            {
                [SopAsCode.Sop("Do it")]
                public partial class Do1
                {
                    {{Automation}}
                }
            }
            """), Rule);
        Assert.Contains("public partial class Do1 : global::SopAsCode.Sop\n", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_all_bases_at_once()
    {
        var fixedUp = await FixRun.ApplyAllAsync($"[Sop(\"A\")] partial class A\n{{ {Automation} }}\n[Sop(\"B\")] partial class B\n{{ {Automation} }}\n", Rule);
        Assert.Equal($"[Sop(\"A\")] partial class A : Sop\n{{ {Automation} }}\n[Sop(\"B\")] partial class B : Sop\n{{ {Automation} }}\n", fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Offers_no_base_to_a_class_that_has_one() => FixRun.AssertNoneOfferedAsync(
        $"[Sop(\"Do it\")] public partial class Do1 : Team {{ {Automation} }} public class Team;", Rule);

    [Fact]
    public Task Offers_nothing_for_what_only_a_person_can_decide() => FixRun.AssertNoneOfferedAsync(
        $"[Sop(\"Do it\")] public partial class Do1<T> : Sop {{ {Automation} }}", Rule);
}
