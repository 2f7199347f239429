using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Findings;

/// <summary>What a rule found.</summary>
/// <param name="Rule">The rule: <c>SOP0003</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">One plain sentence that says what is wrong, where, why, and what to do.</param>
public sealed record Finding(string Rule, DeclarationPlace Place, string Message)
{
    /// <summary>Other places that belong to the finding, such as the steps of a path.</summary>
    public EquatableArray<DeclarationPlace> RelatedPlaces { get; init; }

    /// <summary>The cause of the finding, if one cause can lead to several findings (see <see cref="MergeByCause"/>); null otherwise.</summary>
    public string? Cause { get; init; }

    /// <summary>What the fix does; null when there is none.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The SOP can still be generated.</summary>
    public bool IsAdvice { get; init; }
}

/// <summary>What a code fix needs to know.</summary>
/// <param name="Name">Which fix.</param>
/// <param name="Value">What it writes; empty when the name is enough.</param>
public sealed record Fix(string Name, string Value = "")
{
    /// <summary>The key of the name among the properties of a diagnostic.</summary>
    public const string NameKey = "Fix";

    /// <summary>The key of the value among the properties of a diagnostic.</summary>
    public const string ValueKey = "Value";
}

/// <summary>A fix that a rule offers for its findings.</summary>
/// <param name="Name">Which one: one of <see cref="FixNames"/>.</param>
/// <param name="Words">What it does, as the table of the rules says it; null when the words of another fix of the rule cover it.</param>
public sealed record RuleFix(string Name, string? Words = null);

/// <summary>The warning that a rule reports besides its findings.</summary>
/// <param name="Flags">What it reports.</param>
/// <param name="Fixes">The fixes for it.</param>
public sealed record RuleAdvice(string Flags, params RuleFix[] Fixes)
{
    /// <summary>It is an error in the profile <c>strict</c>.</summary>
    public bool IsErrorAtStrict { get; init; }
}
