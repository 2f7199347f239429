namespace SopAsCode.Documents;

/// <summary>What a site is made of.</summary>
public sealed record SiteOptions
{
    /// <summary>The folder of the site. Only files that a site wrote are changed or removed in it.</summary>
    public required string Directory { get; init; }

    /// <summary>What the site is called; null for the name of the first assembly.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The day that counts as today. With it the same SOPs always give the same files; without it the browser marks what is overdue on the day of reading.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// Where changes are suggested: an address in which <c>{title}</c>, <c>{body}</c>, <c>{id}</c> and <c>{class}</c> are filled in. Null to prepare an
    /// e-mail.
    /// </summary>
    public string? ChangeAddress { get; init; }

    /// <summary>Older builds of the same assemblies; pages show what changed since then.</summary>
    public IReadOnlyList<SopAssembly> Older { get; init; } = [];

    /// <summary>The texts of the lock files of the projects; pages say which version was recorded last.</summary>
    public IReadOnlyList<string> LockFiles { get; init; } = [];
}

/// <summary>What was done to the folder of a site.</summary>
public sealed record SiteResult
{
    /// <summary>The files that were written, from the folder.</summary>
    public required IReadOnlyList<string> Written { get; init; }

    /// <summary>The files that were removed, from the folder.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>The number of files that were right already.</summary>
    public required int Unchanged { get; init; }
}
