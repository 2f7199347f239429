using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0003: a reference names nothing, or is a text instead of <c>nameof</c>.</summary>
public sealed class ReferencesRule() : ShapeRule(
    Id,
    "Reference that names no step, end or condition",
    "a reference that names no step, end or condition",
    new RuleFix(FixNames.UseNameof, "nearest name"),
    new RuleFix(FixNames.UseConstant))
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0003";

    /// <inheritdoc/>
    public override RuleAdvice? Advice => new("a text where `nameof` or a constant belongs", new RuleFix(FixNames.UseNameof, "write `nameof` or the constant"), new RuleFix(FixNames.UseConstant));

    internal override IEnumerable<Finding> Check(FlowGraph graph) => MergeByCause.Of(All(graph));

    private static IEnumerable<Finding> All(FlowGraph graph)
    {
        var sop = graph.Sop;
        foreach (var step in sop.Steps)
        {
            foreach (var reference in References.ToSteps(step))
            {
                if (Step(graph, step, reference) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var reference in References.ToWork(step))
            {
                if (Work(sop, step, reference) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var reference in References.ToConditions(step))
            {
                if (Condition(sop, step, reference) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Step(FlowGraph graph, StepModel step, Reference reference)
    {
        var sop = graph.Sop;
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (graph.StateOf(name) is null)
        {
            return NoStep(sop, step, reference);
        }

        if (reference is { Word: "Limit", Property: "Else" } && name == step.Name)
        {
            return Finding(sop, step, reference, $"names '{MessageText.Text(name)}' itself: outside the limit the step does not start, so name another way");
        }

        return reference.Target.IsLiteral ? Literal(sop, step, reference) : null;
    }

    private static Finding? Work(SopModel sop, StepModel step, Reference reference)
    {
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (sop.Steps.Any(candidate => candidate.Name == name))
        {
            return reference.Target.IsLiteral ? Literal(sop, step, reference) : null;
        }

        return name.Length > 0 && FixedStates.Of(name) is null && NearestName.Of(name, sop.Steps.Select(candidate => candidate.Name)) is { } near
            ? Finding(sop, step, reference, $"names '{MessageText.Text(name)}', which is no step: is {Meant(reference, near)} meant?") with { Fix = new(FixNames.UseNameof, near) }
            : Finding(sop, step, reference, $"names {(name.Length == 0 ? "nothing" : $"'{MessageText.Text(name)}', which is no step")}: name a step by nameof");
    }

    private static Finding NoStep(SopModel sop, StepModel step, Reference reference)
    {
        var name = reference.Target.Name;
        if (name.Length == 0)
        {
            return Finding(sop, step, reference, "names nothing: name a step by nameof, Fallback, or one of End");
        }

        if (FixedStates.Of(name) is { } constant)
        {
            return Finding(sop, step, reference, $"names '{MessageText.Text(name)}', which is no step: write {constant} without nameof or quotes") with
            {
                Fix = new(FixNames.UseConstant, constant),
            };
        }

        if (sop.Conditions.Any(condition => condition.Name == name))
        {
            return Finding(sop, step, reference, $"names '{MessageText.Text(name)}', which is a condition: name a step here, and the condition in When");
        }

        return NearestName.Of(name, [.. sop.Steps.Select(candidate => candidate.Name), .. ReservedNames.States]) is { } near
            ? Finding(sop, step, reference, $"names '{MessageText.Text(name)}', which is neither a step nor an end: is {Meant(reference, near)} meant?") with
            {
                Fix = FixedStates.Of(near) is { } end ? new(FixNames.UseConstant, end) : new(FixNames.UseNameof, near),
            }
            : Finding(sop, step, reference, $"names '{MessageText.Text(name)}', which is neither a step nor an end: name a step by nameof, Fallback, or one of End");
    }

    private static Finding? Condition(SopModel sop, StepModel step, Reference reference)
    {
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (sop.Conditions.Any(condition => condition.Name == name))
        {
            return reference.Target.IsLiteral ? Literal(sop, step, reference) : null;
        }

        if (sop.Steps.Any(candidate => candidate.Name == name))
        {
            return Finding(sop, step, reference, $"asks '{MessageText.Text(name)}', which is a step: name a method with [Condition(\"…\")]");
        }

        return NearestName.Of(name, sop.Conditions.Select(candidate => candidate.Name)) is { } near
            ? Finding(sop, step, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Condition(\"…\")]: is {Meant(reference, near)} meant?") with
            {
                Fix = new(FixNames.UseNameof, near),
            }
            : Finding(sop, step, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Condition(\"…\")]: add it to a static bool method{(reference.Target.IsLiteral ? ", and name that by nameof" : "")}") with
            {
                Cause = name,
            };
    }

    // The suggestion has the right form already, so that its user gets no further finding.
    private static string Meant(Reference reference, string near) => FixedStates.Of(near) ?? (reference.Target.IsLiteral ? $"nameof({near})" : $"'{near}'");

    private static bool KeepsQuiet(SopModel sop, Reference reference) =>
        reference.Target.IsUnknown
        || sop.Unfinished.Any(method => method == reference.Target.Name)

        // A method without the attribute that makes it a step is reported once, at the method.
        || sop.Oddities.Any(oddity => oddity.Kind == OddityKind.AttributeWithoutStep && oddity.Name == reference.Target.Name);

    private static Finding Literal(SopModel sop, StepModel step, Reference reference)
    {
        var name = reference.Target.Name;
        var constant = FixedStates.Of(name);
        return Finding(sop, step, reference, $"names '{MessageText.Text(name)}' as text: write {constant ?? $"nameof({name})"}, so that renaming keeps it right") with
        {
            IsAdvice = true,
            Fix = constant is null ? new(FixNames.UseNameof, name) : new(FixNames.UseConstant, constant),
        };
    }

    private static Finding Finding(SopModel sop, StepModel step, Reference reference, string problem) =>
        new(Id, reference.Target.Place, $"{Place(reference)} of {MessageText.Of(sop, step)} {problem}");

    private static string Place(Reference reference) => reference.Property is null ? $"[{reference.Word}]" : $"{reference.Property} in [{reference.Word}]";
}
