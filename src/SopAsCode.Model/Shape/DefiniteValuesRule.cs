using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0007: a value is read that does not exist on every path to the place where it is read.</summary>
public sealed class DefiniteValuesRule() : ShapeRule(
    Id,
    "Value that is read where it may not exist",
    "a value that is read where it may not exist")
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0007";

    internal override IEnumerable<Finding> Check(FlowGraph graph)
    {
        foreach (var missing in DefiniteValues.Missing(graph))
        {
            yield return new(Id, missing.Place, Words(graph, missing))
            {
                RelatedPlaces = missing.Path.Select(graph.StepOf).Where(step => step is not null).Select(step => step!.NamePlace).ToEquatableArray(),
            };
        }
    }

    private static string Words(FlowGraph graph, MissingValue missing)
    {
        var type = missing.Parameter.Type.Short;
        var (way, when) = missing.Path.Count > 1 ? ($"{graph.Print(missing.Path)}: ", "there") : ("", "when a run starts");
        return $"{way}{MessageText.Member(graph.Sop, missing.Reader)} reads '{type}', {Why(graph, missing, when)}";
    }

    private static string Why(FlowGraph graph, MissingValue missing, string when)
    {
        var key = missing.Parameter.Type.Key;
        var type = missing.Parameter.Type.Short;
        if (key == DefiniteValues.Rejection)
        {
            return $"which exists only after a reject: make the parameter '{type}?'";
        }

        var makers = graph.Sop.Steps.Where(step => step.Makes.Any(made => made.Key == key) && step.Name != missing.Reader).ToList();
        if (makers.Count == 0)
        {
            return $"which does not exist {when}: let an earlier step return it, or take a service through the constructor";
        }

        var advice = $"make the parameter '{type}?', or let a step before return one";
        foreach (var maker in makers)
        {
            if (Interrupted(graph, missing.Path, maker) is { } how)
            {
                return $"which does not exist there, because '{maker.Name}' {how}: {advice}";
            }
        }

        return $"which does not exist {when}, because {MessageText.Or(makers.Select(maker => $"'{maker.Name}'").ToList())} did not return it before: {advice}";
    }

    // How the path leaves a step before the step could return something.
    private static string? Interrupted(FlowGraph graph, IReadOnlyList<int> path, StepModel maker)
    {
        for (var i = 0; i + 1 < path.Count; i++)
        {
            if (graph.StepOf(path[i]) == maker
                && graph.From(path[i]).FirstOrDefault(edge => edge.To == path[i + 1] && !edge.CarriesOutput) is { } edge)
            {
                return edge.Trigger switch
                {
                    SopTrigger.Fail => "fails",
                    SopTrigger.TimeOut => "is not answered in time",
                    SopTrigger.Reject => "is rejected",
                    SopTrigger.LeaveLimit => "does not start, being outside its limit",
                    _ => "is broken off",
                };
            }
        }

        return null;
    }
}
