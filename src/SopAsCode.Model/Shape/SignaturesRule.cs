namespace SopAsCode.Model;

/// <summary>SOP0006: a method can't be the step or condition it says it is.</summary>
internal static class SignaturesRule
{
    public const string Id = "SOP0006";

    public static IEnumerable<Finding> Check(SopModel sop) => [.. sop.Steps.SelectMany(Check), .. sop.Conditions.SelectMany(Check)];

    private static IEnumerable<Finding> Check(StepModel step)
    {
        var method = step.Method;
        if (method.IsStatic)
        {
            yield return new(Id, step.NameSite, $"step '{step.Name}' must not be static: it runs on an instance that knows who performs it") { Fix = new(FixNames.MakeInstance) };
        }

        if (method.TypeParameters.Length > 0)
        {
            yield return new(Id, step.NameSite, $"step '{step.Name}' can't have type parameters: nobody could say which types to run it with");
        }

        if (method.Returns is ReturnShape.Void or ReturnShape.Other && !method.HasUnknownTypes)
        {
            var returned = method.Returns == ReturnShape.Void ? "nothing" : $"'{method.Result!.Short}'";
            yield return new(Id, new(step.Name, step.Overload, SitePart.ReturnType), $"step '{step.Name}' returns {returned}: it must return Task, Task<T>, ValueTask or ValueTask<T>, because a step may take days")
            {
                Fix = new(FixNames.WrapInTask),
            };
        }

        if (method.Result is { } result && method.Returns != ReturnShape.Other)
        {
            if (result.IsNullable)
            {
                yield return new(Id, new(step.Name, step.Overload, SitePart.ReturnType), $"step '{step.Name}' may return null: a step never does, so return '{result.Short}', or say it in a record");
            }
            else if (!result.CanBeData)
            {
                yield return new(Id, new(step.Name, step.Overload, SitePart.ReturnType), $"step '{step.Name}' returns '{result.Short}', which can't be data of a run: return a record or enum");
            }
        }

        for (var i = 0; i < method.Parameters.Count; i++)
        {
            if (ParameterProblem(method.Parameters[i], step.Name) is { } problem)
            {
                yield return new(Id, new(step.Name, step.Overload, SitePart.Parameter, i), problem);
            }
            else if (method.Parameters[i].Role != ParameterRole.Value && (method.IsPartial || step.Kind != StepKind.Automated))
            {
                yield return new(Id, new(step.Name, step.Overload, SitePart.Parameter, i), $"parameter '{method.Parameters[i].Name}' of '{step.Name}' is no data: only a step with a body of its own takes it");
            }
        }

        if (step.Kind != StepKind.Automated && !method.IsPartial && !method.HasNoBody)
        {
            yield return new(Id, step.NameSite, $"'{step.Name}' is {StepVocabulary.Words(step.Kind)}, so it must be a partial method without a body: its performer does the work, not code");
        }
        else if (method.HasNoBody)
        {
            yield return new(Id, step.NameSite, $"step '{step.Name}' has no body: make it partial, so that its performer is asked, or give it one");
        }
    }

    private static IEnumerable<Finding> Check(ConditionModel condition)
    {
        if (!condition.IsStatic)
        {
            yield return new(Id, Name(condition), $"condition '{condition.Name}' must be static: it reads the data of the run and nothing else") { Fix = new(FixNames.MakeStatic) };
        }

        if (!condition.ReturnsBool)
        {
            yield return new(Id, Name(condition) with { Part = SitePart.ReturnType }, $"condition '{condition.Name}' must return bool, at once: what takes time belongs in a step");
        }

        if (condition.IsGeneric)
        {
            yield return new(Id, Name(condition), $"condition '{condition.Name}' can't have type parameters: nobody could say which types to ask it with");
        }

        for (var i = 0; i < condition.Parameters.Count; i++)
        {
            var parameter = condition.Parameters[i];
            var problem = parameter.Role == ParameterRole.Value
                ? ParameterProblem(parameter, condition.Name)
                : $"parameter '{parameter.Name}' of condition '{condition.Name}' is no data of a run";
            if (problem is not null)
            {
                yield return new(Id, Name(condition) with { Part = SitePart.Parameter, Index = i }, problem);
            }
        }
    }

    private static string? ParameterProblem(ParameterModel parameter, string of)
    {
        if (parameter.Prefix.Length > 0)
        {
            return $"parameter '{parameter.Name}' of '{of}' can't be '{parameter.Prefix.Trim()}': the values of a run are only read";
        }

        return parameter.Type.CanBeData || parameter.Type.IsUnknown
            ? null
            : $"parameter '{parameter.Name}' of '{of}' has the type '{parameter.Type.Short}', which can't be data of a run: use a record or enum";
    }

    private static Site Name(ConditionModel condition) => new(condition.Name, condition.Site.Overload);
}
