using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A build server and an editor compile many projects, and each of their targets, in one process and at the same time: none sees another.</summary>
public class ManyAtOnceTests
{
    private const int Rounds = 3;

    // One name, as the targets of one project have it; what they say differs by a symbol.
    private static readonly string Targeted = Vocabulary.Sop("""
        #if NEXT
            [HumanStep<SeniorSupport>("Look twice")]
        #else
            [HumanStep<Support>("Look once")]
        #endif
            public partial Task<Reply> Look(Ticket ticket);

            [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)]
        #if NEXT
            [Next(End.Completed)]
        #endif
            public Task Send(Reply reply) => Task.CompletedTask;
        """);

    private static SopProject[] Projects =>
    [
        SopProject.Of(Targeted),
        SopProject.Of(Targeted) with { Symbols = ["NEXT"] },
        SopProject.Of(Targeted.Replace("class AnswerTicket", "class AnswerTicket2", StringComparison.Ordinal)) with { Name = "Other" },
        SopProject.Of(Govern.Sop(Govern.Draft, Govern.Send)),
        SopProject.Of(Govern.Sop(Govern.Draft, Govern.Review, Govern.Send)),
        WholeLanguage.Project,
        Example.Of("TinyTeam"),
        Example.Of("Minimal"),
    ];

    [Fact]
    public async Task Two_targets_of_one_project_are_told_apart()
    {
        var (first, next) = (await RunAsync(Projects[0]), await RunAsync(Projects[1]));
        Assert.Contains(first, line => line.Contains("Look once", StringComparison.Ordinal));
        Assert.DoesNotContain(first, line => line.Contains("Look twice", StringComparison.Ordinal));
        Assert.Contains(next, line => line.Contains("Look twice", StringComparison.Ordinal));
        Assert.DoesNotContain(next, line => line.Contains("Look once", StringComparison.Ordinal));

        // The first one once more, after and beside the other one.
        Assert.Equal(first, await RunAsync(Projects[0]));
        var both = await Task.WhenAll(Task.Run(() => RunAsync(Projects[0])), Task.Run(() => RunAsync(Projects[1])));
        Assert.Equal(first, both[0]);
        Assert.Equal(next, both[1]);
    }

    [Fact]
    public async Task One_driver_that_goes_from_target_to_target_says_what_a_new_one_says()
    {
        var run = GeneratorRun.Of(Projects[0]);
        var next = run.After(new("the other target", project => project with { Symbols = ["NEXT"] }));
        Assert.Equal(GeneratorRun.Of(Projects[1]).Files, next.Files);
        Assert.Equal(run.Files, next.After(new("and back", project => project with { Symbols = [] })).Files);
        Assert.NotEmpty(await RunAsync(Projects[1]));
    }

    [Fact]
    public async Task Beside_all_others_each_project_says_what_it_says_alone()
    {
        var projects = Projects;
        List<string[]> alone = [];
        foreach (var project in projects)
        {
            alone.Add(await RunAsync(project));
        }

        var together = await Task.WhenAll(Enumerable.Range(0, Rounds * projects.Length).Select(i => Task.Run(() => RunAsync(projects[i % projects.Length]))));
        for (var i = 0; i < together.Length; i++)
        {
            Assert.Equal(alone[i % projects.Length], together[i]);
        }
    }

    // On one compilation, as a host that asks about several files at once.
    [Fact]
    public async Task Many_who_ask_about_one_compilation_hear_the_same()
    {
        var input = SopCompilation.Of(Example.Of("TinyTeam"));
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => FindingsAsync(input.Compilation, input))));
        Assert.All(asked, findings => Assert.Equal(asked[0], findings));
    }

    [Fact]
    public Task Rules_keep_no_compilation_alive() => Retention.AssertReleasedByRulesAsync(SopProject.Of(Govern.Sop(Govern.Draft, Govern.Send)));

    // Every byte that is generated, and every finding.
    private static async Task<string[]> RunAsync(SopProject project)
    {
        var input = SopCompilation.Of(project.WithoutMarks().Plain);
        var driver = GeneratorRun.NewDriver(input, Tooling.Product).RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out var said);
        Assert.Empty(said);
        var files = driver.GetRunResult().Results.Single().GeneratedSources.OrderBy(file => file.HintName, StringComparer.Ordinal).Select(file => $"{file.HintName}\n{file.SourceText}");
        return [.. files, .. await FindingsAsync(output, input)];
    }

    private static async Task<string[]> FindingsAsync(Compilation compilation, SopCompilation input)
    {
        var found = await compilation.WithAnalyzers(Tooling.Product.Analyzers(), new AnalyzerOptions(input.AdditionalTexts, input.Options)).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        return [.. found.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];
    }
}
