using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Model.Shape;

/// <summary>
/// What keeps an SOP from being generated: the rules about its shape. The generator asks it before it writes anything, the
/// analyzers say what it found.
/// </summary>
public static class ShapeCheck
{
    /// <summary>The rules, in the order of their ids.</summary>
    public static IReadOnlyList<ShapeRule> Rules { get; } =
    [
        new ClassShapeRule(),
        new StepsRule(),
        new ReferencesRule(),
        new NamesRule(),
        new TextsRule(),
        new SignaturesRule(),
        new DefiniteValuesRule(),
    ];

    /// <summary>Checks one SOP by itself.</summary>
    /// <param name="graph">Its flow.</param>
    /// <returns>What was found, in the order of the rules.</returns>
    public static IEnumerable<Finding> Check(FlowGraph graph) => Rules.SelectMany(rule => rule.Check(graph));

    /// <summary>The rule that keeps an SOP from being generated.</summary>
    /// <param name="graph">Its flow.</param>
    /// <returns>The first such rule; null when everything can be generated.</returns>
    /// <remarks>A reference that does not compile is one too, though the compiler says so itself.</remarks>
    public static string? Obstacle(FlowGraph graph) => (graph.Verdict ??= new(Judge(graph))).Rule;

    private static string? Judge(FlowGraph graph) =>
        Check(graph).FirstOrDefault(finding => !finding.IsAdvice)?.Rule ?? (HasUnknownReference(graph.Sop) ? ReferencesRule.Id : null);

    /// <summary>Whether a reference does not compile, so that the ways of the flow are not known yet.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>True when one does not.</returns>
    public static bool HasUnknownReference(SopModel sop) => sop.Steps.Any(step =>
        References.ToSteps(step).Any(reference => reference.Target.IsUnknown || IsOpen(sop, reference, sop.Steps.Select(named => named.Name)))
        || References.ToConditions(step).Any(reference => reference.Target.IsUnknown || IsOpen(sop, reference, sop.Conditions.Select(named => named.Name))));

    // A method that is still being typed may become what is named; it is not there yet.
    private static bool IsOpen(SopModel sop, Reference reference, IEnumerable<string> known) =>
        sop.Unfinished.Contains(reference.Target.Name, StringComparer.Ordinal) && !known.Contains(reference.Target.Name, StringComparer.Ordinal);
}
