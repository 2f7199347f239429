using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// What the rules say about a project: exactly what its marks expect. A finding that no mark expects fails the test, and so do a
/// finding that is missing, an analyzer that throws, and a source that does not compile.
/// </summary>
public sealed class AnalyzerRun
{
    private AnalyzerRun(SopProject project, IReadOnlyList<ReportedFinding> findings) => (Project, Findings) = (project, findings);

    /// <summary>The project without marks.</summary>
    public SopProject Project { get; }

    /// <summary>The findings, by file and position.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; }

    /// <summary>Runs generator and rules, and compares with the marks.</summary>
    /// <param name="project">The project, with marks.</param>
    /// <param name="rules">The rules that count; null for all. With some, the others are not looked at.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <param name="saved">What the project was when the generator last ran, as editors run it on save only; null: it runs now.</param>
    /// <returns>The findings.</returns>
    public static async Task<AnalyzerRun> CheckAsync(SopProject project, string[]? rules = null, Tooling? tooling = null, SopProject? saved = null)
    {
        var (plain, marks) = project.WithoutMarks();
        var reported = await ReportAsync(plain, tooling ?? Tooling.Product, saved?.WithoutMarks().Plain);
        var run = new AnalyzerRun(plain,
        [
            .. reported
                .Where(diagnostic => rules is null || rules.Contains(diagnostic.Id, StringComparer.Ordinal))
                .Select(diagnostic => new ReportedFinding(diagnostic, marks))
                .OrderBy(finding => finding.Place.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Place.Span.Start)
                .ThenByDescending(finding => finding.Place.Span.Length)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ]);
        var unknown = marks.FirstOrDefault(mark => !mark.IsNumbered && rules is not null && !rules.Contains(mark.Name, StringComparer.Ordinal));
        Assert.True(unknown is null, $"{unknown?.Name} is marked, but is none of the rules that count here.");
        run.AssertExactly([.. marks.Where(mark => !mark.IsNumbered)]);
        return run;
    }

    /// <summary>The ids of all that the rules say about a project without marks.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The ids, in no order.</returns>
    public static async Task<IEnumerable<string>> IdsAsync(SopProject project) => (await ReportAsync(project, Tooling.Product, saved: null)).Select(diagnostic => diagnostic.Id);

    /// <summary>The one finding of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The finding.</returns>
    public ReportedFinding Single(string rule) => Assert.Single(Findings, finding => finding.Id == rule);

    /// <summary>What the one finding of a rule says.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The message.</returns>
    public string Message(string rule) => Single(rule).Message;

    /// <summary>The compilation of a project with what was generated when it was last saved.</summary>
    /// <param name="project">The project as it is now, without marks.</param>
    /// <param name="saved">The project as it was; with no source at all, nothing was ever generated.</param>
    /// <returns>The compilation.</returns>
    public static Compilation Stale(SopProject project, SopProject saved)
    {
        var earlier = SopCompilation.Of(saved);
        GeneratorRun.NewDriver(earlier, Tooling.Product).RunGeneratorsAndUpdateCompilation(earlier.Compilation, out var output, out _);
        return SopCompilation.Of(project).Compilation.AddSyntaxTrees(output.SyntaxTrees.Except(earlier.Compilation.SyntaxTrees));
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportAsync(SopProject project, Tooling tooling, SopProject? saved)
    {
        var input = SopCompilation.Of(project);
        var output = saved is null ? Generated(input, tooling) : Stale(project, saved);
        var diagnosed = await Diagnosed.OfAsync(output, tooling.Analyzers(), new AnalyzerOptions(input.AdditionalTexts, input.Options));
        if (saved is null)
        {
            diagnosed.AssertCompiles(project);
        }

        return diagnosed.Findings;
    }

    private static Compilation Generated(SopCompilation input, Tooling tooling)
    {
        var generated = GeneratorRun.NewDriver(input, tooling).RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _).GetRunResult();
        GeneratorRun.AssertNoneThrew(generated);
        return output;
    }

    private void AssertExactly(ImmutableArray<Mark> expected)
    {
        var missing = expected.ToList();
        var unexpected = new List<ReportedFinding>();
        foreach (var finding in Findings)
        {
            var at = missing.FindIndex(mark => mark.Name == finding.Id && mark.File == finding.Place.File && mark.Span == finding.Place.Span);
            if (at < 0)
            {
                unexpected.Add(finding);
            }
            else
            {
                missing.RemoveAt(at);
            }
        }

        Assert.True(
            missing.Count == 0 && unexpected.Count == 0,
            string.Join('\n', missing.Select(mark => $"missing:    {mark.Name} at {PlaceOf(mark)}").Concat(unexpected.Select(finding => $"unexpected: {finding}"))));
    }

    private string PlaceOf(Mark mark)
    {
        var text = Project.Sources.Where(file => file.Name == mark.File).Select(file => file.Text)
            .Concat(Project.AdditionalFiles.Where(file => file.Name == mark.File).Select(file => file.Text)).First();
        return $"{mark.File}:{text.AsSpan(0, mark.Span.Start).Count('\n') + 1} '{text.Substring(mark.Span.Start, mark.Span.Length).Split('\n')[0]}'";
    }
}
