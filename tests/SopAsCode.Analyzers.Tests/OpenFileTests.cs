using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>An editor that asks about one open file hears of its SOP alone, and pays for no other.</summary>
public class OpenFileTests
{
    private const string ByHand = """
        namespace Team;
        [Sop("Answer by hand")] public sealed partial class ByHand : Sop<Ticket>
        {
            [HumanStep<Support>] public partial Task Answer(Ticket ticket);
        }
        """;

    private const string ByPrompt = """
        namespace Team;
        [Sop("Answer with a draft")] public sealed partial class ByPrompt : Sop<Ticket>
        {
            [AiStep<Writer>, Prompt(File = "prompts/draft.md")] public partial Task<Reply> Draft(Ticket ticket);
        }
        """;

    // A rule can only know what a prompt says when it read the model of the SOP that names the file.
    [Theory]
    [InlineData("ByHand.cs", 0)]
    [InlineData("ByPrompt.cs", 1)]
    public async Task Only_the_SOP_of_the_file_is_read(string file, int reads)
    {
        var (compilation, options, prompt) = Open();
        var before = prompt.Reads;
        var shown = await compilation.WithAnalyzers(Tooling.Product.Analyzers(), options)
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(Tree(compilation, file)), null, CancellationToken.None);
        Assert.NotEmpty(shown);
        Assert.All(shown, finding => Assert.Equal(ProjectOptions.PathOf(file), finding.Location.SourceTree?.FilePath));
        Assert.Equal(reads, prompt.Reads - before);
    }

    [Fact]
    public async Task Together_the_files_say_what_the_build_says()
    {
        var (compilation, options, _) = Open();
        var all = await compilation.WithAnalyzers(Tooling.Product.Analyzers(), options).GetAnalyzerDiagnosticsAsync();
        List<Diagnostic> shown = [];
        foreach (var file in new[] { "ByHand.cs", "ByPrompt.cs", Vocabulary.File })
        {
            shown.AddRange(await compilation.WithAnalyzers(Tooling.Product.Analyzers(), options)
                .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(Tree(compilation, file)), null, CancellationToken.None));
        }

        Assert.Equal(
            all.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            shown.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static (Compilation Compilation, AnalyzerOptions Options, CountedText Prompt) Open()
    {
        var input = SopCompilation.Of(SopProject.Of("").With("ByHand.cs", ByHand).With("ByPrompt.cs", ByPrompt));
        var prompt = new CountedText(ProjectOptions.PathOf("prompts/draft.md"), "Answer {ticket.Body} about {ticket.Urgency}.");
        var run = GeneratorRun.Of(input.Project.WithAdditionalFile("prompts/draft.md", "Answer {ticket.Body}."));
        return (run.Output, new AnalyzerOptions([prompt], input.Options), prompt);
    }

    private static SyntaxTree Tree(Compilation compilation, string file) => compilation.SyntaxTrees.Single(tree => tree.FilePath == ProjectOptions.PathOf(file));

    private sealed class CountedText(string path, string text) : AdditionalText
    {
        private int _reads;

        public int Reads => _reads;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _reads);
            return SourceText.From(text);
        }
    }
}
