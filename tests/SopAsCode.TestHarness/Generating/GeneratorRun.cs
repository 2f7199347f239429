using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// One run of the generator. Every run is proved on the way: nothing thrown, nothing reported, nothing but values in the pipeline, and
/// a second run after an unrelated edit does no work at all.
/// </summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly SopCompilation _input;

    private GeneratorRun(SopCompilation input, Tooling tooling, GeneratorDriver driver, GeneratorRun? before)
    {
        _input = input;
        Tooling = tooling;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _);
        Output = (CSharpCompilation)output;
        Result = _driver.GetRunResult();
        Files = Result.Results
            .SelectMany(result => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources)
            .ToImmutableSortedDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);
        Reasons = new RunReasons(this, before);
    }

    /// <summary>What the run was given.</summary>
    public SopProject Project => _input.Project;

    /// <summary>The compilation the generator saw.</summary>
    public CSharpCompilation Input => _input.Compilation;

    /// <summary>The compilation with the generated code.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The generated files by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>What this run did again and what it did not, compared with the one before it.</summary>
    public RunReasons Reasons { get; }

    /// <summary>What ran.</summary>
    public Tooling Tooling { get; }

    /// <summary>The raw result.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>A generated file.</summary>
    /// <param name="hintName">Its hint name.</param>
    public string this[string hintName] => Files.TryGetValue(hintName, out var text)
        ? text
        : throw new KeyNotFoundException($"No '{hintName}' was generated. There is: {(Files.IsEmpty ? "nothing" : string.Join(", ", Files.Keys))}.");

    /// <summary>The trees of the generated files.</summary>
    internal IEnumerable<SyntaxTree> GeneratedTrees => Output.SyntaxTrees.Except(Input.SyntaxTrees);

    /// <summary>Runs the generator over a project.</summary>
    /// <param name="project">The project; marks are taken out.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>The run.</returns>
    public static GeneratorRun Of(SopProject project, Tooling? tooling = null)
    {
        tooling ??= Tooling.Product;
        var input = SopCompilation.Of(project.WithoutMarks().Plain);
        return new GeneratorRun(input, tooling, NewDriver(input, tooling), before: null).Proved();
    }

    /// <summary>Runs the generator once more, on the same driver, after an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <returns>The next run.</returns>
    public GeneratorRun After(Edit edit)
    {
        var edited = edit.Apply(Project).WithoutMarks().Plain;
        Assert.False(edited.SaysTheSameAs(Project), $"The edit '{edit.Name}' changed nothing.");
        return Next(edited).Proved();
    }

    /// <summary>Fails when a tracking name belongs to no step that ran: a misspelled name would let every check of caching pass.</summary>
    public void AssertAllStepsSeen() =>
        Assert.True(Tooling.Steps.All(Reasons.Steps.ContainsKey), $"Of {string.Join(", ", Tooling.Steps)} only {string.Join(", ", Reasons.Steps.Keys)} ran.");

    // A failure at one SOP is no exception of the generator, but its one diagnostic.
    internal static void AssertNoneThrew(GeneratorDriverRunResult run)
    {
        foreach (var result in run.Results)
        {
            Assert.True(result.Exception is null, $"{result.Generator.GetGeneratorType().Name} threw: {result.Exception}");
            Assert.True(result.Diagnostics.IsEmpty, "The generator is silent, rules speak. It said: " + string.Join("; ", result.Diagnostics));
        }
    }

    /// <summary>A driver that has not run yet.</summary>
    /// <param name="input">What it is given.</param>
    /// <param name="tooling">What runs.</param>
    /// <returns>The driver.</returns>
    public static GeneratorDriver NewDriver(SopCompilation input, Tooling tooling) => CSharpGeneratorDriver.Create(
        tooling.Generators().Select(generator => generator.AsSourceGenerator()),
        input.AdditionalTexts,
        input.ParseOptions,
        input.Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private GeneratorRun Next(SopProject edited)
    {
        var input = _input.Update(edited);
        var driver = _driver;
        if (input.Options != _input.Options)
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(input.Options);
        }

        if (!input.ParseOptions.Equals(_input.ParseOptions))
        {
            driver = driver.WithUpdatedParseOptions(input.ParseOptions);
        }

        driver = driver.RemoveAdditionalTexts(_input.AdditionalTexts.RemoveRange(input.AdditionalTexts));
        driver = driver.AddAdditionalTexts(input.AdditionalTexts.RemoveRange(_input.AdditionalTexts));
        return new(input, Tooling, driver, this);
    }

    private GeneratorRun Proved()
    {
        if (!Tooling.MayFail)
        {
            AssertNoneThrew(Result);
        }

        ModelWalk.AssertPlain(this);
        Next(Edit.UnrelatedFile.Apply(Project)).Reasons.AssertNothingDone("a second run after an unrelated edit");
        return this;
    }
}
