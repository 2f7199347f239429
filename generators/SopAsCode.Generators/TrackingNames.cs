namespace SopAsCode.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was cached.</summary>
public static class TrackingNames
{
    /// <summary>One model per SOP.</summary>
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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Sops, AmbiguousNames, Prompts, Catalogue, CatalogueName, Policy];
}
