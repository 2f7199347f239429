using System.Collections.Immutable;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>What an edit makes the generator do again, with a name: all that is not named must be left alone.</summary>
internal sealed record EditCost
{
    /// <summary>Every model compares equal: no writer runs, no file is new.</summary>
    public static EditCost Nothing { get; } = new();

    /// <summary>Nothing but the catalogue.</summary>
    public static EditCost Catalogue { get; } = new() { Written = ["Sops.g.cs"] };

    /// <summary>The files that are written anew.</summary>
    public ImmutableArray<string> Written { get; init; } = [];

    /// <summary>The files that are gone.</summary>
    public ImmutableArray<string> Gone { get; init; } = [];

    /// <summary>The kinds of files whose writers run, be it for the same text.</summary>
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>Files of one SOP, by kind.</summary>
    /// <param name="sop">The class.</param>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The cost.</returns>
    public static EditCost Files(string sop, params string[] kinds) =>
        new() { Writers = [.. kinds], Written = [.. kinds.Select(kind => $"Team.{sop}.{kind}.g.cs")] };

    /// <summary>All files of an SOP that is new, and the catalogue.</summary>
    /// <param name="sop">The class.</param>
    /// <returns>The cost.</returns>
    public static EditCost Added(string sop) =>
        new() { Writers = [.. Samples.FileKinds, "Placeholder"], Written = ["Sops.g.cs", .. Samples.FilesOf(sop)] };

    /// <summary>No file but the catalogue, for an SOP that is gone.</summary>
    /// <param name="sop">The class.</param>
    /// <returns>The cost.</returns>
    public static EditCost Removed(string sop) => new() { Written = ["Sops.g.cs"], Gone = [.. Samples.FilesOf(sop)] };

    /// <summary>Fails unless exactly this was done.</summary>
    /// <param name="run">The run after the edit.</param>
    public void AssertOf(GeneratorRun run)
    {
        run.Reasons.AssertEmittedAndDropped([.. Written], [.. Gone]);
        run.Reasons.AssertRan(Samples.FileKinds.Append("Placeholder").Select(TrackingNames.TextOf), Writers.Select(TrackingNames.TextOf));
        if (Writers.IsEmpty)
        {
            run.Reasons.AssertOld(Samples.FileKinds.Append("Placeholder").Select(TrackingNames.PartOf));
        }
    }
}
