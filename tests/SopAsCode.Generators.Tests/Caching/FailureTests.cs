using System.Globalization;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>A failure of the generator at one SOP costs that SOP its files, is said once, and leaves all others.</summary>
public class FailureTests
{
    private static readonly SopProject Project = Samples.Two.ThatDoesNotCompile();

    private static readonly GeneratorRun Sound = GeneratorRun.Of(Project);

    public static TheoryData<string> Kinds => [.. Samples.FileKinds];

    [Fact]
    public void In_reading()
    {
        var run = GeneratorRun.Of(Project, FailingToRead("AnswerTicket"));
        AssertOnlyOf("AnswerTicket", run, "InvalidOperationException while it read it: on purpose");
        Assert.DoesNotContain(run.Files.Keys, file => file.Contains("AnswerTicket", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_writing(string kind)
    {
        var run = GeneratorRun.Of(Project, FailingToWrite("AnswerTicket", kind));
        AssertOnlyOf("AnswerTicket", run, $"InvalidOperationException while it wrote its {kind} file: on purpose");
        Assert.Equal(["Team.AnswerTicket.Steps.g.cs"], run.Files.Keys.Where(file => file.Contains("AnswerTicket", StringComparison.Ordinal)));
        Assert.Contains("it breaks rule SOP0000", run["Team.AnswerTicket.Steps.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void In_all_files_of_all_SOPs()
    {
        var run = GeneratorRun.Of(Project, FailingToWrite("", [.. Samples.FileKinds]));
        Assert.Equal(["Team.AnswerTicket.Steps.g.cs", "Team.RouteTicket.Steps.g.cs"], run.Files.Keys);
        Assert.Equal(["AnswerTicket", "RouteTicket"], run.Result.Diagnostics.Select(found => TextAt(run, found)));
    }

    [Fact]
    public void A_line_above_moves_the_place_and_writes_nothing()
    {
        var run = GeneratorRun.Of(Project, FailingToWrite("AnswerTicket", "Machine"));
        var line = run.Result.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line;
        var moved = run.After(Edit.Whitespace);
        moved.Reasons.AssertEmitted();
        Assert.Equal(line + 2, moved.Result.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
        AssertOnlyOf("AnswerTicket", moved, "InvalidOperationException while it wrote its Machine file: on purpose");
    }

    [Fact]
    public void It_ends_with_what_caused_it()
    {
        var run = GeneratorRun.Of(Project, FailingAt(sop => sop.Title.Contains("Edited", StringComparison.Ordinal), "Page"));
        Assert.Empty(run.Result.Diagnostics);
        var failed = run.After(Edit.Title);
        Assert.Single(failed.Result.Diagnostics);
        var mended = failed.After(Edit.Replace("\"Edited: \" + ", ""));
        Assert.Empty(mended.Result.Diagnostics);
        Assert.Equal(Sound.Files, mended.Files);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_one() => AssertOnlyOf(
        "AnswerTicket",
        GeneratorRun.Of(Project, Failing((type, cancel) => type.Name == "AnswerTicket" ? throw new OperationCanceledException("by itself") : SopReader.ReadEmitted(type, cancel))),
        "OperationCanceledException while it read it: by itself");

    [Fact]
    public void A_cancellation_is_none()
    {
        using var source = new CancellationTokenSource();
        var input = SopCompilation.Of(Project);
        var driver = GeneratorRun.NewDriver(input, Failing((type, cancel) =>
        {
            source.Cancel();
            cancel.ThrowIfCancellationRequested();
            return SopReader.ReadEmitted(type, cancel);
        }));
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(input.Compilation, source.Token));

        // The driver from before the cancellation does the whole work.
        var next = GeneratorRun.NewDriver(input, Tooling.Product).RunGenerators(input.Compilation).GetRunResult();
        Assert.Equal(Sound.Files.Keys, next.Results.Single().GeneratedSources.Select(file => file.HintName).Order(StringComparer.Ordinal));
    }

    private static void AssertOnlyOf(string sop, GeneratorRun run, string words)
    {
        var said = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("SOP0000", DiagnosticSeverity.Error), (said.Id, said.Severity));
        Assert.Equal(sop, TextAt(run, said));
        Assert.Equal(RepositoryLink.To("analyzers/docs/SOP0000.md"), said.Descriptor.HelpLinkUri);
        Assert.Equal(
            $"Nothing was generated for SOP '{sop}'; all other SOPs are as they should be. The generator failed with {words}. Please report it with this declaration.",
            said.GetMessage(CultureInfo.InvariantCulture));
        foreach (var (name, text) in Sound.Files.Where(file => !file.Key.Contains(sop, StringComparison.Ordinal) && file.Key != "Sops.g.cs"))
        {
            Assert.Equal(text, run[name]);
        }

        Assert.DoesNotContain(sop, run["Sops.g.cs"], StringComparison.Ordinal);
        Assert.Contains("RouteTicket", run["Sops.g.cs"], StringComparison.Ordinal);
    }

    private static string TextAt(GeneratorRun run, Diagnostic said)
    {
        var place = said.Location.GetLineSpan();
        var text = run.Input.SyntaxTrees.Single(tree => tree.FilePath == place.Path).GetText();
        Assert.Equal(text.Lines.GetTextSpan(place.Span), said.Location.SourceSpan);
        return text.ToString(said.Location.SourceSpan);
    }

    private static Tooling FailingToRead(string sop) =>
        Failing((type, cancel) => type.Name == sop ? throw new InvalidOperationException("on purpose") : SopReader.ReadEmitted(type, cancel));

    private static Tooling FailingToWrite(string sop, params string[] kinds) => FailingAt(model => sop.Length == 0 || model.Class.Name == sop, kinds);

    private static Tooling FailingAt(Func<SopModel, bool> fails, params string[] kinds) => Tooling.Product with
    {
        MayFail = true,
        Generators = () => [new SopGenerator(SopReader.ReadEmitted, [.. GeneratedFile.All.Select(file => kinds.Contains(file.Name, StringComparer.Ordinal)
            ? file with { Write = graph => fails(graph.Sop) ? throw new InvalidOperationException("on purpose") : file.Write(graph) }
            : file)])],
    };

    private static Tooling Failing(Func<INamedTypeSymbol, CancellationToken, SopModel> read) =>
        Tooling.Product with { MayFail = true, Generators = () => [new SopGenerator(read, GeneratedFile.All)] };
}
