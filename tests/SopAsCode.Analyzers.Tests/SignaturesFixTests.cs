using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SignaturesFixTests
{
    private const string Rule = "SOP0006";

    [Theory]
    [InlineData("public Reply Sort(Ticket ticket) => new Reply(\"\");", "public Task<Reply> Sort(Ticket ticket) => Task.FromResult(new Reply(\"\"));")]
    [InlineData("public Reply Sort(Ticket ticket) => new(\"\");", "public Task<Reply> Sort(Ticket ticket) => Task.FromResult<Reply>(new(\"\"));")]
    [InlineData("public Reply Sort(Ticket ticket) => ticket.HighValue ? new(\"\") : default!;", "public Task<Reply> Sort(Ticket ticket) => Task.FromResult<Reply>(ticket.HighValue ? new(\"\") : default!);")]
    [InlineData("public IReadOnlyList<Reply> Sort() => [];", "public Task<IReadOnlyList<Reply>> Sort() => Task.FromResult<IReadOnlyList<Reply>>([]);")]
    [InlineData("public Reply Sort() => throw new NotSupportedException();", "public Task<Reply> Sort() => throw new NotSupportedException();")]
    [InlineData("public void Sort() => throw new NotSupportedException();", "public Task Sort() => throw new NotSupportedException();")]
    [InlineData("public void Sort() => SortAsync();", "public Task Sort() => SortAsync();")]
    [InlineData("public async void Sort() => await SortAsync();", "public async Task Sort() => await SortAsync();")]
    [InlineData("public partial void Sort();", "public partial Task Sort();")]
    [InlineData("public partial Reply Sort(Ticket ticket);", "public partial Task<Reply> Sort(Ticket ticket);")]
    [InlineData("public partial Reply Sort(); public partial Reply Sort() => new Reply(\"\");", "public partial Task<Reply> Sort(); public partial Task<Reply> Sort() => Task.FromResult(new Reply(\"\"));")]
    public async Task Wraps_one_line(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sort(before), Rule, "WrapInTask");
        Assert.Equal(Sort(after), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Wraps_what_the_body_returns_and_leaves_functions_inside_it_alone()
    {
        var fixedUp = await FixRun.ApplyAsync(Sort("""
            public Reply Sort(Ticket ticket)
                {
                    Func<Reply> later = () => { return new Reply("later"); };
                    if (ticket.HighValue)
                    {
                        return Local(); // at once
                    }

                    return ticket.Body.Length switch
                    {
                        0 => later(),
                        _ => new Reply(ticket.Body),
                    };

                    Reply Local()
                    {
                        return new Reply("now");
                    }
                }
            """), Rule);
        Assert.Equal(Sort("""
            public Task<Reply> Sort(Ticket ticket)
                {
                    Func<Reply> later = () => { return new Reply("later"); };
                    if (ticket.HighValue)
                    {
                        return Task.FromResult(Local()); // at once
                    }

                    return Task.FromResult(ticket.Body.Length switch
                    {
                        0 => later(),
                        _ => new Reply(ticket.Body),
                    });

                    Reply Local()
                    {
                        return new Reply("now");
                    }
                }
            """), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Ends_a_body_that_returns_nothing()
    {
        var fixedUp = await FixRun.ApplyAsync(Sort("""
            public void Sort(Ticket ticket)
                {
                    Action later = () => { return; };
                    if (ticket.HighValue)
                    {
                        return;
                    }

                    later();
                }
            """), Rule);
        Assert.Equal(Sort("""
            public Task Sort(Ticket ticket)
                {
                    Action later = () => { return; };
                    if (ticket.HighValue)
                    {
                        return Task.CompletedTask;
                    }

                    later();
                    return Task.CompletedTask;
                }
            """), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Ends_no_body_that_never_ends()
    {
        var fixedUp = await FixRun.ApplyAsync(Sort("public void Sort() { throw new NotSupportedException(); }"), Rule);
        Assert.Equal(Sort("public Task Sort() { throw new NotSupportedException(); }"), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Gives_a_call_a_body_to_return_from()
    {
        var fixedUp = await FixRun.ApplyAsync(Sort("public void Sort() => Console.WriteLine();"), Rule);
        Assert.Equal(Sort("""
            public Task Sort()
                {
                    Console.WriteLine();
                    return Task.CompletedTask;
                }
            """), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Adds_the_using_that_it_needs()
    {
        const string source = """
            // About the file.
            using System;
            using SopAsCode;

            namespace Team;

            [Sop("Answer")]
            public sealed partial class Answer : Sop
            {
                [AutomatedStep("Sort")] public void Sort() => throw new NotSupportedException();
                [AutomatedStep("Send")] public void Send() => throw new NotSupportedException();
            }
            """;
        var project = SopProject.Bare.With("GlobalUsings.cs", "").With("Sop.cs", source);
        var fixedUp = await FixRun.ApplyAllAsync(project, Rule);
        Assert.Equal(
            source.Replace("void", "Task", StringComparison.Ordinal).Replace("using System;\n", "using System;\nusing System.Threading.Tasks;\n", StringComparison.Ordinal),
            fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Spells_the_task_out_where_the_team_has_one_of_its_own()
    {
        var project = SopProject.Of(Sort("public Reply Sort() => new Reply(\"\");")).With("Task.cs", "namespace Team; public sealed record Task(string Title);");
        var fixedUp = await FixRun.ApplyAsync(project.With("Sop.cs", project.Sources[^2].Text.Replace("Task SortAsync() => Task", "void SortAsync() => _ = System.Threading.Tasks.Task", StringComparison.Ordinal)), Rule);
        Assert.Contains(
            "public global::System.Threading.Tasks.Task<Reply> Sort() => global::System.Threading.Tasks.Task.FromResult(new Reply(\"\"));", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public IEnumerable<Reply> Sort() { yield return new Reply(\"\"); }")]
    [InlineData("public override string ToString() => \"\";")]
    public Task Offers_no_task_where_the_result_would_not_compile(string method) => FixRun.AssertNoneOfferedAsync(Sort(method), Rule);

    [Fact]
    public Task Offers_no_task_to_what_an_interface_asks_for() => FixRun.AssertNoneOfferedAsync(
        "public interface ISort { void Sort(); }\n[Sop(\"Answer\")] public partial class Answer : Sop, ISort { [AutomatedStep(\"Sort\")] public void Sort() { } }", Rule);

    [Theory]
    [InlineData("// Why.\n    bool Fine", "// Why.\n    static bool Fine")]
    [InlineData("private bool Fine", "private static bool Fine")]
    [InlineData("unsafe bool Fine", "static unsafe bool Fine")]
    public async Task Makes_a_condition_static(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Condition(before + "(Ticket ticket) => ticket is { HighValue: true } && Always;", "static "), Rule, "Make 'Fine' static");
        Assert.Equal(Condition(after + "(Ticket ticket) => ticket is { HighValue: true } && Always;", "static "), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("bool Fine(Ticket ticket) => Always;")]
    [InlineData("bool Fine(Ticket ticket) => this.Always;")]
    [InlineData("bool Fine(Ticket ticket) => helpdesk is null;")]
    [InlineData("bool Fine(Ticket ticket) => Always.Equals(true);")]
    public Task Leaves_a_condition_that_reads_its_instance(string condition) => FixRun.AssertNoneOfferedAsync(Condition(condition, ""), Rule);

    [Theory]
    [InlineData("public static Task Sort() => SortAsync();", "public Task Sort() => SortAsync();")]
    [InlineData("static public Task Sort() => SortAsync();", "public Task Sort() => SortAsync();")]
    [InlineData("static partial Task Sort(); static partial Task Sort() => SortAsync();", "partial Task Sort(); partial Task Sort() => SortAsync();")]
    public async Task Makes_a_step_an_instance_method(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Sort(before), Rule, "MakeInstance");
        Assert.Equal(Sort(after), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Wraps_all_at_once(FixAllScope scope)
    {
        var fixedUp = await FixRun.ApplyAllAsync(Shape.Sop("""
                [AutomatedStep("One")] public Reply One() => new Reply("");
                [AutomatedStep("Two")] public void Two() { }
                [HumanStep<Support>("Three")] public partial Article Three();
            """), Rule, scope);
        Assert.Contains("Task<Reply> One() => Task.FromResult(new Reply(\"\"));", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Contains("partial Task<Article> Three();", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static string Sort(string method) => Shape.Sop($$"""
            [AutomatedStep("Sort")]
            {{method}}

            private static Task SortAsync() => Task.CompletedTask;
        """);

    private static string Condition(string method, string always) => $$"""
        [Sop("Answer")]
        public sealed partial class Answer(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AutomatedStep("Sort")] public Task Sort() => helpdesk.SendAsync("", default);

            {{always}}bool Always => true;

            [Condition("Fine")]
            {{method}}
        }
        """;
}
