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
        foreach (var reference in References.ToSteps(sop))
        {
            if (Step(graph, OfSop(sop), reference) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var reference in References.ToTimes(sop))
        {
            if (Time(sop, OfSop(sop), reference) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var trigger in sop.Triggers)
        {
            if (trigger.Each is { Exists: false, Method: { IsUnknown: false } method })
            {
                yield return Finding(OfSop(sop), new("Trigger", "Each", method), $"names '{MessageText.Text(method.Name)}', and the class has no such method: name one that returns the inputs of the runs");
            }
        }

        foreach (var step in sop.Steps)
        {
            var of = MessageText.Of(sop, step);
            foreach (var reference in References.ToSteps(step))
            {
                if (Step(graph, of, reference, step.Name) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var reference in References.ToTimes(step))
            {
                if (Time(sop, of, reference) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var reference in References.ToWork(step))
            {
                if (Work(sop, of, reference) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var reference in References.ToConditions(step))
            {
                if (Condition(sop, of, reference) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static string OfSop(SopModel sop) => $"SOP '{sop.Class.Name}'";

    private static Finding? Step(FlowGraph graph, string of, Reference reference, string? own = null)
    {
        var sop = graph.Sop;
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (graph.StateOf(name) is not { } state)
        {
            return NoStep(sop, of, reference);
        }

        if (NamesStepsOnly(reference) && state >= graph.Fallback)
        {
            return Finding(of, reference, reference.Word switch
            {
                "Trigger" => "names no step: a run begins at a step, so name one by nameof",
                "Metric" => "names no step: without it the time ends with the run; with it, when a step is done, so name one by nameof",
                _ => "names no step: a task beside it is ticked off before a step is completed, so name that step by nameof",
            });
        }

        if (reference is { Word: "Limit", Property: "Else" } && name == own)
        {
            return Finding(of, reference, $"names '{MessageText.Text(name)}' itself: outside the limit the step does not start, so name another way");
        }

        return reference.Target.IsLiteral ? Literal(of, reference) : null;
    }

    private static Finding? Work(SopModel sop, string of, Reference reference)
    {
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (sop.Steps.Any(candidate => candidate.Name == name))
        {
            return reference.Target.IsLiteral ? Literal(of, reference) : null;
        }

        return name.Length > 0 && FixedStates.Of(name) is null && NearestName.Of(name, sop.Steps.Select(candidate => candidate.Name)) is { } near
            ? Finding(of, reference, $"names '{MessageText.Text(name)}', which is no step: is {Meant(reference, near)} meant?") with { Fix = new(FixNames.UseNameof, near) }
            : Finding(of, reference, $"names {(name.Length == 0 ? "nothing" : $"'{MessageText.Text(name)}', which is no step")}: name a step by nameof");
    }

    private static Finding NoStep(SopModel sop, string of, Reference reference)
    {
        var name = reference.Target.Name;
        if (name.Length == 0)
        {
            return Finding(of, reference, "names nothing: name a step by nameof, Fallback, or one of End");
        }

        if (FixedStates.Of(name) is { } constant)
        {
            return Finding(of, reference, $"names '{MessageText.Text(name)}', which is no step: write {constant} without nameof or quotes") with
            {
                Fix = new(FixNames.UseConstant, constant),
            };
        }

        if (sop.Conditions.Any(condition => condition.Name == name))
        {
            return Finding(of, reference, $"names '{MessageText.Text(name)}', which is a condition: name a step here, and the condition in When");
        }

        return NearestName.Of(name, [.. sop.Steps.Select(candidate => candidate.Name), .. NamesStepsOnly(reference) ? [] : ReservedNames.States.ToArray()]) is { } near
            ? Finding(of, reference, $"names '{MessageText.Text(name)}', which is neither a step nor an end: is {Meant(reference, near)} meant?") with
            {
                Fix = FixedStates.Of(near) is { } end ? new(FixNames.UseConstant, end) : new(FixNames.UseNameof, near),
            }
            : Finding(of, reference, $"names '{MessageText.Text(name)}', which is neither a step nor an end: name a step by nameof, Fallback, or one of End");
    }

    private static Finding? Condition(SopModel sop, string of, Reference reference)
    {
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (sop.Conditions.Any(condition => condition.Name == name))
        {
            return reference.Target.IsLiteral ? Literal(of, reference) : null;
        }

        if (sop.Steps.Any(candidate => candidate.Name == name))
        {
            return Finding(of, reference, $"asks '{MessageText.Text(name)}', which is a step: name a method with [Condition(\"…\")]");
        }

        return NearestName.Of(name, sop.Conditions.Select(candidate => candidate.Name)) is { } near
            ? Finding(of, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Condition(\"…\")]: is {Meant(reference, near)} meant?") with
            {
                Fix = new(FixNames.UseNameof, near),
            }
            : Finding(of, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Condition(\"…\")]: add it to a static bool method{(reference.Target.IsLiteral ? ", and name that by nameof" : "")}") with
            {
                Cause = name,
            };
    }

    private static Finding? Time(SopModel sop, string of, Reference reference)
    {
        var name = reference.Target.Name;
        if (KeepsQuiet(sop, reference))
        {
            return null;
        }

        if (sop.Times.Any(time => time.Name == name))
        {
            return reference.Target.IsLiteral ? Literal(of, reference) : null;
        }

        if (sop.Steps.Any(step => step.Name == name) || sop.Conditions.Any(condition => condition.Name == name))
        {
            return Finding(of, reference, $"asks '{MessageText.Text(name)}', which is a {(sop.Conditions.Any(condition => condition.Name == name) ? "condition" : "step")}: name a method with [Time(\"…\")]");
        }

        return NearestName.Of(name, sop.Times.Select(time => time.Name)) is { } near
            ? Finding(of, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Time(\"…\")]: is {Meant(reference, near)} meant?") with { Fix = new(FixNames.UseNameof, near) }
            : Finding(of, reference, $"asks '{MessageText.Text(name)}', but no method of that name has [Time(\"…\")]: add it to a static method that returns TimeSpan or DateTimeOffset") with { Cause = name };
    }

    // A task beside a step, the begin of a run and the end of a time stand at steps, never at an end.
    private static bool NamesStepsOnly(Reference reference) => reference.Word is "Meanwhile" or "Trigger" or "Metric";

    // The suggestion has the right form already, so that its user gets no further finding.
    private static string Meant(Reference reference, string near) => FixedStates.Of(near) ?? (reference.Target.IsLiteral ? $"nameof({near})" : $"'{near}'");

    private static bool KeepsQuiet(SopModel sop, Reference reference) =>
        reference.Target.IsUnknown
        || sop.Unfinished.Any(method => method == reference.Target.Name)

        // A method without the attribute that makes it a step is reported once, at the method.
        || sop.Oddities.Any(oddity => oddity.Kind == OddityKind.AttributeWithoutStep && oddity.Name == reference.Target.Name);

    private static Finding Literal(string of, Reference reference)
    {
        var name = reference.Target.Name;
        var constant = FixedStates.Of(name);
        return Finding(of, reference, $"names '{MessageText.Text(name)}' as text: write {constant ?? $"nameof({name})"}, so that renaming keeps it right") with
        {
            IsAdvice = true,
            Fix = constant is null ? new(FixNames.UseNameof, name) : new(FixNames.UseConstant, constant),
        };
    }

    private static Finding Finding(string of, Reference reference, string problem) =>
        new(Id, reference.Target.Place, $"{Place(reference)} of {of} {problem}");

    private static string Place(Reference reference) => reference.Property is null ? $"[{reference.Word}]" : $"{reference.Property} in [{reference.Word}]";
}
