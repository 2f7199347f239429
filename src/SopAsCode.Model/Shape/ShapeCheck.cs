using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Model.Shape;

/// <summary>
/// Checks the rules of shape, which say whether an SOP can be generated. The generator calls it before it writes anything;
/// the analyzers report its findings.
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

    /// <summary>Checks one SOP without the others.</summary>
    /// <param name="graph">Its flow.</param>
    /// <returns>The findings, in the order of the rules.</returns>
    public static IReadOnlyList<Finding> Check(FlowGraph graph) => VerdictOf(graph).Findings;

    /// <summary>The rule that prevents the generation of an SOP.</summary>
    /// <param name="graph">Its flow.</param>
    /// <returns>The first such rule; null when everything can be generated.</returns>
    /// <remarks>A reference that does not compile prevents it too, although the compiler and not a rule reports it.</remarks>
    public static string? Obstacle(FlowGraph graph) => VerdictOf(graph).Rule;

    private static ShapeVerdict VerdictOf(FlowGraph graph) => graph.Verdict ??= Judge(graph);

    private static ShapeVerdict Judge(FlowGraph graph)
    {
        List<Finding> findings = [.. Rules.SelectMany(rule => rule.Check(graph))];
        return new(findings, findings.Find(finding => !finding.IsAdvice)?.Rule ?? (HasUnknownReference(graph.Sop) ? ReferencesRule.Id : null));
    }

    /// <summary>Whether a reference does not compile, so that the paths of the flow are not known yet.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>True when one does not compile.</returns>
    public static bool HasUnknownReference(SopModel sop) => References.ToSteps(sop).Any(reference => reference.Target.IsUnknown)
        || References.ToTimes(sop).Concat(sop.Steps.SelectMany(References.ToTimes)).Any(reference => reference.Target.IsUnknown || IsOpen(sop, reference, sop.Times.Select(named => named.Name)))
        || sop.Triggers.Any(trigger => trigger.Each is { Method.IsUnknown: true })
        || sop.Steps.Any(step =>
        References.ToSteps(step).Any(reference => reference.Target.IsUnknown || IsOpen(sop, reference, sop.Steps.Select(named => named.Name)))
        || References.ToConditions(step).Any(reference => reference.Target.IsUnknown || IsOpen(sop, reference, sop.Conditions.Select(named => named.Name))));

    // A half-typed method may become the step or condition that the reference names.
    private static bool IsOpen(SopModel sop, Reference reference, IEnumerable<string> known) =>
        sop.Unfinished.Contains(reference.Target.Name, StringComparer.Ordinal) && !known.Contains(reference.Target.Name, StringComparer.Ordinal);
}
