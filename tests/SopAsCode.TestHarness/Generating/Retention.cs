using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>Proof that a driver or rules which live on keep no earlier compilation alive.</summary>
public static class Retention
{
    /// <summary>Runs a driver over a project and several edits of it, and fails when an earlier compilation or a symbol of it is still there.</summary>
    /// <param name="project">The project.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    public static void AssertReleased(SopProject project, Tooling? tooling = null)
    {
        var kept = Kept(project.WithoutMarks().Plain, tooling ?? Tooling.Product);
        Assert.True(kept.Length == 0, $"Still alive after collection, while the driver lives on: {string.Join(", ", kept)}.");
    }

    /// <summary>Runs rules over a project and several edits of it, as an editor that makes them once, and fails when an earlier compilation is still there.</summary>
    /// <param name="project">The project.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    /// <returns>The check.</returns>
    public static async Task AssertReleasedByRulesAsync(SopProject project, Tooling? tooling = null)
    {
        tooling ??= Tooling.Product;
        var analyzers = tooling.Analyzers();
        var watched = await CheckSeveralAsync(project.WithoutMarks().Plain, tooling, analyzers);

        // The last check may have called back from its own stack, which holds its compilation.
        await Task.Yield();
        var kept = StillThere(watched);
        Assert.True(kept.Length == 0, $"Still alive after collection, while the rules live on: {string.Join(", ", kept)}.");
        GC.KeepAlive(analyzers);
    }

    /// <summary>What of the earlier runs is still there.</summary>
    /// <param name="project">The project, without marks.</param>
    /// <param name="tooling">What runs.</param>
    /// <returns>Names: which run, and what of it.</returns>
    public static string[] Kept(SopProject project, Tooling tooling)
    {
        var (driver, watched) = RunSeveral(project, tooling);
        var kept = StillThere(watched);
        GC.KeepAlive(driver);
        return kept;
    }

    private static string[] StillThere(List<(string Name, WeakReference<object> Reference)> watched)
    {
        for (var i = 0; i < 10 && watched.Exists(entry => entry.Reference.TryGetTarget(out _)); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return [.. watched.Where(entry => entry.Reference.TryGetTarget(out _)).Select(entry => entry.Name)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<(string Name, WeakReference<object> Reference)>> CheckSeveralAsync(SopProject project, Tooling tooling, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var watched = new List<(string, WeakReference<object>)>();
        var input = SopCompilation.Of(project);
        foreach (var edit in new[] { Edit.UnrelatedFile, Edit.Whitespace, Edit.UnrelatedFile })
        {
            var driver = GeneratorRun.NewDriver(input, tooling).RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _);
            GeneratorRun.AssertNoneThrew(driver.GetRunResult());
            await Diagnosed.OfAsync(output, analyzers, new AnalyzerOptions(input.AdditionalTexts, input.Options));
            watched.Add(($"compilation {watched.Count / 2}", new(output)));
            watched.Add(($"assembly symbol {watched.Count / 2}", new(output.Assembly)));
            input = input.Update(edit.Apply(input.Project));
        }

        // Whoever ran last may still hold the newest compilation; the ones before it are of no use to anyone.
        return watched[..^2];
    }

    // Out of line, so that no local of this method is alive when the collector runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, List<(string Name, WeakReference<object> Reference)> Watched) RunSeveral(SopProject project, Tooling tooling)
    {
        var watched = new List<(string, WeakReference<object>)>();
        var input = SopCompilation.Of(project);
        var driver = GeneratorRun.NewDriver(input, tooling);
        Edit[] edits = [Edit.UnrelatedFile, Edit.Whitespace, Edit.UnrelatedFile];
        for (var i = 0; i <= edits.Length; i++)
        {
            driver = driver.RunGenerators(input.Compilation);
            if (i < edits.Length)
            {
                // The driver may keep the newest compilation; the ones before it are of no use to anyone.
                watched.Add(($"compilation {i + 1}", new(input.Compilation)));
                watched.Add(($"assembly symbol {i + 1}", new(input.Compilation.Assembly)));
                input = input.Update(edits[i].Apply(input.Project));
            }
        }

        return (driver, watched);
    }
}
