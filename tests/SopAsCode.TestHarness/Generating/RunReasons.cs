using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>Why each step of a run has the outputs it has: New, Modified, Unchanged, Cached or Removed.</summary>
public sealed class RunReasons
{
    private readonly bool _hasFiles;

    internal RunReasons(GeneratorRun run, GeneratorRun? before)
    {
        _hasFiles = !run.Files.IsEmpty;
        var results = run.Result.Results.Where(result => result.Exception is null).ToList();
        Steps = results
            .SelectMany(result => result.TrackedSteps)
            .Where(step => run.Tooling.Steps.Contains(step.Key, StringComparer.Ordinal))
            .ToImmutableSortedDictionary(step => step.Key, IReadOnlyList<IncrementalStepRunReason> (step) => Of(step.Value), StringComparer.Ordinal);
        Outputs = Of(results.SelectMany(result => result.TrackedOutputSteps).SelectMany(step => step.Value));
        Emitted = [.. SourcesOf(run).Where(file => before is null || !IsSameObject(file, before)).Select(file => file.HintName).Order(StringComparer.Ordinal)];
        Dropped = before is null ? [] : [.. before.Files.Keys.Except(run.Files.Keys, StringComparer.Ordinal)];
    }

    /// <summary>By tracking name, the reason of each output of the step.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Steps { get; }

    /// <summary>The reason of each source output.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Outputs { get; }

    /// <summary>The hint names that were written in this run, rather than taken over from the one before.</summary>
    public IReadOnlyList<string> Emitted { get; }

    /// <summary>The hint names that are gone.</summary>
    public IReadOnlyList<string> Dropped { get; }

    /// <summary>Whether a reason means that the step had no new value.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True for Cached and Unchanged.</returns>
    public static bool IsOld(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>Fails when a step has a new value or a file was written.</summary>
    /// <param name="after">What happened before: for the message.</param>
    public void AssertNothingDone(string after = "this edit")
    {
        AssertStepsKnown();
        Assert.True(
            Emitted.Count == 0 && Dropped.Count == 0 && Outputs.All(IsOld) && Steps.All(step => step.Value.All(IsOld)),
            $"After {after} nothing was to be done. {this}");
    }

    /// <summary>Fails unless exactly these files were written, and none is gone.</summary>
    /// <param name="hintNames">The hint names.</param>
    public void AssertEmitted(params string[] hintNames) => AssertEmittedAndDropped(hintNames, []);

    /// <summary>Fails unless exactly these files are gone, and none was written.</summary>
    /// <param name="hintNames">The hint names.</param>
    public void AssertDropped(params string[] hintNames) => AssertEmittedAndDropped([], hintNames);

    /// <summary>Fails unless exactly these files were written and exactly those are gone.</summary>
    /// <param name="written">The hint names of the written ones.</param>
    /// <param name="gone">The hint names of those that are gone.</param>
    public void AssertEmittedAndDropped(string[] written, string[] gone)
    {
        AssertStepsKnown();
        Assert.True(
            Emitted.SequenceEqual(written.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            && Dropped.SequenceEqual(gone.Order(StringComparer.Ordinal), StringComparer.Ordinal),
            $"Written should be {List(written)}, gone {List(gone)}. {this}");
    }

    /// <summary>Fails unless the outputs of a step have exactly these reasons.</summary>
    /// <param name="step">Its tracking name.</param>
    /// <param name="reasons">The reasons, in any order.</param>
    public void AssertStep(string step, params IncrementalStepRunReason[] reasons) => Assert.True(
        Steps.TryGetValue(step, out var actual) && actual.Order().SequenceEqual(reasons.Order()),
        $"'{step}' should say {string.Join(", ", reasons)}. {this}");

    /// <summary>Fails unless exactly some steps did their work again: those with an output that is anything but Cached or Removed.</summary>
    /// <param name="among">The steps that are looked at, by tracking name.</param>
    /// <param name="ran">Those of them that should have run.</param>
    public void AssertRan(IEnumerable<string> among, IEnumerable<string> ran)
    {
        var did = among.Where(step => Known(step).Any(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed))).Order(StringComparer.Ordinal).ToList();
        Assert.True(did.SequenceEqual(ran.Order(StringComparer.Ordinal), StringComparer.Ordinal), $"Should have run: {List([.. ran])}. Ran: {List(did)}. {this}");
    }

    /// <summary>Fails when some step has a new value; one that is gone is none.</summary>
    /// <param name="steps">The steps, by tracking name.</param>
    public void AssertOld(IEnumerable<string> steps)
    {
        var changed = steps.Where(step => Known(step).Any(reason => !IsOld(reason) && reason != IncrementalStepRunReason.Removed)).ToList();
        Assert.True(changed.Count == 0, $"Should have no new value: {List(changed)}. {this}");
    }

    /// <summary>Everything, for messages.</summary>
    /// <returns>One line a step.</returns>
    public override string ToString() =>
        $"""

        written: {List(Emitted)}
        gone:    {List(Dropped)}
        outputs: {List(Outputs)}
        {string.Join('\n', Steps.Select(step => $"{step.Key}: {List(step.Value)}"))}
        """;

    private IReadOnlyList<IncrementalStepRunReason> Known(string step) =>
        Steps.TryGetValue(step, out var reasons) ? reasons : throw new KeyNotFoundException($"No step '{step}' ran. {this}");

    private static string List<T>(IReadOnlyList<T> items) => items.Count == 0 ? "none" : string.Join(", ", items);

    private static IncrementalStepRunReason[] Of(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static IEnumerable<GeneratedSourceResult> SourcesOf(GeneratorRun run) =>
        run.Result.Results.SelectMany(result => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources);

    // A file that was taken over is the same text object; one that was written again is another, even when it says the same.
    private static bool IsSameObject(GeneratedSourceResult file, GeneratorRun before) =>
        SourcesOf(before).Any(old => old.HintName == file.HintName && ReferenceEquals(old.SourceText, file.SourceText));

    // A tracking name that no step has would let every check pass.
    private void AssertStepsKnown() => Assert.True(
        !_hasFiles || !Steps.IsEmpty,
        "Files were generated, but no step has one of the tracking names: caching can't be checked.");
}
