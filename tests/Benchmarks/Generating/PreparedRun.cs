using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Benchmarks.Generating;

/// <summary>One run of a generator over a project before and after a change, to be repeated from the same start.</summary>
internal sealed class PreparedRun
{
    private readonly GeneratorDriver _before;
    private readonly CSharpCompilation _after;
    private CSharpCompilation _fresh;

    public PreparedRun(ISourceGenerator generator, SopProject before, SopProject after, bool isCold)
    {
        var first = SopCompilation.Of(before);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator], first.AdditionalTexts, first.ParseOptions, first.Options);
        _before = isCold ? driver : driver.RunGenerators(first.Compilation);
        _after = isCold ? first.Compilation : first.Update(after).Compilation;
        _fresh = _after;
    }

    /// <summary>Makes a compilation in which nothing is bound yet.</summary>
    public void Refresh() => _fresh = _after.Clone();

    /// <summary>Runs the generator.</summary>
    public GeneratorDriver Run() => _before.RunGenerators(_fresh);

    /// <summary>How many files the run writes that the one before did not.</summary>
    public int CountWritten()
    {
        Refresh();
        var old = TextsOf(_before);
        return TextsOf(Run()).Count(text => !old.Contains(text));
    }

    private static HashSet<SourceText> TextsOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results;
        foreach (var failed in result.Where(one => one.Exception is not null))
        {
            throw new InvalidOperationException($"{failed.Generator.GetGeneratorType().Name} threw.", failed.Exception);
        }

        // What a driver that has not run yet says and wrote is no empty array, but none.
        foreach (var said in result.SelectMany(one => one.Diagnostics.IsDefault ? [] : one.Diagnostics))
        {
            throw new InvalidOperationException($"A generator failed: {said}");
        }

        return new(result.SelectMany(one => one.GeneratedSources.IsDefault ? [] : one.GeneratedSources).Select(file => file.SourceText), ReferenceEqualityComparer.Instance);
    }
}
