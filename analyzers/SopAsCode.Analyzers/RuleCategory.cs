namespace SopAsCode.Analyzers;

/// <summary>The groups of rules. The first two digits of an id give the group.</summary>
public static class RuleCategory
{
    /// <summary>What prevents the generation of an SOP.</summary>
    public const string Shape = nameof(Shape);

    /// <summary>Who answers for an SOP.</summary>
    public const string Ownership = nameof(Ownership);

    /// <summary>What steps may use and write.</summary>
    public const string Permissions = nameof(Permissions);

    /// <summary>Where a person must look.</summary>
    public const string Oversight = nameof(Oversight);

    /// <summary>Where the work goes.</summary>
    public const string Flow = nameof(Flow);

    /// <summary>Which data goes where.</summary>
    public const string Data = nameof(Data);

    /// <summary>What the prompts of an AI contain.</summary>
    public const string Prompts = nameof(Prompts);

    /// <summary>How the team knows that an SOP works, and reviews it.</summary>
    public const string Metrics = nameof(Metrics);

    /// <summary>What an SOP tells its readers, and its versions.</summary>
    public const string Documentation = nameof(Documentation);

    /// <summary>How work moves on to other SOPs and tools.</summary>
    public const string Handoffs = nameof(Handoffs);

    /// <summary>The names of things.</summary>
    public const string Naming = nameof(Naming);

    /// <summary>Exceptions, and the policy itself.</summary>
    public const string Waivers = nameof(Waivers);

    private static readonly (string Digits, string Category)[] Ranges =
    [
        ("00", Shape),
        ("01", Ownership),
        ("02", Permissions),
        ("03", Oversight),
        ("04", Flow),
        ("05", Data),
        ("06", Prompts),
        ("07", Metrics),
        ("08", Documentation),
        ("09", Handoffs),
        ("10", Naming),
        ("11", Waivers),
    ];

    /// <summary>The group of a rule.</summary>
    /// <param name="id">The id: <c>SOP0403</c>.</param>
    /// <returns>The group.</returns>
    /// <exception cref="InvalidOperationException">No group has these digits.</exception>
    public static string Of(string id) => Ranges.First(range => string.CompareOrdinal(id, "SOP".Length, range.Digits, 0, range.Digits.Length) == 0).Category;
}
