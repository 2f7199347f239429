using System.Collections.Immutable;

namespace SopAsCode.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was cached.</summary>
public static class TrackingNames
{
    /// <summary>What is read of each SOP: what is generated from it, without its prompt files.</summary>
    public const string Read = nameof(Read);

    /// <summary>One model per SOP, with its prompts.</summary>
    public const string Sops = nameof(Sops);

    /// <summary>The class names that differ in case only.</summary>
    public const string AmbiguousNames = nameof(AmbiguousNames);

    /// <summary>The texts that prompts may stand in.</summary>
    public const string Prompts = nameof(Prompts);

    /// <summary>What the catalogue needs of the SOPs.</summary>
    public const string Catalogue = nameof(Catalogue);

    /// <summary>Where the catalogue stands.</summary>
    public const string CatalogueName = nameof(CatalogueName);

    /// <summary>The policy.</summary>
    public const string Policy = nameof(Policy);

    /// <summary>The SOPs at which the generator failed.</summary>
    public const string Failures = nameof(Failures);

    private static readonly ImmutableArray<string> Files = [.. GeneratedFile.All.Select(file => file.Name), PlaceholderFile.Title];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Read, Sops, AmbiguousNames, Prompts, Catalogue, CatalogueName, Policy, Failures, .. Files.Select(PartOf), .. Files.Select(TextOf)];

    /// <summary>What a kind of file says of each SOP.</summary>
    /// <param name="file">The kind: <c>Machine</c>.</param>
    /// <returns>The name of the step.</returns>
    public static string PartOf(string file) => $"{file} part";

    /// <summary>The text of a kind of file of each SOP: where it has a new one, or the same again, its writer ran.</summary>
    /// <param name="file">The kind: <c>Machine</c>.</param>
    /// <returns>The name of the step.</returns>
    public static string TextOf(string file) => $"{file} text";
}
