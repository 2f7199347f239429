using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>The example team with one file broken.</summary>
/// <param name="Seed">Where chance began.</param>
/// <param name="File">The broken file.</param>
/// <param name="Source">What it says now.</param>
/// <param name="Neighbour">A file that is asked about, too: what breaks one shows in others.</param>
internal sealed record Mutant(int Seed, string File, string Source, string Neighbour)
{
    private static readonly SopProject Team = Example.Of("TinyTeam");
    private static readonly SopCompilation Around = SopCompilation.Of(Team);

    // What a run starts from, so that it does only what the broken file makes it do, as in an editor.
    private static readonly GeneratorDriver Driver = CSharpGeneratorDriver.Create(
        Tooling.Product.Generators().Select(generator => generator.AsSourceGenerator()),
        Around.AdditionalTexts,
        Around.ParseOptions,
        Around.Options).RunGenerators(Around.Compilation);

    private static readonly HashSet<string> Usual = [.. Driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];

    /// <summary>The project with the broken file.</summary>
    public SopProject Project => Team.With(File, Source);

    /// <summary>The mutant of a seed: most of them are broken SOPs.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The mutant.</returns>
    public static Mutant Of(int seed)
    {
        var chance = new Random(seed);
        var sops = Team.Sources.Where(file => file.Text.Contains("[Sop(", StringComparison.Ordinal)).ToList();
        var others = Team.Sources.Except(sops).ToList();
        var files = chance.Next(4) > 0 ? sops : others;
        var file = files[chance.Next(files.Count)];
        return new(seed, file.Name, new Mutation(chance).Of(file.Text), sops[chance.Next(sops.Count)].Name);
    }

    /// <summary>Runs generator and rules.</summary>
    /// <param name="cancel">Ends the run.</param>
    /// <returns>What was thrown; null when nothing was.</returns>
    public async Task<string?> ThrownAsync(CancellationToken cancel)
    {
        var path = ProjectOptions.PathOf(File);
        var old = Around.Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        var broken = Around.Compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Source, Around.ParseOptions, path, cancellationToken: cancel));
        var run = Driver.RunGeneratorsAndUpdateCompilation(broken, out var output, out var said, cancel).GetRunResult();
        if (run.Results.FirstOrDefault(result => result.Exception is not null).Exception is { } exception)
        {
            return exception.ToString();
        }

        if (!said.IsEmpty)
        {
            return $"The generator spoke: {string.Join('\n', said)}";
        }

        // As an editor asks, file by file: asking for all of them compiles everything, each time.
        string? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(Around.AdditionalTexts, Around.Options), (problem, _, _) => thrown = problem.ToString(), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analysis = output.WithAnalyzers(Tooling.Product.Analyzers(), options);
        foreach (var tree in broken.SyntaxTrees.Where(tree => tree.FilePath == path || tree.FilePath == ProjectOptions.PathOf(Neighbour)))
        {
            var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(tree), filterSpan: null, cancel);
            thrown ??= found.FirstOrDefault(finding => finding.Id == "AD0001")?.ToString();
        }

        return thrown ?? await GeneratedAsync(broken, output, analysis, cancel);
    }

    // What compiles, and has no error by a rule, compiles with what is generated. Only what is generated anew is looked at.
    private static async Task<string?> GeneratedAsync(Compilation broken, Compilation output, CompilationWithAnalyzers analysis, CancellationToken cancel)
    {
        var wrong = output.SyntaxTrees.Except(broken.SyntaxTrees)
            .Where(tree => !Usual.Contains(tree.ToString()))
            .SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancel))
            .Where(said => said.Severity == DiagnosticSeverity.Error)
            .ToList();
        return wrong.Count == 0
            || broken.GetDiagnostics(cancel).Any(IsErrorOfTheTeam)
            || (await analysis.GetAnalyzerDiagnosticsAsync(cancel)).Any(finding => finding.Severity == DiagnosticSeverity.Error)
            ? null
            : $"It compiles without what is generated, and not with it:\n{string.Join('\n', wrong.Take(5))}\n{wrong[0].Location.SourceTree}";
    }

    // A partial method without a body, and what is only known when there is one.
    private static bool IsErrorOfTheTeam(Diagnostic said) =>
        said.Severity == DiagnosticSeverity.Error && said.Id is not ("CS8795" or "CS0759" or "CS0103" or "CS0117" or "CS1061");
}
