using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>What a project says, and what changes when an attribute in it says something else.</summary>
internal sealed class Declared
{
    /// <summary>Copies for other programs: that a text is in them shows nobody that it matters.</summary>
    private static readonly string[] Copies = [".Definition.g.cs", "Sops.g.cs"];

    private readonly SopCompilation _input;
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _output;
    private readonly Lazy<Task<IReadOnlyList<string>>> _findings;

    public Declared(SopProject project)
    {
        _input = SopCompilation.Of(project);
        _driver = CSharpGeneratorDriver.Create(
            Tooling.Product.Generators().Select(generator => generator.AsSourceGenerator()), _input.AdditionalTexts, _input.ParseOptions, _input.Options)
            .RunGeneratorsAndUpdateCompilation(_input.Compilation, out var output, out _);
        _output = (CSharpCompilation)output;
        Assert.Empty(_output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        _findings = new(() => FindingsAsync(_output));
    }

    /// <summary>Makes the change, and says what comes of it.</summary>
    /// <param name="edit">The change to an attribute.</param>
    /// <param name="attribute">Its name.</param>
    /// <param name="near">What it contains, or what it stands on; the first one of the name when empty.</param>
    /// <returns>The first generated file or finding that differs; null when all stays as it was.</returns>
    public async Task<string?> ChangedAsync(Func<AttributeSyntax, TextChange> edit, string attribute, string near)
    {
        var node = _input.Compilation.SyntaxTrees
            .Where(tree => !tree.FilePath.EndsWith(Vocabulary.File, StringComparison.Ordinal))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
            .FirstOrDefault(node => NameOf(node) == attribute && (near.Length == 0 || Around(node).Contains(near, StringComparison.Ordinal)));
        Assert.True(node is not null, $"No [{attribute}] is written here: write it where it matters.");
        var tree = node.SyntaxTree;
        var change = edit(node);
        Assert.NotEqual(tree.GetText().ToString(change.Span), change.NewText);
        var edited = tree.WithChangedText(tree.GetText().WithChanges(change));
        Assert.DoesNotContain(edited.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var driver = _driver.RunGeneratorsAndUpdateCompilation(_input.Compilation.ReplaceSyntaxTree(tree, edited), out var output, out _);
        return DifferentFile(Files(_driver), Files(driver)) ?? DifferentFinding(await _findings.Value, await FindingsAsync((CSharpCompilation)output));
    }

    private static Dictionary<string, string> Files(GeneratorDriver driver) => driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .Where(file => !Copies.Any(copy => file.HintName.EndsWith(copy, StringComparison.Ordinal)))
        .ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);

    private static string? DifferentFile(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal).FirstOrDefault(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name));

    private static string? DifferentFinding(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.SequenceEqual(after, StringComparer.Ordinal) ? null : after.Except(before, StringComparer.Ordinal).Concat(before.Except(after, StringComparer.Ordinal)).FirstOrDefault("how often something is said");

    private static string NameOf(AttributeSyntax node) => node.Name is SimpleNameSyntax name ? name.Identifier.Text : "";

    // The attribute, and what it stands on.
    private static string Around(AttributeSyntax node) => node.Parent?.Parent switch
    {
        BaseTypeDeclarationSyntax type => $"{node} {type.Identifier.Text}",
        MethodDeclarationSyntax method => $"{node} {method.Identifier.Text}",
        _ => node.ToString(),
    };

    private async Task<IReadOnlyList<string>> FindingsAsync(CSharpCompilation output)
    {
        var found = await output.WithAnalyzers(Tooling.Product.Analyzers(), new AnalyzerOptions(_input.AdditionalTexts, _input.Options)).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        return [.. found.Select(finding => $"{finding.Id} ({finding.Severity}): {finding.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];
    }
}
