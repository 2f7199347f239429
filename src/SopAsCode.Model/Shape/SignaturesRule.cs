using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0006: a method is marked as a step but can't be one.</summary>
public sealed class SignaturesRule() : ShapeRule(
    Id,
    "Method that can't be a step or condition",
    "a method that can't be the step or condition it says it is",
    new RuleFix(FixNames.WrapInTask, "return a task"),
    new RuleFix(FixNames.MakeStatic, "make static"),
    new RuleFix(FixNames.MakeInstance, "make an instance method"))
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0006";

    internal override IEnumerable<Finding> Check(FlowGraph graph) => [.. OfSteps(graph.Sop), .. ConditionSignatures.Check(graph.Sop), .. Asked(graph.Sop)];

    // What a schedule asks for the inputs of its runs.
    private static IEnumerable<Finding> Asked(SopModel sop) =>
        from trigger in sop.Triggers
        where trigger.Each is { Exists: true, CanBeAsked: false, Method.IsUnknown: false } && sop.Input is { IsUnknown: false }
        select new Finding(
            Id,
            trigger.Each!.Method.Place,
            $"{MessageText.Member(sop, trigger.Each.Method.Name)} can't say what to start runs for: write an instance method that is no step, 'Task<IReadOnlyList<{sop.Input!.Short}>> "
                + $"{trigger.Each.Method.Name}(CancellationToken cancel)'");

    private static IEnumerable<Finding> OfSteps(SopModel sop) => sop.Steps.SelectMany(
        step => (IEnumerable<Finding>)[.. Declaration(sop, step), .. Result(sop, step), .. Tuple(sop, step), .. Parameters(sop, step), .. Body(sop, step), .. Wait(sop, step), .. Handoff(sop, step)]);

    /// <summary>The reason why a parameter can't ask for a value of the run; null when it can.</summary>
    public static string? ParameterProblem(ParameterModel parameter, string of)
    {
        if (parameter.Prefix.Length > 0 && parameter.Prefix != "params ")
        {
            return $"Parameter '{parameter.Name}' of {of} can't be '{parameter.Prefix.Trim()}': the values of a run are only read, so pass it plainly";
        }

        return parameter.Type.CanBeData || parameter.Type.IsUnknown
            ? null
            : $"Parameter '{parameter.Name}' of {of} has the type '{parameter.Type.Short}', which can't be data of a run: use a record or enum";
    }

    private static IEnumerable<Finding> Declaration(SopModel sop, StepModel step)
    {
        if (step.Method.IsStatic)
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} can't be static: it runs on an instance, which knows who performs it") { Fix = new(FixNames.MakeInstance) };
        }

        if (step.Method.LacksAccess)
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} is partial and returns a value, so it must say who may call it: write 'public partial'");
        }

        if (step.Method is { IsAsync: true, NeedsBody: true })
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} has no body that could be async, because its performer is asked: remove 'async'");
        }

        if (step.Method.TypeParameters.Length > 0)
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} can't have type parameters: nobody could say which types to run it with");
        }
    }

    private static IEnumerable<Finding> Result(SopModel sop, StepModel step)
    {
        var method = step.Method;
        var site = new DeclarationPlace(step.Name, step.Overload, PlacePart.ReturnType);
        var name = MessageText.Of(sop, step);
        if (method.Returns is ReturnShape.Void or ReturnShape.Other)
        {
            if (method.Result?.IsUnknown != true && sop.Class.HiddenNames.All(hidden => hidden.Name != "Task"))
            {
                var instead = method.Returns == ReturnShape.Void ? "Task" : $"Task<{method.Result!.Short}>";
                yield return new(Id, site, $"Step {name} must return a task, because a step may take days: write {instead}") { Fix = new(FixNames.WrapInTask) };
            }
        }
        else if (method.Result is { IsUnknown: false } result)
        {
            if (result.IsNullable)
            {
                yield return new(Id, site, $"Step {name} may return null, which a step never does: return '{result.Short}', and say in it that there is nothing");
            }
            else if (!result.CanBeData && step.Method.Elements.Count == 0)
            {
                yield return new(Id, site, $"Step {name} returns '{result.Short}', which can't be data of a run: return a record or enum");
            }
        }
    }

    private static IEnumerable<Finding> Tuple(SopModel sop, StepModel step)
    {
        var parts = step.Method.Elements;
        var site = new DeclarationPlace(step.Name, step.Overload, PlacePart.ReturnType);
        if (parts.Count == 0)
        {
            yield break;
        }

        if (!step.Traits.IsByPerson)
        {
            yield return new(Id, site, $"Step {MessageText.Of(sop, step)} returns several values, which only a person at a checkpoint or in a human step does: return one record");
        }
        else if (parts.GroupBy(part => part.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return new(Id, site, $"Step {MessageText.Of(sop, step)} returns '{twice.First().Short}' twice, and a run has one current value of a type: give one of them a record of its own");
        }
        else if (parts.FirstOrDefault(part => part.IsNullable || (!part.CanBeData && !part.IsUnknown)) is { } bad)
        {
            yield return new(Id, site, $"Step {MessageText.Of(sop, step)} returns '{bad.Short}{(bad.IsNullable ? "?" : "")}' among its values, which can't be data of a run: use a record or enum that is never null");
        }
    }

    private static IEnumerable<Finding> Wait(SopModel sop, StepModel step)
    {
        if (step.Kind == StepKind.Wait && step.After is not null && step.Method.Result is not null)
        {
            yield return new(Id, new(step.Name, step.Overload, PlacePart.ReturnType), $"Step {MessageText.Of(sop, step)} waits for time to pass, which brings no value: return Task, or remove [After] and wait for an event");
        }
    }

    // A hand-off returns the input of the other SOP; Result names the value that comes back.
    private static IEnumerable<Finding> Handoff(SopModel sop, StepModel step)
    {
        foreach (var finding in Several(sop, step))
        {
            yield return finding;
        }

        var name = MessageText.Of(sop, step);
        foreach (var handoff in step.Handoffs)
        {
            if (handoff.Result is not null && !handoff.Wait)
            {
                yield return new(Id, handoff.Place.At("Result"), $"Hand-off {name} has a Result but does not wait for it: add Wait = true");
            }
        }

        // The others get the same.
        if (step.Handoff is { } first && Given(sop, step, first, name) is { } given)
        {
            yield return given;
        }
    }

    // What is handed over fits the input of the other SOP.
    private static Finding? Given(SopModel sop, StepModel step, HandoffModel handoff, string name)
    {
        var site = new DeclarationPlace(step.Name, step.Overload, PlacePart.ReturnType);
        return !HasBody(step.Method)
            ? step.Method.Result is { IsUnknown: false }
                ? new(Id, site, $"Hand-off {name} has no body, so it hands over the current '{handoff.Target.Input?.Short ?? "nothing"}' as it is: return Task")
                : null
            : step.Method.Result is { IsUnknown: false } given && handoff.Target.Input is { } input && given.Key != input.Key && !IsListOf(sop, given, input)
                ? new(Id, site, $"Hand-off {name} returns '{given.Short}', but a run of '{handoff.Target.Title}' is about '{input.Short}': return that, or IReadOnlyList<{input.Short}> for several runs")
            : step.Method.Result is null && handoff.Target.Input is { } needed && step.Method.Returns is ReturnShape.Task or ReturnShape.ValueTask
                ? new(Id, site, $"Hand-off {name} gives nothing, but a run of '{handoff.Target.Title}' is about '{needed.Short}': return Task<{needed.Short}>, or make the method partial to hand over the current one")
                : null;
    }

    // Several hand-offs of one step start with the same input, and the step waits for all of them.
    private static IEnumerable<Finding> Several(SopModel sop, StepModel step)
    {
        if (step.Handoffs.Count < 2 || step.HasUnfinishedAttribute)
        {
            yield break;
        }

        var name = MessageText.Of(sop, step);
        HashSet<string> targets = new(StringComparer.Ordinal);
        HashSet<string> results = new(StringComparer.Ordinal);
        foreach (var handoff in step.Handoffs)
        {
            if (!targets.Add(handoff.Target.Type))
            {
                yield return new(Id, handoff.Place, $"Step {name} hands the same work to SOP '{Naming.Simple(handoff.Target.Type)}' twice: remove one [Handoff]");
            }
            else if (handoff == step.Handoffs.FirstOrDefault(other => !other.Wait))
            {
                yield return new(Id, handoff.Place, $"Step {name} hands work to several SOPs and does not wait for this one: add Wait = true to each, or give this one a step of its own");
            }
            else if (handoff.Target.Input?.Key != step.Handoff!.Target.Input?.Key && handoff.Target.Input?.IsUnknown != true && step.Handoff.Target.Input?.IsUnknown != true)
            {
                yield return new(Id, handoff.Place, $"Step {name} starts its SOPs with one input, but a run of '{handoff.Target.Title}' is about '{handoff.Target.Input?.Short ?? "nothing"}', "
                    + $"and one of '{step.Handoff.Target.Title}' about '{step.Handoff.Target.Input?.Short ?? "nothing"}': give one a step of its own");
            }
            else if (handoff.Result is { IsUnknown: false } result && !results.Add(result.Key))
            {
                yield return new(Id, handoff.Place.At("Result"), $"Step {name} brings back '{result.Short}' twice, and a run has one current value of a type: let one of the SOPs return a record of its own");
            }
        }
    }

    private static bool IsListOf(SopModel sop, TypeUse type, TypeUse element) =>
        sop.Data.FirstOrDefault(data => data.Type.Key == type.Key)?.Element?.Key == element.Key;

    private static IEnumerable<Finding> Parameters(SopModel sop, StepModel step)
    {
        var name = MessageText.Of(sop, step);
        for (var i = 0; i < step.Method.Parameters.Count; i++)
        {
            var parameter = step.Method.Parameters[i];
            var site = new DeclarationPlace(step.Name, step.Overload, PlacePart.Parameter, i);
            if (ParameterProblem(parameter, name) is { } problem)
            {
                yield return new(Id, site, problem);
            }
            else if (parameter.Role == ParameterRole.Began)
            {
                yield return new(Id, site, $"Parameter '{parameter.Name}' of {name} is no data of the run: remove it, only a method with [Time] takes it");
            }
            else if (parameter.Role != ParameterRole.Value && !HasBody(step.Method))
            {
                yield return new(Id, site, $"Parameter '{parameter.Name}' of {name} is no data of the run: remove it, only a step with a body takes it");
            }
        }
    }

    private static IEnumerable<Finding> Body(SopModel sop, StepModel step)
    {
        if (!step.Traits.MayHaveBody && HasBody(step.Method))
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} is {step.Traits.Words}, so its performer does the work, not code: make it partial and remove the body, or mark it [AutomatedStep]");
        }
        else if (step.Method.HasNoBody)
        {
            yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} has no body: make it partial, so that its performer is asked, or give it one");
        }
    }

    private static bool HasBody(MethodModel method) => method.IsPartial ? method.HasOwnImplementation : !method.HasNoBody;
}
