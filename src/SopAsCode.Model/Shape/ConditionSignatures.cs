using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0006, for conditions: a method is marked as a condition but can't be one.</summary>
internal static class ConditionSignatures
{
    public static IEnumerable<Finding> Check(SopModel sop) => sop.Questions.SelectMany(condition => Check(sop, condition));

    private static IEnumerable<Finding> Check(SopModel sop, ConditionModel condition)
    {
        var site = new DeclarationPlace(condition.Name, condition.Place.Overload);
        var name = MessageText.Member(sop, condition.Name);
        var noun = condition.IsTime ? "Time" : "Condition";
        if (!condition.IsStatic)
        {
            yield return new(SignaturesRule.Id, site, $"{noun} {name} must be static: it reads the data of the run and nothing else") { Fix = new(FixNames.MakeStatic) };
        }

        if (condition is { IsTime: true, ReturnsTime: false })
        {
            yield return new(SignaturesRule.Id, site with { Part = PlacePart.ReturnType }, $"Time {name} must return TimeSpan, counted from when the step began, or DateTimeOffset, never null and without await");
        }
        else if (condition is { IsTime: false, ReturnsBool: false })
        {
            yield return new(SignaturesRule.Id, site with { Part = PlacePart.ReturnType }, $"{noun} {name} must return bool, without await: let a step before it find out what takes time");
        }

        if (condition.HasNoBody)
        {
            yield return new(SignaturesRule.Id, site, $"{noun} {name} has no body, and nobody but you can write it: remove 'partial', and say after => {(condition.IsTime ? "what time it is" : "when it holds")}");
        }

        if (condition.IsGeneric)
        {
            yield return new(SignaturesRule.Id, site, $"{noun} {name} can't have type parameters: nobody could say which types to ask it with");
        }

        for (var i = 0; i < condition.Parameters.Count; i++)
        {
            var parameter = condition.Parameters[i];
            var problem = parameter.Role == ParameterRole.Value || (condition.IsTime && parameter.Role == ParameterRole.Began)
                ? SignaturesRule.ParameterProblem(parameter, name)
                : $"Parameter '{parameter.Name}' of {condition.Noun} {name} is no data of the run: remove it, only a {(parameter.Role == ParameterRole.Began ? "method with [Time]" : "step with a body")} takes it";
            if (problem is not null)
            {
                yield return new(SignaturesRule.Id, site with { Part = PlacePart.Parameter, Index = i }, problem);
            }
        }
    }
}
