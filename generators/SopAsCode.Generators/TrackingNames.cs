using System.Collections.Immutable;

namespace SopAsCode.Generators;

/// <summary>The names of the steps of the pipeline. Tests use them to see what was cached.</summary>
public static class TrackingNames
{
    /// <summary>The part of each SOP that generated files need, without its prompt files.</summary>
    public const string Read = nameof(Read);

    /// <summary>One model per SOP, with its prompts.</summary>
    public const string Sops = nameof(Sops);

    /// <summary>The class names that differ only in case.</summary>
    public const string AmbiguousNames = nameof(AmbiguousNames);

    /// <summary>The text files that may hold prompts.</summary>
    public const string Prompts = nameof(Prompts);

    /// <summary>The part of the SOPs that the catalogue needs.</summary>
    public const string Catalogue = nameof(Catalogue);

    /// <summary>The place of the catalogue.</summary>
    public const string CatalogueName = nameof(CatalogueName);

    /// <summary>The policy.</summary>
    public const string Policy = nameof(Policy);

    /// <summary>The SOPs at which the generator failed.</summary>
    public const string Failures = nameof(Failures);

    private static readonly ImmutableArray<string> Files = [.. GeneratedFile.All.Select(file => file.Name), PlaceholderFile.Title];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Read, Sops, AmbiguousNames, Prompts, Catalogue, CatalogueName, Policy, Failures, .. Files.Select(PartOf), .. Files.Select(TextOf)];

    /// <summary>The part of each SOP that a kind of file needs.</summary>
    /// <param name="file">The kind: <c>Machine</c>.</param>
    /// <returns>The name of the step.</returns>
    public static string PartOf(string file) => $"{file} part";

    /// <summary>The text of a kind of file for each SOP. Its result is new or unchanged if the writer of the file ran.</summary>
    /// <param name="file">The kind: <c>Machine</c>.</param>
    /// <returns>The name of the step.</returns>
    public static string TextOf(string file) => $"{file} text";
}
