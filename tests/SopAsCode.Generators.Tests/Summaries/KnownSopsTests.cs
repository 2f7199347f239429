using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>What rules know of the other SOPs of their project, from source.</summary>
public class KnownSopsTests
{
    private const int Many = 200;

    public static TheoryData<string> Projects => ["TinyTeam", "whole language"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_source_says_what_the_summary_will_say(string name)
    {
        var run = GeneratorRun.Of(name == "TinyTeam" ? Example.Of(name) : WholeLanguage.Project);
        var input = SopCompilation.Of(run.Project);
        var prompts = TextFiles.InOrder(input.AdditionalTexts.Select(file => TextFiles.Read(file, ProjectOptions.Root, CancellationToken.None)));
        var known = new KnownSops(input.Compilation, (_, sop, _) => TextFiles.Join(sop, prompts));
        var written = SopSummary.ReadAll(run.Output.Assembly).OrderBy(summary => summary.Sop, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(written);
        Assert.Equal(written.Select(summary => summary.Sop), known.Declared(CancellationToken.None).All.Select(sop => sop.Name));
        foreach (var (expected, actual) in written.Zip(known.All(CancellationToken.None)))
        {
            Assert.Equal(expected.Definition!.Contains("\"stage\":\"Idea\"", StringComparison.Ordinal), actual.IsIdea);
            Assert.Equal(expected with { Definition = null, IsIdea = actual.IsIdea }, actual);
        }
    }

    [Fact]
    public async Task Each_SOP_is_read_once_whoever_asks()
    {
        var reads = new ConcurrentBag<string>();
        var compilation = Chain(Many);
        var known = new KnownSops(compilation, (type, sop, _) =>
        {
            reads.Add(type.Name);
            return sop;
        });
        Assert.NotNull(known.Find("Link0", CancellationToken.None));
        Assert.Equal(Many, reads.Count);
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => known.FlowOf(compilation.GetTypeByMetadataName($"Link{i}")!, CancellationToken.None))));
        Assert.All(known.All(CancellationToken.None), summary => Assert.Equal(["Desk.Reply"], summary.CompletesWithUnreviewed));
        Assert.Equal(Many, reads.Count);
    }

    [Fact]
    public void Only_those_are_read_that_are_asked_about()
    {
        var reads = new ConcurrentBag<string>();
        var known = new KnownSops(Chain(9), (type, sop, _) =>
        {
            reads.Add(type.Name);
            return sop;
        });
        Assert.Single(known.Declared(CancellationToken.None).WithId("link3"));
        Assert.Empty(reads);
        Assert.NotNull(known.Find("Link7", CancellationToken.None));
        Assert.Equal(["Link7", "Link8"], reads.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_reading_that_was_cancelled_is_read_by_whoever_comes_next()
    {
        using var source = new CancellationTokenSource();
        var compilation = Chain(9);
        var known = new KnownSops(compilation, (type, sop, cancel) =>
        {
            if (type.Name == "Link5" && !source.IsCancellationRequested)
            {
                source.Cancel();
                cancel.ThrowIfCancellationRequested();
            }

            return sop;
        });
        Assert.Throws<OperationCanceledException>(() => known.Find("Link0", source.Token));
        Assert.Throws<OperationCanceledException>(() => known.All(source.Token));
        Assert.Equal(["Desk.Reply"], known.Find("Link0", CancellationToken.None)!.CompletesWithUnreviewed);
        Assert.Equal(9, known.All(CancellationToken.None).Length);
    }

    [Fact]
    public void Of_one_that_nobody_can_tell_yet_others_know_nothing()
    {
        var known = new KnownSops(Chain(3), (type, sop, _) => type.Name == "Link2" ? null : sop);
        Assert.Null(known.Find("Link2", CancellationToken.None));
        Assert.Empty(known.Find("Link1", CancellationToken.None)!.CompletesWithUnreviewed);
    }

    // Each awaits the reply of the next one; at the last one an AI writes it, and nobody reviews it.
    private static CSharpCompilation Chain(int length) => SopCompilation.Of(SopProject.Of(string.Join('\n', Enumerable.Range(0, length).Select(i =>
        $$"""
        [Sop("Pass it on {{i}}"), Owner<Support>] public sealed partial class Link{{i}} : Sop<Ticket>
        {
            {{(i == length - 1
                ? "[AiStep<Writer>(\"Write\"), Prompt(\"{ticket.Body}\")] public partial Task<Reply> Draft(Ticket ticket);"
                : $"[Handoff<Link{i + 1}>(\"Have it written\", Wait = true, Result = typeof(Reply))] public partial Task Ask(Ticket ticket);")}}
        }
        """)))).Compilation;
}
