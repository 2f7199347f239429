using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Findings;

/// <summary>What a rule found.</summary>
/// <param name="Rule">The rule: <c>SOP0003</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">One plain sentence: what, where, why, and what to do.</param>
public sealed record Finding(string Rule, DeclarationPlace Place, string Message)
{
    /// <summary>Other places that belong to it: the steps of a path.</summary>
    public EquatableArray<DeclarationPlace> RelatedPlaces { get; init; }

    /// <summary>What is behind it, where that can show in several places: see <see cref="MergeByCause"/>. Null when it stands for itself.</summary>
    public string? Cause { get; init; }

    /// <summary>What the fix does; null when there is none.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Something can be generated all the same.</summary>
    public bool IsAdvice { get; init; }
}

/// <summary>What a code fix needs to know.</summary>
/// <param name="Name">Which fix.</param>
/// <param name="Value">What it writes; empty when the name says it all.</param>
public sealed record Fix(string Name, string Value = "")
{
    /// <summary>The name, among the properties of a diagnostic.</summary>
    public const string NameKey = "Fix";

    /// <summary>The value, among the properties of a diagnostic.</summary>
    public const string ValueKey = "Value";
}

/// <summary>A fix that findings of a rule have.</summary>
/// <param name="Name">Which one: one of <see cref="FixNames"/>.</param>
/// <param name="Words">What it does, as the table of the rules says it; null where another fix of the rule says it.</param>
public sealed record RuleFix(string Name, string? Words = null);

/// <summary>What a rule says as a warning beside its findings.</summary>
/// <param name="Flags">What it flags.</param>
/// <param name="Fixes">The fixes for that.</param>
public sealed record RuleAdvice(string Flags, params RuleFix[] Fixes);
